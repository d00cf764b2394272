import type {
  App,
  BlockAction,
  MessageShortcut,
  Middleware,
  SlackShortcutMiddlewareArgs,
  ViewOutput,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import { answerEvent } from '#adapters/slack/asking/answer-event.ts';
import { formAnswers } from '#adapters/slack/asking/answer-form.ts';
import type { Answering } from '#adapters/slack/asking/ask-for.ts';
import { FILL, SUGGEST } from '#adapters/slack/asking/form-view.ts';
import { PAGE, placeHeld } from '#adapters/slack/asking/home-page.ts';
import { offer } from '#adapters/slack/asking/offer.ts';
import { sentenceMessage } from '#adapters/slack/asking/reply-message.ts';
import { waitingView } from '#adapters/slack/asking/reply-view.ts';
import { showHome } from '#adapters/slack/asking/show-home.ts';
import {
  eventOfButton,
  eventOfCommand,
  eventOfShortcut,
  SHOW_STORY,
  type SlackEvent,
  WATCH_THIS,
} from '#adapters/slack/asking/slack-event.ts';
import { tellByMessage, tellInWindow } from '#adapters/slack/asking/telling.ts';
import { READ } from '#adapters/slack/cards/card-blocks.ts';
import { replyLanguageOf, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import { failureOf } from '#adapters/slack/sending/outcome-of-error.ts';
import type { Suggest } from '#command/inbound.ts';
import type { ShowDashboard } from '#command/watch/dashboard.ts';

/** Whatever is on Readout's buttons: each message and window of ours shows only those. */
const ANY = /./;

/** What somebody chose in the menu of a message. */
type Chosen = Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>>;

/** What the ways in lead to. */
export type Listening = {
  readonly answering: Answering;
  readonly suggest: Suggest;
  readonly dashboard: ShowDashboard;
};

/**
 * Answers commands, buttons, menus, forms and shortcuts, each acknowledged at once: Slack waits three seconds. Returns
 * what is under way.
 */
export function listen(app: App, { answering, suggest, dashboard }: Listening): ReadonlySet<Promise<void>> {
  const underWay = new Set<Promise<void>>();
  const answerForm = formAnswers(answering);
  const finish = async (answer: Promise<void>): Promise<void> => {
    underWay.add(answer);
    await answer;
    underWay.delete(answer);
  };

  /** What was pressed in the Home tab is answered in a window before it, and the tab shows what came of it. */
  const answerInView = async (
    event: SlackEvent,
    view: ViewOutput,
    client: webApi.WebClient,
  ): Promise<void> => {
    const isHome = view.type === 'home';
    const window = isHome ? await openWindow(event, client, answering) : view.id;
    if (window !== undefined) await answerEvent(event, tellInWindow(event, window, client), answering);
    if (isHome)
      await showHome(event.user, { client, answering, dashboard }, placeHeld(view.private_metadata));
  };

  // Whatever the workspace has named our command.
  app.command(/^\//, async ({ command, ack, respond, client }) => {
    await ack();
    const event = eventOfCommand(command);
    await finish(answerEvent(event, tellByMessage(event, respond, client), answering));
  });
  const answerShortcut: Chosen = async ({ shortcut, ack, respond, client }) => {
    await ack();
    const event = eventOfShortcut(shortcut);
    await finish(answerEvent(event, tellByMessage(event, respond, client), answering));
  };
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: WATCH_THIS }, answerShortcut);
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: SHOW_STORY }, answerShortcut);
  app.action<BlockAction>({ type: 'block_actions', action_id: ANY }, async (pressed) => {
    const { body, action, ack, respond, client } = pressed;
    await ack();
    // It only opened an address.
    if (action.action_id.startsWith(`${READ}-`)) return;
    if (body.view?.type === 'home' && action.action_id.startsWith(`${PAGE}-`)) {
      const to = placeHeld(action.type === 'button' ? action.value : undefined);
      return finish(showHome(body.user.id, { client, answering, dashboard }, to));
    }
    const event = eventOfButton(body, action);
    if (event === undefined) {
      const { notOurs } = slackWordsIn(replyLanguageOf(answering.languages));
      if (body.channel !== undefined) await respond(sentenceMessage(notOurs));
      return;
    }
    const { view } = body;
    if (view === undefined)
      return finish(answerEvent(event, tellByMessage(event, respond, client), answering));
    await finish(answerInView(event, view, client));
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
  app.event('app_home_opened', async ({ event, body, client }) => {
    // The messages tab beside it tells the same event.
    if (event.tab !== 'home' || body.team_id !== answering.home.team) return;
    await finish(showHome(event.user, { client, answering, dashboard }));
  });
  return underWay;
}

/** A window in which the answer will stand; absent where Slack opened none, which leaves a line in the log. */
async function openWindow(
  { trigger, channel }: SlackEvent,
  client: webApi.WebClient,
  { languages, log }: Answering,
): Promise<string | undefined> {
  try {
    const view = waitingView(channel, replyLanguageOf(languages));
    return (await client.views.open({ trigger_id: trigger, view })).view?.id;
  } catch (fault) {
    log.warn('slack.window_failed', { channel, detail: failureOf(fault).detail });
    return undefined;
  }
}
