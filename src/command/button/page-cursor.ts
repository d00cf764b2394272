import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PageAsked } from '#command/command.ts';
import { DAY_MS, SECOND_MS } from '#kernel/clock.ts';

/** What a cursor is signed for: it means nothing elsewhere, or before another list. */
export type CursorPlace = { readonly workspace: string; readonly channel: string; readonly line: string };

/** A page as a button carries it: `2-t3k9zz-Qx8…`. `stale`: of a list that was made more than a day ago. */
export type CursorRead =
  | { readonly kind: 'page'; readonly page: PageAsked }
  | { readonly kind: 'stale' | 'forged' };

const SIGNATURE_LENGTH = 12;
const FRESH_MS = DAY_MS;

/** Writes which page is meant, as of when, so that nobody but us could have written it. */
export function writeCursor({ number, asOf }: PageAsked, place: CursorPlace, key: string): string {
  // Rounded up: what the first page showed was there, on the pages after it too.
  const written = `${number}-${Math.ceil(asOf.getTime() / SECOND_MS).toString(36)}`;
  return `${written}-${sign(written, place, key)}`;
}

/** Reads what `writeCursor` wrote, for the same place. */
export function readCursor(cursor: string, place: CursorPlace, key: string, now: Date): CursorRead {
  const [, number = '', seconds = '', signature = ''] = /^(\d{1,4})-([\da-z]+)-(.+)$/.exec(cursor) ?? [];
  if (!isSame(signature, sign(`${number}-${seconds}`, place, key))) return { kind: 'forged' };
  const asOf = new Date(Number.parseInt(seconds, 36) * SECOND_MS);
  if (now.getTime() - asOf.getTime() > FRESH_MS) return { kind: 'stale' };
  return { kind: 'page', page: { number: Number(number), asOf } };
}

/** 72 bits: enough for something that lives for a day and can be tried ten times a minute. */
const sign = (written: string, { workspace, channel, line }: CursorPlace, key: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([written, workspace, channel, line]))
    .digest('base64url')
    .slice(0, SIGNATURE_LENGTH);

function isSame(given: string, own: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(own)];
  return one.length === other.length && timingSafeEqual(one, other);
}
