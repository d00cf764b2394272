import type { ChannelRef } from '#channel/channel.ts';
import type { Ask, Desk, Reply } from '#command/command.ts';
import type { StandingStories } from '#command/undo/inverse.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { editWordsIn } from '#command/words/edit-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { endWatching } from '#delivery/end-watching.ts';
import type { Stores } from '#ledger.ts';
import { isQuiet } from '#story/is-quiet.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';

/** A watch as it stands, and as it is wanted from now on. */
type Wanted = { readonly before: Subscription; readonly after: Subscription };

/**
 * Moves a watch to another channel that the person named and sees: new stories go there, on the conditions that are
 * wanted from now on. The cards that stand stay where they are.
 */
export async function moveWatch({ before, after }: Wanted, to: string, ask: Ask, desk: Desk): Promise<Reply> {
  const words = editWordsIn((await wordsFor(ask, desk)).language);
  const target = namedChannel(to, ask);
  const { name } = before;
  if (target === undefined) return { kind: 'refused', lines: [words.noSuchChannel(to)], option: 'to' };
  if (target.id === before.channel)
    return { kind: 'refused', lines: [words.isThere(name, target.name)], option: 'to' };

  const moved: Subscription = { ...after, id: subscriptionId(target.id, after.topic), channel: target.id };
  const made = await makeChange('watch edit', ask, desk, async (stores, now) => {
    const { subscriptions } = stores;
    const begun = { ...moved, createdAt: now.toISOString() };
    if ((await subscriptions.add(begun)) === 'already-there') return undefined;
    const stories = (await endWatching(before, stores, now)) ?? [];
    return {
      result: await countOpen(stories, stores, now),
      detail: `${name}: to ${target.name}`,
      inverse: {
        kind: 'all',
        of: [
          { kind: 'restore-watch', watch: before, stories },
          { kind: 'remove-watch', watch: moved.id },
        ],
      },
    };
  });
  if (made === undefined)
    return { kind: 'refused', lines: [words.watchesItAlready(target.name, name)], option: 'to' };
  return {
    kind: 'done',
    lines: [words.moved(name, ask.channel.name, target.name, made.result)],
    actions: made.undo,
  };
}

/** How many of its stories have a card that is still edited. */
async function countOpen(standing: StandingStories, { stories }: Stores, now: Date): Promise<number> {
  let open = 0;
  for (const { story, state } of standing) {
    if (state !== 'posted' && state !== 'joined') continue;
    const known = await stories.find(story);
    if (known !== undefined && !isQuiet(known, now)) open += 1;
  }
  return open;
}

/** By the platform's id, or as people call it. */
const namedChannel = (to: string, { named = [] }: Ask): ChannelRef | undefined =>
  named.find(
    ({ address, name }) => address === to || name.toLowerCase() === `#${to.replace(/^#/, '').toLowerCase()}`,
  );
