import type { Ask, Desk, Option, Reply } from '#command/command.ts';
import type { Inverse } from '#command/undo/inverse.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { watchedTopic } from '#command/watch/watched-topic.ts';
import { pauseWordsIn } from '#command/words/pause-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { decideAnew } from '#delivery/decide-anew.ts';
import { isSilent } from '#subscription/is-silent.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** A topic, or every topic of the channel. */
export const topicOrAll: readonly Option[] = [
  { ...watchedTopic, isRequired: false },
  {
    name: 'all',
    nameInFrench: 'tout',
    description: { en: 'Every topic of this channel', fr: 'Tous les sujets suivis ici' },
    kind: 'flag',
    isRequired: false,
  },
];

/**
 * `watch pause --all`: the channel hears nothing until then, or until somebody resumes it. What is paused already, or for
 * longer, stays so.
 */
export async function pauseChannel(until: string | undefined, ask: Ask, desk: Desk): Promise<Reply> {
  const words = pauseWordsIn((await wordsFor(ask, desk)).language);
  const { name } = ask.channel;
  const made = await changeAll(
    {
      what: 'watch pause',
      detail: until === undefined ? 'all' : `all until ${until}`,
      opposite: 'watch resume --all',
    },
    (watch) => paused(watch, until),
    ask,
    desk,
  );
  if (made === undefined) return { kind: 'answer', lines: [words.nothingToPause(name)] };
  return { kind: 'done', lines: [words.allPaused(name, made.result, until)], actions: made.undo };
}

/** `watch resume --all`: every paused topic of the channel is watched again. */
export async function resumeChannel(ask: Ask, desk: Desk): Promise<Reply> {
  const words = pauseWordsIn((await wordsFor(ask, desk)).language);
  const { name } = ask.channel;
  const now = desk.clock();
  const made = await changeAll(
    { what: 'watch resume', detail: 'all', opposite: 'watch pause --all' },
    (watch) => (isSilent(watch, now) ? resumed(watch, now) : undefined),
    ask,
    desk,
  );
  if (made === undefined) return { kind: 'answer', lines: [words.nothingToResume(name)] };
  return { kind: 'done', lines: [words.allResumed(name, made.result)], actions: made.undo };
}

/** A watch that is heard again. Nothing is owed for the hours that it was silent. */
export function resumed(silent: Subscription, now: Date): Subscription {
  const { mutedUntil: _, ...watch } = silent;
  return { ...watch, isPaused: false, ...(watch.digest && { digestSince: now.toISOString() }) };
}

/** A watch that is silent until then, or nothing where it is silent for as long already. */
function paused({ mutedUntil, ...watch }: Subscription, until: string | undefined): Subscription | undefined {
  if (watch.isPaused) return undefined;
  if (until === undefined) return { ...watch, isPaused: true };
  return mutedUntil !== undefined && mutedUntil >= until ? undefined : { ...watch, mutedUntil: until };
}

/** Changes the channel's watches in one, taken back in one; `result` is how many. */
function changeAll(
  told: { readonly what: string; readonly detail: string; readonly opposite: string },
  change: (watch: Subscription) => Subscription | undefined,
  ask: Ask,
  desk: Desk,
) {
  const { id } = ask.channel;
  return makeChange(told.what, ask, desk, async ({ subscriptions, deliveries }, now) => {
    const inverses: Inverse[] = [];
    for (const before of await subscriptions.listByChannel(id)) {
      const after = change(before);
      if (after === undefined) continue;
      await subscriptions.update(after);
      const standing = (await subscriptions.find(after.id)) ?? after;
      inverses.push({ kind: 'change-watch', before, after: standing });
    }
    if (inverses.length === 0) return undefined;
    await decideAnew(id, deliveries, now);
    const { detail, opposite } = told;
    return { result: inverses.length, detail, opposite, inverse: { kind: 'all', of: inverses } };
  });
}

/** Whether every topic is meant, and none by name. */
export const isAboutAll = ({ options }: Ask): boolean =>
  options['all'] !== undefined && (options['topic'] ?? '').trim() === '';

/** Whether a command was given neither a topic nor `--all`. */
export const isAboutNone = ({ options }: Ask): boolean =>
  options['all'] === undefined && (options['topic'] ?? '').trim() === '';
