import type { Action } from '#channel/action.ts';
import type { Ask, Desk } from '#command/command.ts';
import { type Inverse, isOfWorkspace } from '#command/undo/inverse.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import type { Stores } from '#ledger.ts';

/** For so long a change can be taken back. */
export const UNDO_MINUTES = 15;

/** What a change has done, for the audit; and how it is taken back, where it can be. */
export type Change<Result> = {
  readonly result: Result;
  /** Absent where nothing was changed after all. */
  readonly detail?: string;
  readonly inverse?: Inverse;
  /** It concerns every channel, though no inverse says so: the audit does not name where it was made. */
  readonly isEverywhere?: true;
  /** The command that comes nearest to taking it back later. */
  readonly opposite?: string;
};

/** What came of it; `undo` is the button that takes it back. */
export type Made<Result> = { readonly result: Result; readonly undo: readonly Action[] };

/**
 * The one way in which a command changes something: in one transaction, with a row in the audit and with what takes it
 * back. `work` gives `undefined` where it has changed nothing after all; on PostgreSQL it may run twice.
 */
export async function makeChange<Done extends Change<unknown> | undefined>(
  what: string,
  ask: Ask,
  desk: Desk,
  work: (stores: Stores, now: Date) => Promise<Done>,
): Promise<Made<NonNullable<Done>['result']> | Extract<Done, undefined>> {
  const token = desk.freshToken();
  const now = desk.clock();
  const change = await desk.ledger.transaction(async (stores) => {
    const done = await work(stores, now);
    if (done !== undefined) await note(done, { what, token, now }, ask, stores);
    return done;
  });
  if (change === undefined) return undefined as Extract<Done, undefined>;
  const { actions } = await wordsFor(ask, desk);
  const isNoted = change.detail !== undefined && change.inverse !== undefined;
  const undo = !isNoted ? [] : [{ label: actions.undo, command: `undo ${token}` }];
  return { result: change.result, undo };
}

async function note(
  { detail, inverse, isEverywhere, opposite }: Change<unknown>,
  { what, token, now }: { readonly what: string; readonly token: string; readonly now: Date },
  { channel, who }: Ask,
  { workspaces, buttons }: Stores,
): Promise<void> {
  if (detail === undefined) return;
  const { workspace, id } = channel;
  const isForAll = isEverywhere === true || (inverse !== undefined && isOfWorkspace(inverse));
  const at = now.toISOString();
  await workspaces.audit({ workspace, ...(!isForAll && { channel: id }), who, at, what, detail });
  if (inverse === undefined) return;
  const undo = {
    token,
    workspace,
    channel: id,
    who,
    until: new Date(now.getTime() + UNDO_MINUTES * MINUTE_MS).toISOString(),
    what,
    detail,
    inverse: JSON.stringify(inverse),
    ...(opposite !== undefined && { opposite }),
  };
  await buttons.keepUndo(undo, now);
}
