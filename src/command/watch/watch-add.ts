import type { Action } from '#channel/action.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { formOf } from '#command/form-of.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { hourOf } from '#command/watch/hour-of.ts';
import { isCalm } from '#command/watch/is-calm.ts';
import { type LookBack, lookBack } from '#command/watch/look-back.ts';
import { narrowerTopics } from '#command/watch/narrower-topics.ts';
import { placeToWatch, saidElsewhere } from '#command/watch/place-to-watch.ts';
import { queryProblem } from '#command/watch/query-problem.ts';
import { type Room, roomFor, tellFull } from '#command/watch/room-for.ts';
import { OF_WATCHES, settleZone } from '#command/watch/settle-zone.ts';
import { topicMeant } from '#command/watch/topic-meant.ts';
import { understoodAs } from '#command/watch/understood-as.ts';
import { unmetRestrictions } from '#command/watch/unmet-restrictions.ts';
import { zoneHere } from '#command/watch/zone-here.ts';
import { wordingIn } from '#command/wording.ts';
import type { ReplyWords } from '#command/words/reply-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { ParsedQuery, Topic } from '#topic/topic.ts';

const LOOK_BACK_DAYS = 30;
/** Before a working day begins. */
const DIGEST_AT = '08:00';

/** How an attempt to watch ended. */
type Outcome =
  | { readonly kind: 'added'; readonly undo: readonly Action[] }
  | { readonly kind: 'full'; readonly room: Room }
  | { readonly kind: 'already-there'; readonly existing: Subscription };

/** `watch add topic`: this channel, or the one behind `in`, gets a card when it happens, or a digest of it. */
export const watchAdd: Command = {
  path: ['watch', 'add'],
  pathInFrench: ['veille', 'ajouter'],
  description: { en: 'Watch a topic in this channel', fr: 'Suivre un sujet ici' },
  options: [
    {
      name: 'topic',
      nameInFrench: 'sujet',
      description: { en: 'Such as: Macron Putin call', fr: 'Par exemple : appel Macron Poutine' },
      kind: 'text',
      isRequired: true,
      suggests: 'topics',
    },
    {
      name: 'anyway',
      nameInFrench: 'quand-même',
      description: { en: 'Also when it brings many cards', fr: 'Même si cela apporte beaucoup de fiches' },
      kind: 'flag',
      isRequired: false,
    },
    {
      name: 'digest',
      nameInFrench: 'synthèse',
      description: {
        en: 'Once a day at this hour, such as 08:00, in place of cards',
        fr: 'Une fois par jour à cette heure, par exemple 08:00, au lieu de fiches',
      },
      kind: 'time',
      isRequired: false,
    },
    {
      name: 'in',
      nameInFrench: 'dans',
      description: {
        en: 'Watch it in this channel in place of this one, such as a forum',
        fr: 'Où le suivre plutôt qu’ici, par exemple dans un forum',
      },
      kind: 'channel',
      isRequired: false,
    },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const place = await placeToWatch(ask, desk);
    if (place.kind === 'none') return place.reply;
    const { channel } = place;
    if (channel.id !== ask.channel.id)
      return saidElsewhere(await withZoneTakenOver({ ...ask, channel }, desk), channel);
    return withZoneAsked(ask, desk);
  },
  form: async (ask, desk) => {
    const { language } = await wordsFor(ask, desk);
    const title = wordingIn({ en: 'Watch a topic', fr: 'Suivre un sujet' }, language);
    const fields = ['topic', 'digest', 'anyway', 'in'];
    return formOf(watchAdd, { title, fields, values: ask.options }, language);
  },
};

/** Where another channel gets a digest, nobody is there to be asked: it takes over the zone that it is told in. */
async function withZoneTakenOver(ask: Ask, desk: Desk): Promise<Reply> {
  const there = ask.options['digest'] === undefined ? undefined : await zoneHere(ask, desk);
  const reply = await watchIn(ask, desk);
  if (there?.kind === 'elsewhere' && reply.kind === 'done') await settleZone(there, OF_WATCHES, ask, desk);
  return reply;
}

/** Where it brings a digest, its hour is in some zone. */
async function withZoneAsked(ask: Ask, desk: Desk): Promise<Reply> {
  const here = ask.options['digest'] === undefined ? undefined : await zoneHere(ask, desk);
  const reply = await watchIn(ask, desk);
  if (here === undefined || reply.kind !== 'done') return reply;
  const { lines, actions } = await settleZone(here, OF_WATCHES, ask, desk);
  return {
    ...reply,
    lines: [...reply.lines, ...lines],
    actions: [...actions, ...(reply.actions ?? [])],
  };
}

/** Has the channel of the ask watch the topic. */
async function watchIn(ask: Ask, desk: Desk): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const { digest, anyway } = ask.options;
  const written = topicMeant(ask.options['topic'] ?? '', desk.lexicon);
  const parsed = parseQuery(written, desk.lexicon);
  if (parsed.kind === 'problem') return queryProblem(parsed.problem, written, words, 'watch add');
  if (digest !== undefined && hourOf(digest) === undefined)
    return { kind: 'refused', lines: [words.watch.noSuchHour(digest)], option: 'digest' };

  const past = await lookBack(parsed.topic, { days: LOOK_BACK_DAYS, seenBy: ask.channel.workspace }, desk);
  const isSure = anyway !== undefined || digest !== undefined;
  if (!isSure && !isCalm(past.figures) && !(await isThere(parsed.topic, ask, desk)))
    return tooMuch(parsed.topic, past, words, desk);

  // Words first, so that a fault in them leaves nothing saved.
  const added = await addedReply(parsed, past, ask, desk);
  const outcome = await save(parsed.topic, ask, desk);
  return replyTo(outcome, added, written, ask, words);
}

