import { setTimeout as pause } from 'node:timers/promises';
import type { AckFn, ViewResponseAction, ViewSubmitAction, webApi } from '@slack/bolt';
import { type Answered, type Answering, askFor } from '#adapters/slack/asking/ask-for.ts';
import { eventOfForm } from '#adapters/slack/asking/filled-in.ts';
import { replyView, waitingView } from '#adapters/slack/asking/reply-view.ts';
import type { SlackEvent } from '#adapters/slack/asking/slack-event.ts';
import { plainPhrase } from '#adapters/slack/cards/render-phrase.ts';
import { replyLanguageOf } from '#adapters/slack/cards/slack-words.ts';
import { SECOND_MS } from '#kernel/clock.ts';

/** Slack waits three seconds for what becomes of a sent form; the way there and back takes some of them. */
const PATIENCE_MS = 2 * SECOND_MS;
const MOST_REMEMBERED = 100;

/** Where the answer goes: what the form becomes at once, or later. */
type Back = { readonly ack: AckFn<ViewResponseAction>; readonly client: webApi.WebClient };

type Becomes = ViewResponseAction | undefined;

/**
 * Answers forms that are sent: the answer stands in the form's place, and what has to be mended beside its field. Where
 * Slack hands over the same one again, it becomes the same. Never throws: an answer that Slack does not take leaves a
 * line in the log.
 */
export function formAnswers(answering: Answering): (body: ViewSubmitAction, back: Back) => Promise<void> {
  const answers = new Map<string, Promise<Becomes>>();
  return async (body, { ack, client }) => {
    const event = eventOfForm(body);
    if (event === undefined) return ack();
    const before = answers.get(event.trigger);
    if (before !== undefined) return ack(await before);

    const answer = askFor(event, answering, false);
    const becoming = inTime(answer, event, body, answering);
    answers.set(
      event.trigger,
      becoming.then(({ shown }) => shown),
    );
    forgetOldest(answers);
    try {
      const { shown, isWaiting } = await becoming;
      await ack(shown);
      const late = isWaiting ? await answer : undefined;
      if (late !== undefined) await client.views.update({ view_id: body.view.id, view: viewOf(late, event) });
    } catch (fault) {
      answering.log.error('slack.answer_failed', { channel: event.channel }, fault);
    }
  };
}

/** What the window becomes before Slack's patience ends. */
async function inTime(
  answer: Promise<Answered | undefined>,
  event: SlackEvent,
  body: ViewSubmitAction,
  { languages }: Answering,
): Promise<{ readonly shown: Becomes; readonly isWaiting: boolean }> {
  const soon = await Promise.race([answer, pause(PATIENCE_MS, 'waiting' as const, { ref: false })]);
  if (soon === 'waiting') {
    const view = waitingView(event.channel, replyLanguageOf(languages));
    return { shown: { response_action: 'update', view }, isWaiting: true };
  }
  const view = soon && viewOf(soon, event);
  const shown = view && (errorsIn(soon, body) ?? { response_action: 'update' as const, view });
  return { shown, isWaiting: false };
}

/** What is wrong with what was filled in; absent where the answer is none of that, or offers a way on. */
function errorsIn({ reply, look }: Answered, { view }: ViewSubmitAction): Becomes {
  if (reply.kind !== 'refused' || (reply.actions ?? []).length > 0) return undefined;
  const fields = view.blocks.flatMap(({ type, block_id: field }) =>
    type === 'input' && field !== undefined ? [field] : [],
  );
  const field = fields.find((one) => one === reply.option) ?? fields[0];
  if (field === undefined) return undefined;
  return {
    response_action: 'errors',
    errors: { [field]: reply.lines.map((line) => plainPhrase(line, look)).join(' ') },
  };
}

/** A form has an answer, never another form: none can be opened for it. */
function viewOf({ reply, look }: Answered, { channel }: SlackEvent) {
  if (reply.kind === 'form') throw new Error('No form was asked for.');
  return replyView(reply, channel, look);
}

/** A map keeps its order: the first is the oldest. */
function forgetOldest(answers: Map<string, unknown>): void {
  const [oldest] = answers.keys();
  if (answers.size > MOST_REMEMBERED && oldest !== undefined) answers.delete(oldest);
}
