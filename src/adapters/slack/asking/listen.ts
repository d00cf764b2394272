import type { App, BlockAction, MessageShortcut, ViewSubmitAction } from '@slack/bolt';
import { answerEvent } from '#adapters/slack/asking/answer-event.ts';
import { formAnswers } from '#adapters/slack/asking/answer-form.ts';
import type { Answering } from '#adapters/slack/asking/ask-for.ts';
import { FILL, SUGGEST } from '#adapters/slack/asking/form-view.ts';
import { offer } from '#adapters/slack/asking/offer.ts';
import { sentenceMessage } from '#adapters/slack/asking/reply-message.ts';
import { eventOfButton, eventOfCommand, eventOfShortcut } from '#adapters/slack/asking/slack-event.ts';
import { tellByMessage, tellInWindow } from '#adapters/slack/asking/telling.ts';
import { READ } from '#adapters/slack/cards/card-blocks.ts';
import { replyLanguageOf, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import type { Suggest } from '#command/inbound.ts';

/** The shortcut on messages; it stands under this name in the app's manifest. */
const WATCH_THIS = 'watch-this';

/** Whatever is on Readout's buttons: each message and window of ours shows only those. */
const ANY = /./;

/**
 * Answers commands, buttons, menus, forms and shortcuts, each acknowledged at once: Slack waits three seconds. Returns
 * what is under way.
 */
export function listen(app: App, answering: Answering, suggest: Suggest): ReadonlySet<Promise<void>> {
  const underWay = new Set<Promise<void>>();
  const answerForm = formAnswers(answering);
  const finish = async (answer: Promise<void>): Promise<void> => {
    underWay.add(answer);
    await answer;
    underWay.delete(answer);
  };

  // Whatever the workspace has named our command.
  app.command(/^\//, async ({ command, ack, respond, client }) => {
    await ack();
    const event = eventOfCommand(command);
    await finish(answerEvent(event, tellByMessage(event, respond, client), answering));
  });
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: WATCH_THIS },
    async ({ shortcut, ack, respond, client }) => {
      await ack();
      const event = eventOfShortcut(shortcut);
      await finish(answerEvent(event, tellByMessage(event, respond, client), answering));
    },
  );
  app.action<BlockAction>({ type: 'block_actions', action_id: ANY }, async (pressed) => {
    const { body, action, ack, respond, client } = pressed;
    await ack();
    // It only opened an address.
    if (action.action_id.startsWith(`${READ}-`)) return;
    const event = eventOfButton(body, action);
    if (event === undefined) {
      const { notOurs } = slackWordsIn(replyLanguageOf(answering.languages));
      if (body.channel !== undefined) await respond(sentenceMessage(notOurs));
      return;
    }
    const { view } = body;
    const telling =
      view === undefined ? tellByMessage(event, respond, client) : tellInWindow(event, view.id, client);
    await finish(answerEvent(event, telling, answering));
  });
  app.view<ViewSubmitAction>(
    { type: 'view_submission', callback_id: FILL },
    async ({ body, ack, client }) => {
      await finish(answerForm(body, { ack, client }));
    },
  );
  app.options<'block_suggestion'>(
    { type: 'block_suggestion', action_id: new RegExp(`^${SUGGEST}`) },
    async ({ body, ack }) => {
      await ack({ options: [...(await offer(body, answering, suggest))] });
    },
  );
  return underWay;
}
