import type { FeedId } from '#feed/feed.ts';
import { type Clock, DAY_MS } from '#kernel/clock.ts';
import type { Log } from '#kernel/log.ts';
import type { Ledger } from '#ledger.ts';

/** That a weekly digest was sent is known by its row alone, and some weeks have an hour more. */
const TOLD_DAYS = 15;

/** How long things are kept, in days. */
export type Keeping = {
  readonly textsDays: number;
  readonly titlesDays: number;
  readonly seenKeysDays: number;
  readonly leftWorkspacesDays: number;
};

/** So few rows a time that nobody waits for it. */
const ROWS_AT_ONCE = 200;
/** A pass goes through everything once. */
const PASS_EVERY_MS = DAY_MS;

/** What one pass has deleted so far. */
type Forgotten = { rows: number };

/**
 * Deletes what is kept no longer, a little each time it is called, once a day through everything; resolves to whether
 * something is left to do today. What it deleted is logged when a pass is over.
 */
export function forgetOld(
  ledger: Pick<Ledger, 'forgetting' | 'feeds'>,
  keeping: Keeping,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): () => Promise<boolean> {
  let nextPassAt = 0;
  let pass: AsyncGenerator<number> | undefined;
  let forgotten: Forgotten = { rows: 0 };
  return async () => {
    const now = clock();
    if (pass === undefined) {
      if (now.getTime() < nextPassAt) return false;
      nextPassAt = now.getTime() + PASS_EVERY_MS;
      forgotten = { rows: 0 };
      pass = onePass(ledger, keeping, now);
    }
    const step = await nextStep(pass, () => (pass = undefined));
    if (step.done !== true) {
      forgotten.rows += step.value;
      return true;
    }
    pass = undefined;
    if (forgotten.rows > 0) log.info('database.forgot', { rows: forgotten.rows });
    return false;
  };
}

/** A pass that fails begins anew the next day: what it did is done. */
async function nextStep(
  pass: AsyncGenerator<number>,
  giveUp: () => void,
): Promise<IteratorResult<number, unknown>> {
  try {
    return await pass.next();
  } catch (fault) {
    giveUp();
    throw fault;
  }
}

/** Gives after each step how many rows it changed. */
async function* onePass(
  { forgetting, feeds }: Pick<Ledger, 'forgetting' | 'feeds'>,
  keeping: Keeping,
  now: Date,
): AsyncGenerator<number> {
  const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const titles = before(keeping.titlesDays);
  yield* untilNone(() => forgetting.forgetStories(titles, ROWS_AT_ONCE));
  yield* untilNone(() => forgetting.forgetArticles(titles, ROWS_AT_ONCE));
  let after: string | undefined;
  do {
    const done = await forgetting.forgetTexts(before(keeping.textsDays), ROWS_AT_ONCE, after);
    yield done.texts;
    after = done.next;
  } while (after !== undefined);
  for (const { feed } of (await feeds.listAll()) as readonly { readonly feed: FeedId }[]) {
    yield await forgetting.forgetSeenKeys(feed, before(keeping.seenKeysDays));
  }
  yield await forgetting.forgetTold(before(Math.max(keeping.textsDays, TOLD_DAYS)));
  // Last: by now the platforms have said whether one was joined again while the program did not run.
  yield* untilNone(() => forgetting.forgetWorkspaces(before(keeping.leftWorkspacesDays), ROWS_AT_ONCE));
}

async function* untilNone(step: () => Promise<number>): AsyncGenerator<number> {
  for (;;) {
    const rows = await step();
    if (rows === 0) return;
    yield rows;
  }
}
