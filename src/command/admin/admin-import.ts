import { readWatchLines, type WatchWish } from '#command/admin/watch-lines.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import type { Inverse } from '#command/undo/inverse.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { MOST_TOPICS } from '#command/watch/most-topics.ts';
import { watchListWordsIn } from '#command/words/watch-list-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { webAddressOf } from '#feed/web-address-of.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

/** Longer is no list of fifty topics. */
const LONGEST = 64 * 1024;
const MOST_NAMED = 5;

/** A line that names a topic, and how it is to be watched. */
type Wanted = { readonly topic: Topic; readonly wish: WatchWish };

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
    const text = await textOf(given, ask, desk);
    const wishes = text === undefined || text.length > LONGEST ? [] : readWatchLines(text);
    if (wishes.length === 0) return { kind: 'refused', lines: [words.noList] };
    return takeOver(wishes, ask, desk);
  },
};

/** The list itself, or what stands at the link to it; links are counted as those of feed lists are. */
async function textOf(
  given: string,
  { channel }: Ask,
  { search, attempts, clock }: Desk,
): Promise<string | undefined> {
  const address = /\s/.test(given) ? undefined : webAddressOf(given);
  if (address === undefined) return given;
  if (attempts.take(`${channel.workspace} lists`, 1, clock()) === 0) return undefined;
  const visit = await search.fetcher.visit({ url: address.url, validators: {} });
  return visit.kind === 'fresh' ? new TextDecoder().decode(visit.bytes) : undefined;
}

async function takeOver(wishes: readonly WatchWish[], ask: Ask, desk: Desk): Promise<Reply> {
  const words = watchListWordsIn((await wordsFor(ask, desk)).language);
  const wanted: Wanted[] = [];
  const unread: string[] = [];
  for (const wish of wishes) {
    const parsed = parseQuery(wish.name, desk.lexicon);
    if (parsed.kind === 'topic') wanted.push({ topic: parsed.topic, wish });
    else unread.push(wish.name);
  }
  const made = await makeChange('readout-admin import', ask, desk, async ({ subscriptions, topics }, now) => {
    const { channel } = ask;
    const known = new Set((await subscriptions.listByChannel(channel.id)).map(({ topic }) => topic));
    const fresh = [...new Map(wanted.map((one) => [one.topic.id, one])).values()].filter(
      ({ topic }) => !known.has(topic.id),
    );
    const added = fresh.slice(0, Math.max(0, MOST_TOPICS - known.size));
    const at = now.toISOString();
    const of: Inverse[] = [];
    for (const { topic, wish } of added) {
      const watch = subscriptionId(channel.id, topic.id);
      await topics.save(topic);
      await subscriptions.add({
        ...wish,
        ...(wish.digest !== undefined && { digestSince: at }),
        id: watch,
        workspace: channel.workspace,
        channel: channel.id,
        topic: topic.id,
        name: topic.written,
        createdAt: at,
        createdBy: ask.who,
      });
      of.push({ kind: 'remove-watch', watch, after: await subscriptions.find(watch) });
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
