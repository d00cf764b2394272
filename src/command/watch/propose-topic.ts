import type { Action } from '#channel/action.ts';
import { carriedOption } from '#command/button/carried-option.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { policyIn } from '#command/rights.ts';
import { makeChange } from '#command/undo/make-change.ts';
import { queryProblem } from '#command/watch/query-problem.ts';
import { type ProposalWords, proposalWordsIn } from '#command/words/proposal-words.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { noticeKey } from '#delivery/notice.ts';
import { oweNotice } from '#delivery/owe-notice.ts';
import { DAY_MS } from '#kernel/clock.ts';
import type { Stores } from '#ledger.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Topic } from '#topic/topic.ts';

/** A button holds as much on every platform; what is longer is kept here. */
const LONGEST_ON_BUTTON = 80;
/** So many topics a person may propose an hour: each is a line that the whole channel reads. */
const MOST_AN_HOUR = 3;
/** For so long a proposal can be taken up by its button. */
const TAKEN_UP_MS = 7 * DAY_MS;

/** What somebody may do instead who may not watch a topic: propose it to those who may. */
export function proposalOf({ path }: Command, { options }: Ask, language: string): readonly Action[] {
  const topic = (options['topic'] ?? '').trim();
  // A topic for another channel is not this one's to take up.
  if (path.join(' ') !== 'watch add' || topic === '' || options['in'] !== undefined) return [];
  return [{ label: proposalWordsIn(language).propose, command: `propose ${topic}` }];
}

/**
 * `propose TOPIC`, behind “Send them this topic”: says in the channel what somebody would like it to watch, with a button
 * for those who manage it; the same topic once a day, and three a person an hour.
 */
export const proposeTopic: Command = {
  path: ['propose'],
  pathInFrench: ['proposer'],
  description: { en: 'Propose a topic to those who manage', fr: 'Proposer un sujet à qui gère' },
  options: [carriedOption('topic', 'sujet')],
  isChanging: false,
  isOnButtons: true,
  run: async (ask, desk) => {
    const words = await wordsFor(ask, desk);
    const own = proposalWordsIn(words.language);
    const written = (ask.options['topic'] ?? '').trim();
    const parsed = parseQuery(written, desk.lexicon);
    if (parsed.kind === 'problem') return queryProblem(parsed.problem, written, words, 'propose');
    const { channel } = ask;
    const watch = await desk.ledger.subscriptions.find(subscriptionId(channel.id, parsed.topic.id));
    if (watch !== undefined)
      return {
        kind: 'answer',
        lines: [words.alreadyThere(channel.name, watch.name, watch.createdBy, watch.createdAt)],
      };
    return propose(parsed.topic, written, own, ask, desk);
  },
};

async function propose(
  topic: Topic,
  written: string,
  words: ProposalWords,
  ask: Ask,
  desk: Desk,
): Promise<Reply> {
  const { channel, who } = ask;
  const now = desk.clock();
  const about = ['proposal', channel.id, topic.id, now.toISOString().slice(0, 10)].join(' ');
  const { managers } = await policyIn(channel.workspace, desk);
  const sent: Reply = { kind: 'done', lines: [words.sent(channel.name, written, managers)], replaces: true };
  // Proposed twice it stands there once: to who proposes it that is the same.
  if ((await desk.ledger.notices.find(noticeKey(about))) !== undefined) return sent;
  if (desk.attempts.take(`${channel.workspace} proposals ${who}`, 1, now, MOST_AN_HOUR) === 0)
    return { kind: 'refused', lines: [words.tooMany(MOST_AN_HOUR)] };
  const token = desk.freshToken();
  const workspace = await desk.ledger.workspaces.find(channel.workspace);
  // What everybody reads is in the language of the channel, not of who presses.
  const told = proposalWordsIn(workspace?.languages[0] ?? 'en');
  await makeChange('propose', ask, desk, async (stores, now) => {
    const action = { label: told.takeUp, command: await takingUp(written, token, ask, stores, now) };
    const line = told.isProposed(who, channel.name, written);
    const isNew = await oweNotice({ about, channel: channel.id, line, actions: [action] }, stores, now);
    return isNew ? { result: undefined, detail: written } : undefined;
  });
  return sent;
}

async function takingUp(
  written: string,
  token: string,
  { channel: { workspace, id: channel } }: Ask,
  { buttons }: Stores,
  now: Date,
): Promise<string> {
  const line = `watch add ${written}`;
  if (line.length <= LONGEST_ON_BUTTON) return line;
  const until = new Date(now.getTime() + TAKEN_UP_MS).toISOString();
  await buttons.keepLine({ token, workspace, channel, line, until }, now);
  return `kept ${token}`;
}
