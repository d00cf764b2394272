import type { ChannelRef } from '#channel/channel.ts';
import { OPERATOR_CHANNEL } from '#channel/operator-channel.ts';
import { PLATFORM_NAMES } from '#channel/platform-names.ts';
import type { WorkspaceStore } from '#channel/workspace-store.ts';
import { type DeliveryNoticeWords, deliveryNoticeWordsIn } from '#delivery/delivery-notice-words.ts';
import type { Tidings } from '#delivery/notice.ts';
import { nameOfStopped, type Stop } from '#delivery/stop.ts';

/** What went wrong with a row for good, or in a way that people should know of. */
export type Trouble = 'given-up' | 'uncertain' | 'sent-again' | 'left-behind';

/** What is asked for names, and the day on which it is told. */
export type TidingsMeans = { readonly workspaces: WorkspaceStore; readonly now: Date };

/** What the operator is told of a channel or platform that refused: once a day, however often it comes and goes. */
export async function stopTidings(stop: Stop, channel: ChannelRef, means: TidingsMeans): Promise<Tidings> {
  const words = await wordsOfOperator(means);
  const name = await nameOf(channel, means);
  return {
    about: `stop:${nameOfStopped(stop)}:${dayOf(means)}`,
    line:
      stop.platform === undefined
        ? words.channelStopped(name, stop.reason)
        : words.platformStopped(PLATFORM_NAMES[stop.platform], stop.reason),
    actions: [
      {
        label: words.tryAgain,
        command: `readout-admin deliveries --replay ${stop.platform ?? stop.channel}`,
      },
    ],
  };
}

/** What the operator is told of a row that went wrong: once a day of each channel and kind of trouble. */
export async function troubleTidings(
  trouble: Trouble,
  reason: string,
  channel: ChannelRef,
  means: TidingsMeans,
): Promise<Tidings> {
  const words = await wordsOfOperator(means);
  const name = await nameOf(channel, means);
  return {
    about: `${trouble}:${channel.id}:${dayOf(means)}`,
    ...troubleIn(words, name, reason)[trouble],
  };
}

const troubleIn = (
  words: DeliveryNoticeWords,
  channel: string,
  reason: string,
): Readonly<Record<Trouble, Pick<Tidings, 'line' | 'actions'>>> => ({
  'given-up': { line: words.givenUp(channel, reason), actions: [showing('dead', words)] },
  uncertain: { line: words.uncertain(channel, reason), actions: [showing('uncertain', words)] },
  'left-behind': { line: words.leftBehind(channel, reason), actions: [showing('', words)] },
  'sent-again': { line: words.sentAgain(channel, reason), actions: [showing('twice', words)] },
});

const showing = (state: string, { show }: DeliveryNoticeWords) => ({
  label: show,
  command: `readout-admin deliveries ${state}`.trimEnd(),
});

const dayOf = ({ now }: TidingsMeans): string => now.toISOString().slice(0, 10);

/** The operator has many channels of the same name: the workspace stands beside it. */
async function nameOf({ name, workspace }: ChannelRef, { workspaces }: TidingsMeans): Promise<string> {
  const whose = await workspaces.find(workspace);
  return whose === undefined ? name : `${name} (${whose.name})`;
}

async function wordsOfOperator({ workspaces }: TidingsMeans): Promise<DeliveryNoticeWords> {
  const channel = await workspaces.findChannel(OPERATOR_CHANNEL);
  const operator = channel && (await workspaces.find(channel.workspace));
  return deliveryNoticeWordsIn(operator?.languages[0]);
}