const isThere = async ({ id }: Topic, { channel }: Ask, { ledger }: Desk): Promise<boolean> =>
  (await ledger.subscriptions.find(subscriptionId(channel.id, id))) !== undefined;

async function tooMuch(topic: Topic, past: LookBack, words: ReplyWords, desk: Desk): Promise<Reply> {
  const { written } = topic;
  const narrower = await narrowerTopics(topic, past, words.language, desk);
  const { actions } = words.watch;
  return {
    kind: 'refused',
    lines: [words.watch.tooMuch(written, past.figures), words.watch.narrowIt(narrower)],
    actions: [
      { label: actions.dailyDigest(DIGEST_AT), command: `watch add digest:${DIGEST_AT} ${written}` },
      { label: actions.cardsAtMost, command: `watch add --anyway ${written}` },
      ...narrower.map((one) => ({
        label: narrowedBy(one.written, written),
        command: `watch add ${one.written}`,
      })),
    ],
  };
}

/** More is cut short on a button, and what makes it another topic stands at its end. */
const LONGEST_LABEL = 30;

/** What a narrower topic is called on its button. */
function narrowedBy(narrower: string, topic: string): string {
  const behind = narrower.indexOf(topic) + topic.length;
  if (narrower.length <= LONGEST_LABEL || behind < topic.length) return narrower;
  return `… ${narrower.slice(behind).replace(/^\)/, '').trim()}`;
}

async function addedReply(
  { topic, unknown }: ParsedQuery & { readonly kind: 'topic' },
  past: LookBack,
  ask: Ask,
  desk: Desk,
): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const newest = past.stories[0] && (await desk.ledger.stories.find(past.stories[0]));
  const { actions, watch } = words;
  return {
    kind: 'done',
    lines: [
      words.nowWatches(ask.channel.name, topic.written, understoodAs(topic, desk.lexicon, words)),
      ...unknown.map(words.unknownName),
      ...unmetRestrictions(topic, ask.channel.workspace, desk, words),
      watch.lookedBack(past.figures),
      await whatWillCome(ask, words, desk),
    ],
    actions: [
      ...(newest ? [{ label: actions.seeStory, command: `story show ${newest.shortName}` }] : []),
      ...(newest ? [{ label: watch.actions.postSample, command: `watch sample ${newest.shortName}` }] : []),
      { label: watch.actions.change, command: `watch edit ${topic.written}`, opensForm: true },
    ],
  };
}

async function whatWillCome(ask: Ask, { watch }: ReplyWords, desk: Desk) {
  const at = hourOf(ask.options['digest'] ?? '');
  return at === undefined ? watch.cardsWillCome : watch.digestWillCome(at, (await zoneHere(ask, desk)).zone);
}

async function save(topic: Topic, ask: Ask, desk: Desk): Promise<Outcome> {
  const { channel, who, options } = ask;
  const id = subscriptionId(channel.id, topic.id);
  const hour = hourOf(options['digest'] ?? '');
  const made = await makeChange('watch add', ask, desk, async ({ subscriptions, topics }, now) => {
    const { left } = await roomFor(channel, subscriptions, desk);
    if (left === 0 || (await subscriptions.find(id)) !== undefined) return undefined;
    await topics.save(topic);
    const at = now.toISOString();
    await subscriptions.add({
      id,
      workspace: channel.workspace,
      channel: channel.id,
      topic: topic.id,
      name: topic.written,
      createdAt: at,
      createdBy: who,
      isPaused: false,
      ...(hour !== undefined && { digest: { days: 'daily', at: hour }, digestSince: at }),
    });
    return {
      result: undefined,
      detail: topic.written,
      opposite: `watch remove ${topic.written}`,
      inverse: { kind: 'remove-watch', watch: id, after: await subscriptions.find(id) },
    };
  });
  if (made !== undefined) return { kind: 'added', undo: made.undo };
  const { subscriptions } = desk.ledger;
  const existing = await subscriptions.find(id);
  if (existing !== undefined) return { kind: 'already-there', existing };
  return { kind: 'full', room: await roomFor(channel, subscriptions, desk) };
}

function replyTo(
  outcome: Outcome,
  added: Reply,
  written: string,
  { channel }: Ask,
  words: ReplyWords,
): Reply {
  switch (outcome.kind) {
    case 'added':
      return { ...added, actions: [...(added.actions ?? []), ...outcome.undo] };
    case 'full':
      return {
        kind: 'refused',
        lines: [tellFull(channel.name, outcome.room, words)],
        actions: [{ label: words.actions.list, command: 'watch list' }],
      };
    case 'already-there': {
      const { name, createdBy, createdAt } = outcome.existing;
      const isOtherwiseWritten = name !== written;
      return {
        kind: 'answer',
        lines: [
          words.alreadyThere(channel.name, name, createdBy, createdAt),
          ...(isOtherwiseWritten ? [words.alsoMeans(written)] : []),
        ],
        actions: [{ label: words.watch.actions.changeIt, command: `watch edit ${name}`, opensForm: true }],
      };
    }
  }
}
