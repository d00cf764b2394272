import { type CutShort, discoverFeeds } from '#article/discover-feeds.ts';
import type { FoundFeed } from '#article/look-at-address.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { addOwnFeeds, nameOfFound } from '#command/feed/add-own-feeds.ts';
import { MOST_ADDED_AN_HOUR, MOST_OWN_FEEDS, type Room, roomFor } from '#command/feed/own-feed-limits.ts';
import type { FeedFigures } from '#command/words/feed-words.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Feed } from '#feed/feed.ts';
import { holdsKey } from '#feed/holds-key.ts';
import { shownAddress } from '#feed/shown-address.ts';
import { webAddressOf } from '#feed/web-address-of.ts';

/** More choices are no help. */
const MOST_CHOICES = 5;

/** `feed add address`: this workspace reads a feed of its own, found at a site or given itself. */
export const feedAdd: Command = {
  path: ['feed', 'add'],
  pathInFrench: ['flux', 'ajouter'],
  description: {
    en: 'Read a site or a feed for this workspace alone',
    fr: 'Lire un site ou un flux pour ce seul espace',
  },
  options: [
    {
      name: 'address',
      nameInFrench: 'adresse',
      description: { en: 'A site or a feed: example.org/news', fr: 'Un site ou un flux : example.org/news' },
      kind: 'text',
      isRequired: true,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const typed = (ask.options['address'] ?? '').trim();
    const address = webAddressOf(typed);
    if (address === undefined) return { kind: 'refused', lines: [words.feed.noAddress] };
    if (hasPassword(address.url)) return { kind: 'refused', lines: [words.feed.hasPassword] };
    const known = desk.catalogue.feedAt(address.url, ask.channel.workspace);
    if (known !== undefined) return alreadyRead(known, ask, words, desk);
    const room = await roomFor(ask.channel.workspace, desk.ledger.ownFeeds, desk.clock());
    if (room.left === 0) return { kind: 'refused', lines: [noRoom(room.limit, words)] };
    if (desk.attempts.take(ask.channel.workspace, 1, desk.clock()) === 0)
      return { kind: 'refused', lines: [noRoom('an-hour', words)] };
    return discover(typed, ask, words, desk);
  },
};

function hasPassword(url: string): boolean {
  const { username = '', password = '' } = URL.parse(url) ?? {};
  return username !== '' || password !== '';
}

async function discover(typed: string, ask: Ask, words: ReplyWords, desk: Desk): Promise<Reply> {
  const shown = shownAddress(webAddressOf(typed)?.url ?? '');
  const discovery = await discoverFeeds(typed, desk.search);
  switch (discovery.kind) {
    case 'no-address':
      return { kind: 'refused', lines: [words.feed.noAddress] };
    case 'no-answer':
      return { kind: 'refused', lines: [words.feed.noAnswerAt(shown, discovery.detail)] };
    case 'nothing':
      return {
        kind: 'refused',
        lines: [words.feed.noFeedAt(shown, discovery.cutShort), ...linesOn(discovery, words)],
      };
    case 'found': {
      const reply = await take(discovery.feeds, shown, { ask, words, desk });
      return { ...reply, lines: [...reply.lines, ...linesOn(discovery, words)] };
    }
  }
}

/** That more feeds are named there than were looked at. */
const linesOn = ({ cutShort }: { readonly cutShort?: CutShort }, { feed }: ReplyWords) =>
  cutShort === undefined ? [] : [feed.cutShort(cutShort)];

type Taking = { readonly ask: Ask; readonly words: ReplyWords; readonly desk: Desk };

/** One feed is what was meant; among several the person chooses. */
async function take(
  found: readonly [FoundFeed, ...FoundFeed[]],
  shown: string,
  { ask, words, desk }: Taking,
): Promise<Reply> {
  const { workspace } = ask.channel;
  const unknown = found.filter(({ url }) => desk.catalogue.feedAt(url, workspace) === undefined);
  const known = desk.catalogue.feedAt(found[0].url, workspace);
  if (unknown.length === 0 && known !== undefined) return alreadyRead(known, ask, words, desk);
  if (found.length > 1) return offer(unknown, shown, words, desk);
  return addOne(found[0], { ask, words, desk });
}

function offer(found: readonly FoundFeed[], shown: string, words: ReplyWords, desk: Desk): Reply {
  const choices = found.slice(0, MOST_CHOICES);
  return {
    kind: 'answer',
    lines: [
      words.feed.foundSeveral(shown, found.length),
      ...choices.map((one) => words.feed.foundLine(figuresOf(one, desk))),
    ],
    // A button may be shown as what it says: an address that holds a key has none, and can be typed.
    actions: choices
      .filter(({ url }) => !holdsKey(url))
      .map((one) => ({
        label: `${words.feed.actions.add}: ${nameOfFound(one, desk.catalogue)}`,
        command: `feed add ${one.url}`,
      })),
  };
}

async function addOne(found: FoundFeed, { ask, words, desk }: Taking): Promise<Reply> {
  const { added, alreadyOwn, limit, undo } = await addOwnFeeds([found], ask, desk);
  const [own] = added;
  const [existing] = alreadyOwn;
  if (existing !== undefined) return alreadyRead(existing.feed, ask, words, desk);
  if (own === undefined) return { kind: 'refused', lines: [noRoom(limit, words)] };
  const { feed } = words;
  return {
    kind: 'done',
    lines: [feed.added(figuresOf(found, desk)), feed.isOwn, feed.firstVisit],
    actions: [...undo, { label: words.actions.list, command: 'feed list' }],
  };
}

const noRoom = (limit: Room['limit'], { feed }: ReplyWords) =>
  limit === 'most' ? feed.tooMany(MOST_OWN_FEEDS) : feed.tooFast(MOST_ADDED_AN_HOUR);

async function alreadyRead(feed: Feed, { channel }: Ask, words: ReplyWords, desk: Desk): Promise<Reply> {
  const own = await desk.ledger.ownFeeds.find(channel.workspace, feed.id);
  const name = desk.catalogue.outlet(feed.outlet)?.name ?? feed.outlet;
  const line =
    own === undefined
      ? words.feed.alreadyRead(name)
      : words.feed.alreadyOwn(own.name, own.addedBy, own.addedAt);
  return { kind: 'answer', lines: [line] };
}

const figuresOf = (found: FoundFeed, { catalogue }: Desk): FeedFigures => ({
  name: nameOfFound(found, catalogue),
  address: shownAddress(found.url),
  items: found.items,
  ...(found.newestAt !== undefined && { newestAt: found.newestAt }),
});
