import type { Phrase } from '#card/phrase.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { LineView, Messenger } from '#channel/messenger.ts';
import {
  afterFailedSearch,
  afterFailure,
  afterNoAttempt,
  afterSearch,
  type Moment,
} from '#delivery/after-failure.ts';
import { lineAfterArriving } from '#delivery/after-sending.ts';
import type { Delivering } from '#delivery/delivering.ts';
import type { Notice } from '#delivery/notice.ts';
import { CHANNEL_GONE, guarded, reachChannel } from '#delivery/reach-channel.ts';
import { type Recorded, recorded } from '#delivery/recorded.ts';
import { isTooLateToMend } from '#delivery/too-late.ts';

/** What an attempt leads to, told of the row as it stands when it is written down. */
type Consequence = (stored: Notice, moment: Moment) => Notice;

/** Sends, or looks for, one claimed notice, and writes down what came of it. The terminal's operator reads the log. */
export async function deliverNotice(claimed: Notice, delivering: Delivering): Promise<Recorded> {
  const settle = await attempt(claimed, delivering);
  const moment = { now: delivering.clock(), random: delivering.random() };
  return delivering.ledger.transaction(async ({ notices }) => {
    const stored = await notices.find(claimed.key);
    if (stored === undefined || stored.leaseUntil !== claimed.leaseUntil) return recorded(claimed, false);
    const settled = settle(stored, moment);
    await notices.save(settled);
    return recorded(settled, settled.state === 'sent');
  });
}

async function attempt(notice: Notice, delivering: Delivering): Promise<Consequence> {
  const channel = await delivering.ledger.workspaces.findChannel(notice.channel);
  if (channel?.platform === 'terminal') return logged(notice, delivering);

  const reach = await reachChannel(notice.channel, delivering);
  switch (reach.kind) {
    case 'channel-gone':
      return (stored, moment) => afterFailure(stored, CHANNEL_GONE, moment);
    case 'no-messenger':
      return (stored, moment) => afterNoAttempt(stored, notice.state === 'unknown', reach.detail, moment);
    case 'reached':
      return say(notice, reach.channel, reach.messenger, delivering);
  }
}

function logged({ key, line, actions }: Notice, { log }: Delivering): Consequence {
  const todo = actions.map(({ command }) => command).join(' | ');
  log.warn('notice.told', { notice: key, text: plainWords(line), ...(todo !== '' && { todo }) });
  return (stored) => lineAfterArriving(stored);
}

const plainWords = (line: Phrase): string =>
  line.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'time' ? piece.at : '')).join('');

async function say(
  notice: Notice,
  channel: ChannelRef,
  messenger: Messenger,
  delivering: Delivering,
): Promise<Consequence> {
  const { line, actions, key } = notice;
  const view = await viewOf(channel, delivering);
  if (notice.state === 'unknown') return lookFor(notice, channel, { messenger, view }, delivering);
  if (isTooLateToMend(notice, delivering.clock())) return (stored) => expired(stored);

  const outcome = await guarded(() => messenger.say(channel, { line, actions }, key, view), delivering);
  return (stored, moment) =>
    outcome.kind === 'sent'
      ? lineAfterArriving(stored, outcome.message)
      : afterFailure(stored, outcome, moment);
}

async function viewOf({ workspace }: ChannelRef, { ledger }: Delivering): Promise<LineView> {
  const operator = await ledger.workspaces.find(workspace);
  return { language: operator?.languages[0] ?? 'en', zone: operator?.zone ?? 'UTC' };
}

async function lookFor(
  { key, line, firstSentAt, plannedAt }: Notice,
  channel: ChannelRef,
  { messenger, view }: { readonly messenger: Messenger; readonly view: LineView },
  delivering: Delivering,
): Promise<Consequence> {
  const since = new Date(firstSentAt ?? plannedAt);
  const outcome = await guarded(() => messenger.findByKey(channel, key, since, { line, view }), delivering);
  switch (outcome.kind) {
    case 'found':
      return (stored) => lineAfterArriving(stored, outcome.message);
    case 'absent':
    case 'cannot-know':
      return (stored, moment) => afterSearch(stored, outcome, moment);
    case 'unknown':
      return (stored, moment) => afterFailedSearch(stored, outcome.detail, moment);
  }
}

const expired = (notice: Notice): Notice => ({
  ...notice,
  state: 'expired',
  leaseUntil: undefined,
  reason: ['it could not be said in time', notice.reason ?? []].flat().join(': '),
});
