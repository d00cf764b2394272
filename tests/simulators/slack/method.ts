import type { AnswerRights } from './answer-rights.ts';
import { inWords } from './value-rules.ts';
import type { Team, World } from './world.ts';

/** The arguments of a call, each form value read as JSON where the method expects that. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What Slack answers with status 200, whether it did it or not. */
export type Answer = { readonly ok: boolean; readonly error?: string } & Readonly<Record<string, unknown>>;

/** One call of a method by the app as it is installed in `team`. */
export type Call = {
  readonly method: string;
  readonly args: Arguments;
  readonly team: Team;
  readonly world: World;
  readonly answerRights: AnswerRights;
  readonly now: Date;
  /** Records what no program should do, whatever Slack answers. */
  violate(what: string): void;
};

/** A method of the Web API: the scope it needs (some need one by kind of channel) and the arguments it knows. */
export type Method = {
  readonly scope?: string;
  readonly takes: readonly string[];
  run(call: Call): Answer;
};

/** Methods by name. */
export type Methods = Readonly<Record<string, Method>>;

/** Slack did not do it. */
export const refused = (error: string, more: Readonly<Record<string, unknown>> = {}): Answer => ({
  ok: false,
  error,
  ...more,
});

/** Slack's answer where the app lacks a scope; `undefined` where it has it. */
export const missingScope = ({ scopes }: Team, needed: string): Answer | undefined =>
  scopes.includes(needed) ? undefined : refused('missing_scope', { needed, provided: scopes.join(',') });

/** A flag: forms know only text. */
export const isSet = (value: unknown): boolean => value === true || value === 'true' || value === '1';

/** One page of a list, and the cursor of the next. */
export function pageOf<Thing>(
  things: readonly Thing[],
  { cursor, limit }: Arguments,
  usual: number,
): { readonly page: readonly Thing[]; readonly next: string } | undefined {
  const start =
    cursor === undefined || cursor === '' ? 0 : Number(Buffer.from(inWords(cursor), 'base64').toString());
  if (!Number.isInteger(start)) return undefined;
  const size = Math.min(Number(limit ?? usual) || usual, 999);
  const isLast = start + size >= things.length;
  return { page: things.slice(start, start + size), next: isLast ? '' : btoa(String(start + size)) };
}
