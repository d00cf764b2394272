import type { FeedSearch } from '#article/feed-search.ts';
import { type FoundFeed, lookAtAddress } from '#article/look-at-address.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { addOwnFeeds } from '#command/feed/add-own-feeds.ts';
import { MOST_ADDED_AN_HOUR, roomFor } from '#command/feed/own-feed-limits.ts';
import type { ImportFigures } from '#command/words/feed-words.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { OpmlFeed } from '#feed/opml.ts';
import { sameAddress } from '#feed/same-address.ts';
import { shownAddress } from '#feed/shown-address.ts';
import { webAddressOf } from '#feed/web-address-of.ts';

/** Looked at together; never two of one host, which has one connection. */
const LOOKED_AT_ONCE = 4;
const MOST_NAMED = 5;

/** An entry of the list, after a look at its address. */
type Looked = {
  readonly url: string;
  readonly outcome: 'found' | 'not-reached' | 'no-feed';
  readonly feed?: FoundFeed;
};

/** `feed import`: the feeds of an OPML list, each looked at before it is added. */
export const feedImport: Command = {
  path: ['feed', 'import'],
  pathInFrench: ['flux', 'importer'],
  description: {
    en: 'Read the feeds of an OPML list for this workspace',
    fr: 'Lire les flux d’une liste OPML pour cet espace',
  },
  options: [
    {
      name: 'opml',
      nameInFrench: 'opml',
      description: {
        en: 'The link of an OPML list, or its text',
        fr: 'Le lien d’une liste OPML, ou son texte',
      },
      kind: 'text',
      isRequired: false,
    },
    {
      name: 'file',
      nameInFrench: 'fichier',
      description: { en: 'An OPML file', fr: 'Un fichier OPML' },
      kind: 'file',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const given = (ask.options['file'] ?? ask.options['opml'] ?? '').trim();
    if (!mayRead(given, ask, desk))
      return { kind: 'refused', lines: [words.feed.tooFast(MOST_ADDED_AN_HOUR)] };
    const listed = await readList(given, desk.search);
    if (listed === undefined) return { kind: 'refused', lines: [words.feed.noOpml] };
    if (listed.length === 0) return { kind: 'refused', lines: [words.feed.emptyOpml] };
    return takeOver(listed, ask, words, desk);
  },
};

/** Lists at links are counted apart, so that a list may hold as many feeds as may be tried. */
const mayRead = (given: string, { channel }: Ask, { attempts, clock }: Desk): boolean =>
  webAddressOf(given) === undefined || attempts.take(`${channel.workspace} lists`, 1, clock()) === 1;

/** The list itself, or what stands at the link to it. */
async function readList(
  text: string,
  { fetcher, readOpml }: FeedSearch,
): Promise<readonly OpmlFeed[] | undefined> {
  const address = webAddressOf(text);
  if (address === undefined) return readOpml({ bytes: new TextEncoder().encode(text) });
  const visit = await fetcher.visit({ url: address.url, validators: {} });
  return visit.kind === 'fresh' ? readOpml(visit) : undefined;
}

async function takeOver(
  listed: readonly OpmlFeed[],
  ask: Ask,
  words: ReplyWords,
  desk: Desk,
): Promise<Reply> {
  const { workspace } = ask.channel;
  const distinct = eachOnce(listed);
  const unknown = distinct.filter(({ url }) => desk.catalogue.feedAt(url, workspace) === undefined);
  const { left } = await roomFor(workspace, desk.ledger.ownFeeds, desk.clock());
  const tried = desk.attempts.take(workspace, Math.min(left, unknown.length), desk.clock());
  const looked = await lookAtAll(unknown.slice(0, tried), desk.search);
  const found = looked.flatMap(({ feed }) => feed ?? []);
  const fresh = eachOnce(found).filter(({ url }) => desk.catalogue.feedAt(url, workspace) === undefined);
  const { added, leftOut, undo } = await addOwnFeeds(fresh, ask, desk);

  const failed = looked.filter(({ outcome }) => outcome !== 'found');
  const overLimit = unknown.slice(tried);
  const notTaken = [...failed, ...overLimit].map(({ url }) => shownAddress(url)).slice(0, MOST_NAMED);
  const figures: ImportFigures = {
    listed: distinct.length,
    added: added.length,
    notReached: failed.filter(({ outcome }) => outcome === 'not-reached').length,
    noFeed: failed.filter(({ outcome }) => outcome === 'no-feed').length,
    overLimit: overLimit.length + leftOut.length,
    alreadyRead: distinct.length - added.length - failed.length - overLimit.length - leftOut.length,
  };
  const [first] = added;
  return {
    kind: first === undefined ? 'refused' : 'done',
    lines: [
      words.feed.imported(figures),
      ...(notTaken.length === 0 ? [] : [words.feed.notTaken(notTaken)]),
      ...(first === undefined ? [] : [words.feed.isOwn, words.feed.firstVisit]),
    ],
    actions: first === undefined ? [] : [...undo, { label: words.actions.list, command: 'feed list' }],
  };
}

const eachOnce = <Listed extends { readonly url: string }>(feeds: readonly Listed[]): readonly Listed[] => [
  ...new Map(feeds.map((one) => [sameAddress(one.url), one])).values(),
];

async function lookAtAll(feeds: readonly OpmlFeed[], search: FeedSearch): Promise<readonly Looked[]> {
  const waiting = feeds.values();
  const looked: Looked[] = [];
  // All share one iterator, so each takes the next when it is done with its last.
  const lookAtNext = async (): Promise<void> => {
    for (const one of waiting) looked.push(await lookAt(one, search));
  };
  await Promise.all(Array.from({ length: LOOKED_AT_ONCE }, lookAtNext));
  return looked;
}

async function lookAt({ url, title }: OpmlFeed, search: FeedSearch): Promise<Looked> {
  const address = webAddressOf(url)?.url;
  if (address === undefined) return { url, outcome: 'not-reached' };
  const looked = await lookAtAddress(address, search);
  switch (looked.kind) {
    case 'failed':
      return { url, outcome: 'not-reached' };
    case 'page':
      return { url, outcome: 'no-feed' };
    case 'feed':
      return { url, outcome: 'found', feed: { ...(title !== undefined && { title }), ...looked.feed } };
  }
}
