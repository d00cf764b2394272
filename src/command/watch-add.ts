import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { type LookBack, lookBack } from '#command/look-back.ts';
import { queryProblem } from '#command/query-problem.ts';
import type { LookBackFigures, ReplyWords } from '#command/reply-words.ts';
import { understoodAs } from '#command/understood-as.ts';
import { unmetRestrictions } from '#command/unmet-restrictions.ts';
import { wordsFor } from '#command/words-for.ts';
import type { Subscription } from '#subscription/subscription.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { ParsedQuery, Topic } from '#topic/topic.ts';

const MOST_TOPICS = 50;
const LOOK_BACK_DAYS = 30;
/** Above either, a channel would be flooded rather than told. */
const CALM_STORIES_A_DAY = 3;
const CALM_BUSIEST_DAY = 8;

/** How an attempt to watch ended. */
type Outcome =
  | { readonly kind: 'added' }
  | { readonly kind: 'full' }
  | { readonly kind: 'already-there'; readonly existing: Subscription };

/** `watch add topic`: this channel gets a card when it happens. */
export const watchAdd: Command = {
  path: ['watch', 'add'],
  description: 'Watch a topic in this channel',
  options: [
    { name: 'topic', description: 'Such as: Macron Putin call', kind: 'text', isRequired: true },
    { name: 'anyway', description: 'Also when it brings many cards', kind: 'flag', isRequired: false },
  ],
  isChanging: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const written = (ask.options['topic'] ?? '').trim();
    const parsed = parseQuery(written, desk.lexicon);
    if (parsed.kind === 'problem') return queryProblem(parsed.problem, written, words, 'watch add');

    const past = await lookBack(parsed.topic, { days: LOOK_BACK_DAYS, seenBy: ask.channel.workspace }, desk);
    const isSure = ask.options['anyway'] !== undefined;
    if (!isSure && isALot(past.figures) && !(await isThere(parsed.topic, ask, desk))) {
      return tooMuch(written, past.figures, words);
    }
    // Words first, so that a fault in them leaves nothing saved.
    const added = await addedReply(parsed, past, ask, desk);
    const outcome = await save(parsed.topic, ask, desk);
    return replyTo(outcome, added, written, ask, words);
  },
};

const isALot = ({ stories, days, busiestDay }: LookBackFigures): boolean =>
  stories / days > CALM_STORIES_A_DAY || busiestDay > CALM_BUSIEST_DAY;

const isThere = async ({ id }: Topic, { channel }: Ask, { ledger }: Desk): Promise<boolean> =>
  (await ledger.subscriptions.find(subscriptionId(channel.id, id))) !== undefined;

const tooMuch = (written: string, figures: LookBackFigures, words: ReplyWords): Reply => ({
  kind: 'refused',
  lines: [words.tooMuch(written, figures)],
  actions: [{ label: words.actions.cardsAnyway, command: `watch add --anyway ${written}` }],
});

async function addedReply(
  { topic, unknown }: ParsedQuery & { readonly kind: 'topic' },
  past: LookBack,
  ask: Ask,
  desk: Desk,
): Promise<Reply> {
  const words = await wordsFor(ask, desk);
  const newest = past.stories[0] && (await desk.ledger.stories.find(past.stories[0]));
  const seeStory = newest && { label: words.actions.seeStory, command: `story show ${newest.shortName}` };
  return {
    kind: 'done',
    lines: [
      words.nowWatches(ask.channel.name, topic.written, understoodAs(topic, desk.lexicon, words)),
      ...unknown.map(words.unknownName),
      ...unmetRestrictions(topic, ask.channel.workspace, desk, words),
      words.lookedBack(past.figures),
      words.cardsWillCome,
    ],
    actions: [
      ...(seeStory ? [seeStory] : []),
      { label: words.actions.undo, command: `watch remove ${topic.written}` },
    ],
  };
}

function save(topic: Topic, { channel, who }: Ask, { ledger, clock }: Desk): Promise<Outcome> {
  const at = clock().toISOString();
  const id = subscriptionId(channel.id, topic.id);
  return ledger.transaction(async ({ subscriptions, topics, workspaces }) => {
    const existing = await subscriptions.find(id);
    if (existing !== undefined) return { kind: 'already-there', existing };
    if ((await subscriptions.listByChannel(channel.id)).length >= MOST_TOPICS) return { kind: 'full' };

    const { workspace } = channel;
    await topics.save(topic);
    await subscriptions.add({
      id,
      workspace,
      channel: channel.id,
      topic: topic.id,
      name: topic.written,
      createdAt: at,
      createdBy: who,
      isPaused: false,
    });
    await workspaces.audit({
      workspace,
      channel: channel.id,
      who,
      at,
      what: 'watch add',
      detail: topic.written,
    });
    return { kind: 'added' };
  });
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
      return added;
    case 'full':
      return {
        kind: 'refused',
        lines: [words.tooManyTopics(channel.name, MOST_TOPICS)],
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
      };
    }
  }
}
