import type { VisitFailure } from '#feed/feed-visit.ts';
import { type Answer, failed, type NoAnswer } from './guarded-get.ts';

/** Why an answer brings no document; `undefined` where it brings one. */
export function failureOf({ status, header, bytes }: Answer): NoAnswer | undefined {
  if (status === 200) {
    return bytes.byteLength > 0 ? undefined : failed('bad-answer', 'It answered with an empty document.');
  }
  // Cloudflare says so itself when it wants a browser with a person before it.
  if (header('cf-mitigated') === 'challenge') {
    const detail = `It answered with a test for people, which no feed reader passes (status ${status}).`;
    return { ...failed('refused', detail), status };
  }
  return { ...failed(reasonOf(status), `It answered with status ${status}.`), status };
}

function reasonOf(status: number): VisitFailure {
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'server-error';
  return status >= 400 ? 'refused' : 'bad-answer';
}
