import { type ReadLine, readWatchLines } from '#command/admin/watch-lines.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import type { Inverse } from '#command/undo/inverse.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { roomFor } from '#command/watch/room-for.ts';
import { withWishes } from '#command/watch/watch-wishes.ts';
import { watchListWordsIn } from '#command/words/watch-list-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { shownAddress } from '#feed/shown-address.ts';
import { webAddressOf } from '#feed/web-address-of.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

/** Longer is no list of fifty topics. */
const LONGEST = 64 * 1024;
const MOST_NAMED = 5;

/** A line that names a topic, and how it is to be watched. */
type Wanted = { readonly topic: Topic; readonly watch: Subscription };

/** `readout-admin import`: this channel watches what a list from `readout-admin export` names, beside what it watches already. */
export const adminImport: Command = {
  path: ['readout-admin', 'import'],
  pathInFrench: ['readout-admin', 'importer'],
  description: { en: 'Watch what an exported list names', fr: 'Suivre ce que nomme une liste exportée' },
  options: [
    {
      name: 'watches',
      nameInFrench: 'veilles',
      description: { en: 'The list itself, or a link to it', fr: 'La liste elle-même, ou un lien vers elle' },
      kind: 'text',
      isRequired: false,
      hasLines: true,
    },
    {
      name: 'file',
      nameInFrench: 'fichier',
      description: { en: 'The exported file', fr: 'Le fichier exporté' },
      kind: 'file',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const words = watchListWordsIn((await wordsFor(ask, desk)).language);
    const given = (ask.options['file'] ?? ask.options['watches'] ?? '').trim();
    const list = await listAt(given, ask, desk);
    switch (list.kind) {
      case 'too-many-links':
        return { kind: 'refused', lines: [words.tooManyLinks] };
      case 'not-reached':
        return { kind: 'refused', lines: [words.notReached(list.address)] };
      case 'too-long':
        return { kind: 'refused', lines: [words.tooLong(LONGEST / 1024)] };
      case 'text': {
        const lines = readWatchLines(list.text);
        if (lines.length === 0) return { kind: 'refused', lines: [words.noList] };
        return takeOver(lines, ask, desk);
      }
    }
  },
};

/** A list, or why there is none. */
type List =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not-reached'; readonly address: string }
  | { readonly kind: 'too-many-links' | 'too-long' };

/** The list itself, or what stands at the link to it; links are counted as those of feed lists are. */
async function listAt(given: string, { channel }: Ask, { search, attempts, clock }: Desk): Promise<List> {
  const address = /\s/.test(given) ? undefined : webAddressOf(given);
  if (address === undefined) return listOf(given);
  if (attempts.take(`${channel.workspace} lists`, 1, clock()) === 0) return { kind: 'too-many-links' };
  const visit = await search.fetcher.visit({ url: address.url, validators: {} });
  if (visit.kind !== 'fresh') return { kind: 'not-reached', address: shownAddress(address.url) };
  return listOf(new TextDecoder().decode(visit.bytes));
}

const listOf = (text: string): List =>
  text.length > LONGEST ? { kind: 'too-long' } : { kind: 'text', text };

/** The watches that the lines mean, and those lines that nobody can make sense of. */
function wantedOf(lines: readonly ReadLine[], ask: Ask, desk: Desk) {
  const { id: channel, workspace } = ask.channel;
  const at = desk.clock().toISOString();
  const wanted: Wanted[] = [];
  const unread: string[] = [];
  for (const { wish, wishes } of lines) {
    const parsed = parseQuery(wish.name, desk.lexicon);
    if (parsed.kind === 'problem') {
      unread.push(wish.name);
      continue;
    }
    const { topic } = parsed;
    const plain: Subscription = {
      ...wish,
      ...(wish.digest !== undefined && { digestSince: at }),
      id: subscriptionId(channel, topic.id),
      workspace,
      channel,
      topic: topic.id,
      name: topic.written,
      createdAt: at,
      createdBy: ask.who,
    };
    const wished = withWishes(plain, { ...ask, options: wishes }, desk);
    if (wished.kind === 'wished') wanted.push({ topic, watch: wished.watch });
    else unread.push(`${wished.option}:${wished.typed} ${wish.name}`);
  }
  return { wanted, unread };
}

async function takeOver(lines: readonly ReadLine[], ask: Ask, desk: Desk): Promise<Reply> {
  const words = watchListWordsIn((await wordsFor(ask, desk)).language);
  const { wanted, unread } = wantedOf(lines, ask, desk);
  const made = await makeChange('readout-admin import', ask, desk, async ({ subscriptions, topics }) => {
    const { channel } = ask;
    const known = new Set((await subscriptions.listByChannel(channel.id)).map(({ topic }) => topic));
    const fresh = [...new Map(wanted.map((one) => [one.topic.id, one])).values()].filter(
      ({ topic }) => !known.has(topic.id),
    );
    const { left } = await roomFor(channel, subscriptions, desk);
    const added = fresh.slice(0, left);
    const of: Inverse[] = [];
    for (const { topic, watch } of added) {
      await topics.save(topic);
      await subscriptions.add(watch);
      of.push({ kind: 'remove-watch', watch: watch.id, after: await subscriptions.find(watch.id) });
    }
    const result = {
      added: added.length,
      alreadyThere: wanted.length - fresh.length,
      overLimit: fresh.length - added.length,
    };
    if (added.length === 0) return { result };
    return {
      result,
      detail: added.map(({ topic }) => topic.written).join(', '),
      inverse: { kind: 'all', of },
    };
  });
  return {
    kind: made.result.added === 0 ? 'refused' : 'done',
    lines: [
      words.imported(ask.channel.name, made.result),
      ...(unread.length === 0 ? [] : [words.unread(unread.slice(0, MOST_NAMED), unread.length)]),
    ],
    actions: made.undo,
  };
}
