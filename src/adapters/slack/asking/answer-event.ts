import { setTimeout as pause } from 'node:timers/promises';
import type { RespondArguments, RespondFn } from '@slack/bolt';
import { replyMessage, sentenceMessage } from '#adapters/slack/asking/reply-message.ts';
import type { SlackEvent } from '#adapters/slack/asking/slack-event.ts';
import type { SlackHome } from '#adapters/slack/asking/slack-home.ts';
import {
  inboundOf,
  isNameless,
  isOutsider,
  type SlackManagers,
} from '#adapters/slack/asking/slack-inbound.ts';
import { replyLanguageOf, type SlackWords, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import { failureOf } from '#adapters/slack/sending/outcome-of-error.ts';
import type { SlackDirectory } from '#adapters/slack/slack-directory.ts';
import { text } from '#card/phrase-of.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Reply } from '#command/command.ts';
import type { Receive } from '#command/inbound.ts';
import type { Log } from '#kernel/log.ts';

/** How long somebody waits before they are told that the answer comes: first words stand there within half a second. */
const PATIENCE_MS = 350;

/** What answering works with. `languages` are the workspace's: who asks first does not choose for everybody. */
export type Answering = {
  readonly home: SlackHome;
  readonly directory: SlackDirectory;
  readonly managers: SlackManagers;
  readonly languages: readonly string[];
  readonly receive: Receive;
  readonly log: Log;
};

/** Tells the person who asked, and nobody else. */
type Say = (message: RespondArguments) => Promise<void>;

/**
 * Answers one event, which is acknowledged already. The border where its fault is caught: an answer that Slack does
 * not take leaves a line in the log, and the next event is answered. Where the answer takes its time, a first word says
 * that it comes; the answer stands below it.
 */
export async function answerEvent(
  event: SlackEvent,
  respond: RespondFn,
  answering: Answering,
): Promise<void> {
  const ready = new AbortController();
  const firstWords = sayOneMoment(event, respond, answering, ready.signal);
  try {
    await answer(
      event,
      async (message) => {
        ready.abort();
        await firstWords;
        await respond(message);
      },
      answering,
    );
  } catch (fault) {
    answering.log.error('slack.answer_failed', { channel: event.channel }, fault);
  } finally {
    ready.abort();
    await firstWords;
  }
}

/** Says nothing to whoever has the answer before. Never throws: the answer matters more than the word before it. */
async function sayOneMoment(
  { channel }: SlackEvent,
  respond: RespondFn,
  { languages, log }: Answering,
  ready: AbortSignal,
): Promise<void> {
  await pause(PATIENCE_MS, undefined, { signal: ready }).catch(() => undefined);
  if (ready.aborted) return;
  try {
    await respond(sentenceMessage(slackWordsIn(replyLanguageOf(languages)).oneMoment));
  } catch (fault) {
    log.warn('slack.first_words_failed', { channel, detail: failureOf(fault).detail });
  }
}

async function answer(event: SlackEvent, respond: Say, answering: Answering): Promise<void> {
  const { home, directory, managers, languages, receive } = answering;
  const person = await directory.person(event.user);
  const language = replyLanguageOf(languages);
  const words = slackWordsIn(language);
  if (isOutsider(event, person, home)) {
    await respond(sentenceMessage(words.notOfThisTeam(home.name)));
    return;
  }
  const place = isNameless(event) ? await directory.place(event.channel) : undefined;
  const inbound = inboundOf(event, { home, languages, person, place, managers }, words);
  const reply = await receive(inbound);
  if (reply === undefined) return;
  if (reply.kind === 'form') throw new Error('No form was asked for.');
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
