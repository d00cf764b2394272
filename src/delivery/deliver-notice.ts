import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { LineView, Messenger } from '#channel/messenger.ts';
import { afterExpiring } from '#delivery/after-failure.ts';
import { lineAfterArriving, lineAfterSending } from '#delivery/after-sending.ts';
import type { Consequence } from '#delivery/consequence.ts';
import type { Delivering } from '#delivery/delivering.ts';
import { followAttempt } from '#delivery/follow-attempt.ts';
import { lookFor, mustBeLookedFor } from '#delivery/look-for.ts';
import type { Notice } from '#delivery/notice.ts';
import { afterNotReaching, reachChannel, sentUnder } from '#delivery/reach-channel.ts';
import { type Recorded, recorded } from '#delivery/recorded.ts';
import { isTooLateToMend } from '#delivery/too-late.ts';

/** Sends, or looks for, one claimed notice, and writes down what came of it. The terminal's operator reads the log. */
export async function deliverNotice(claimed: Notice, delivering: Delivering): Promise<Recorded> {
  const { settle, answer } = await attempt(claimed, delivering);
  const moment = { now: delivering.clock(), random: delivering.random() };
  return delivering.ledger.transaction(async (stores) => {
    const { notices } = stores;
    const stored = await notices.find(claimed.key);
    if (stored === undefined || stored.leaseUntil !== claimed.leaseUntil) return recorded(claimed, false);
    const settled = settle(stored, moment);
    await notices.save(settled);
    const channel = { id: claimed.channel };
    await followAttempt({ before: stored, after: settled, channel, answer }, stores, moment);
    return recorded(settled, settled.state === 'sent');
  });
}

async function attempt(notice: Notice, delivering: Delivering): Promise<Consequence<Notice>> {
  const channel = await delivering.ledger.workspaces.findChannel(notice.channel);
  if (channel?.platform === 'terminal') return logged(notice, delivering);

  const reach = await reachChannel(notice.channel, delivering);
  return reach.kind === 'reached'
    ? say(notice, reach.channel, reach.messenger, delivering)
    : afterNotReaching(reach, notice.state === 'unknown');
}

function logged({ key, line, actions }: Notice, { log }: Delivering): Consequence<Notice> {
  const todo = actions.map(({ command }) => command).join(' | ');
  log.warn('notice.told', { notice: key, text: plainWords(line), ...(todo !== '' && { todo }) });
  return { settle: (stored) => lineAfterArriving(stored) };
}

const plainWords = (line: Phrase): string =>
  line.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'time' ? piece.at : '')).join('');

async function say(
  notice: Notice,
  channel: ChannelRef,
  messenger: Messenger,
  delivering: Delivering,
): Promise<Consequence<Notice>> {
  const { line, actions, key } = notice;
  const view = await viewOf(channel, delivering);
  const now = delivering.clock();
  if (mustBeLookedFor(notice, messenger, delivering.settling)) {
    const others = await delivering.ledger.notices.messagesIn(notice.channel);
    const place = { channel, messenger, said: { line, view, others } };
    return lookFor(notice, place, delivering, (stored, found) => lineAfterArriving(stored, found.message));
  }
  if (isTooLateToMend(notice, now))
    return { settle: (stored) => afterExpiring(stored, 'it could not be said in time') };

  const outcome = await sentUnder(
    key,
    () => messenger.say(channel, { line, actions }, key, view),
    delivering,
  );
  return {
    answer: { channel, outcome },
    settle: (stored, moment) => lineAfterSending({ ...stored, state: notice.state }, outcome, moment),
  };
}

async function viewOf({ workspace }: ChannelRef, { ledger }: Delivering): Promise<LineView> {
  const operator = await ledger.workspaces.find(workspace);
  return { language: operator?.languages[0] ?? 'en', zone: operator?.zone ?? 'UTC' };
}
