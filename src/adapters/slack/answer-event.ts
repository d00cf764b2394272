import type { RespondFn } from '@slack/bolt';
import { replyMessage, sentenceMessage } from '#adapters/slack/reply-message.ts';
import type { SlackDirectory } from '#adapters/slack/slack-directory.ts';
import type { SlackEvent } from '#adapters/slack/slack-event.ts';
import type { SlackHome } from '#adapters/slack/slack-home.ts';
import { inboundOf, isNameless, isOutsider, type SlackManagers } from '#adapters/slack/slack-inbound.ts';
import { type SlackWords, slackWordsIn } from '#adapters/slack/slack-words.ts';
import { text } from '#card/phrase-of.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Reply } from '#command/command.ts';
import type { Receive } from '#command/inbound.ts';
import type { Log } from '#kernel/log.ts';

/** What answering works with. */
export type Answering = {
  readonly home: SlackHome;
  readonly directory: SlackDirectory;
  readonly managers: SlackManagers;
  readonly receive: Receive;
  readonly log: Log;
};

/**
 * Answers one event, which is acknowledged already. The border where its fault is caught: an answer that Slack does
 * not take leaves a line in the log, and the next event is answered.
 */
export async function answerEvent(
  event: SlackEvent,
  respond: RespondFn,
  answering: Answering,
): Promise<void> {
  try {
    await answer(event, respond, answering);
  } catch (fault) {
    answering.log.error('slack.answer_failed', { channel: event.channel }, fault);
  }
}

async function answer(event: SlackEvent, respond: RespondFn, answering: Answering): Promise<void> {
  const { home, directory, managers, receive } = answering;
  const person = await directory.person(event.user);
  const language = person?.language ?? 'en';
  const words = slackWordsIn(language);
  if (isOutsider(event, person, home)) {
    await respond(sentenceMessage(words.notOfThisTeam(home.name)));
    return;
  }
  const place = isNameless(event) ? await directory.place(event.channel) : undefined;
  const inbound = inboundOf(event, { home, person, place, managers }, words);
  const reply = await receive(inbound);
  if (reply === undefined) return;
  const whole = reply.kind === 'done' ? await invited(reply, inbound.channel, words, answering) : reply;
  await respond(replyMessage(whole, { language, zone: person?.zone ?? 'UTC' }));
}

/** What was changed in a channel where we are not is of no use until somebody invites us. */
async function invited(
  reply: Reply,
  channel: ChannelRef,
  words: SlackWords,
  { directory, home }: Answering,
): Promise<Reply> {
  const place = await directory.place(channel.address);
  if (place === undefined || place.isMember) return reply;
  const [before, typed, after] = words.invite(channel.name);
  const line = [
    text(before, 'strong'),
    text(' '),
    text(`${typed} @${home.botName}`, 'code'),
    text(` ${after}`),
  ];
  return { ...reply, lines: [...reply.lines, line] };
}
