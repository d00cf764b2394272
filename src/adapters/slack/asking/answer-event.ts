import { setTimeout as pause } from 'node:timers/promises';
import { type Answering, askFor } from '#adapters/slack/asking/ask-for.ts';
import type { SlackEvent } from '#adapters/slack/asking/slack-event.ts';
import type { Telling } from '#adapters/slack/asking/telling.ts';
import { replyLanguageOf, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import { failureOf } from '#adapters/slack/sending/outcome-of-error.ts';

/** How long somebody waits before they are told that the answer comes: first words stand there within half a second. */
const PATIENCE_MS = 350;

/**
 * Answers one event, which is acknowledged already. The border where its fault is caught: an answer that Slack does
 * not take leaves a line in the log, and the next event is answered. Where the answer takes its time, a first word says
 * that it comes; the answer stands below it.
 */
export async function answerEvent(event: SlackEvent, telling: Telling, answering: Answering): Promise<void> {
  const ready = new AbortController();
  const firstWords = sayOneMoment(event, telling, answering, ready.signal);
  try {
    const answered = await askFor(event, answering);
    ready.abort();
    await firstWords;
    if (answered === undefined) return;
    const { reply, look } = answered;
    await (reply.kind === 'form' ? telling.open(reply, look) : telling.show(reply, look));
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
  { sayFirst }: Telling,
  { languages, log }: Answering,
  ready: AbortSignal,
): Promise<void> {
  if (sayFirst === undefined) return;
  await pause(PATIENCE_MS, undefined, { signal: ready }).catch(() => undefined);
  if (ready.aborted) return;
  try {
    await sayFirst(slackWordsIn(replyLanguageOf(languages)).oneMoment);
  } catch (fault) {
    log.warn('slack.first_words_failed', { channel, detail: failureOf(fault).detail });
  }
}
