import { keyTakesBack } from '#card/change.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { seeFirst } from '#command/news/see-first.ts';
import { tellFeeds } from '#command/news/tell-feeds.ts';
import { sinceWhen } from '#command/story/moment-past.ts';
import { storyCards } from '#command/story/story-cards.ts';
import { storyLines } from '#command/story/story-lines.ts';
import { ownLanguage } from '#command/words/own-language.ts';
import { sinceWordsIn } from '#command/words/since-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Story } from '#story/story.ts';
import { settingsOf } from '#subscription/settings-of.ts';

/** As many as one can take in at a glance. */
const MOST_SHOWN = 10;
/** Nobody counts further. */
const MOST_STORIES = 100;

/** `news since 22:00`: what has moved on the topics of this channel since then; on everything where it watches nothing. */
export const newsSince: Command = {
  path: ['news', 'since'],
  pathInFrench: ['actus', 'depuis'],
  description: {
    en: 'What has moved since an hour or a day',
    fr: 'Ce qui a bougé depuis une heure ou un jour',
  },
  options: [
    {
      name: 'time',
      nameInFrench: 'heure',
      description: {
        en: 'Such as 22:00 or 22 h (that hour), 12h (so long ago), 3d, yesterday or 2026-07-02',
        fr: 'Par exemple 22:00 ou 22 h (cette heure), 12h (il y a autant), 3j, hier ou 2026-07-02',
      },
      kind: 'text',
      isRequired: true,
    },
  ],
  isChanging: false,
  isShareable: true,
  run: async (ask, desk) => {
    const words = sinceWordsIn((await wordsFor(ask, desk)).language);
    const { ledger, clock } = desk;
    const typed = (ask.options['time'] ?? '').trim();
    const workspace = await ledger.workspaces.find(ask.channel.workspace);
    const { zone } = await settingsOf(ask.channel.id, workspace, ledger.subscriptions);
    const since = sinceWhen(typed, zone, clock());
    if (since === undefined) return { kind: 'refused', lines: [words.noSuchMoment(typed)] };
    return tell(since, ask, desk);
  },
};

async function tell(since: Date, ask: Ask, desk: Desk): Promise<Reply> {
  const all = await wordsFor(ask, desk);
  const words = sinceWordsIn(all.language);
  const { channel } = ask;
  const stories = await movedSince(since, ask, desk);
  const held = await countHeld(since, ask, desk);
  const corrected = await countTakenBack(stories, since, ask, desk);
  const figures = { since: since.toISOString(), moved: stories.length, corrected, held };
  if (stories.length === 0)
    return { kind: 'answer', lines: [words.since(figures), ...(await tellFeeds(channel, all, desk))] };
  const cards = await storyCards(stories.slice(0, MOST_SHOWN), channel, desk, {
    language: ownLanguage(ask, all),
  });
  return {
    kind: 'answer',
    lines: [words.since(figures), ...cards.flatMap(storyLines)],
    actions: seeFirst(
      cards.map(({ story }) => story),
      all,
    ),
  };
}

/** Stories that an article joined since then: of the channel's topics, else all that it can see. Newest first. */
async function movedSince(since: Date, { channel }: Ask, { ledger }: Desk): Promise<readonly Story[]> {
  const { workspace: seenBy } = channel;
  const watches = await ledger.subscriptions.listByChannel(channel.id);
  const query = { since, limit: MOST_STORIES, seenBy };
  if (watches.length === 0) return ledger.stories.listRecent(query);
  const found = await Promise.all(watches.map(({ topic }) => ledger.stories.listRecent({ ...query, topic })));
  const distinct = new Map(found.flat().map((story) => [story.id, story]));
  const all = await ledger.stories.listRecent(query);
  const order = new Map(all.map(({ id }, index) => [id, index]));
  return [...distinct.values()].toSorted(
    (one, other) => (order.get(one.id) ?? MOST_STORIES) - (order.get(other.id) ?? MOST_STORIES),
  );
}

async function countHeld(since: Date, { channel }: Ask, { ledger }: Desk): Promise<number> {
  const watches = await ledger.subscriptions.listByChannel(channel.id);
  const states = await Promise.all(watches.map(({ id }) => ledger.subscriptions.listStates(id)));
  const held = states.flat().filter(({ state, at }) => state === 'held' && at >= since.toISOString());
  return new Set(held.map(({ story }) => story)).size;
}

/** Of these, how many this channel was told of that something was denied, corrected or withdrawn. */
async function countTakenBack(
  stories: readonly Story[],
  since: Date,
  { channel }: Ask,
  { ledger }: Desk,
): Promise<number> {
  const pointers = await Promise.all(stories.map(({ id }) => ledger.deliveries.pointersOf(channel.id, id)));
  const isNews = (change: string, dueAt: string): boolean =>
    keyTakesBack(change) && dueAt >= since.toISOString();
  return pointers.filter((of) => of.some(({ change, dueAt }) => isNews(change, dueAt))).length;
}
