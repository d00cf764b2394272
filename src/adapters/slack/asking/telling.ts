import type { RespondFn, webApi } from '@slack/bolt';
import { formView } from '#adapters/slack/asking/form-view.ts';
import {
  replyBlocks,
  replyMessage,
  replyText,
  sentenceMessage,
} from '#adapters/slack/asking/reply-message.ts';
import { replyView } from '#adapters/slack/asking/reply-view.ts';
import type { SlackEvent } from '#adapters/slack/asking/slack-event.ts';
import type { TimeView } from '#adapters/slack/cards/slack-time.ts';
import { slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import { QUIET } from '#adapters/slack/sending/quiet.ts';
import { text } from '#card/phrase-of.ts';
import type { Reply } from '#command/command.ts';
import type { Form } from '#command/form.ts';

/** How somebody is answered, and where it is shown. `name` is the channel's. */
export type Look = TimeView & { readonly name: string };

/** The way back to the person who asked. */
export type Telling = {
  /** A first word while the answer is made; absent where the person sees by themselves that it comes. */
  readonly sayFirst?: (sentence: string) => Promise<void>;
  readonly show: (reply: Reply, look: Look) => Promise<void>;
  readonly open: (form: Form, look: Look) => Promise<void>;
};

/** By messages that stand where the person asked, seen by them alone; a form is a window before it. */
export function tellByMessage(event: SlackEvent, respond: RespondFn, client: webApi.WebClient): Telling {
  const show: Telling['show'] = async (reply, look) => {
    const isInPlace = event.isOnOwnMessage === true && reply.replaces === true;
    await respond(replyMessage(reply, look, isInPlace));
  };
  return {
    sayFirst: async (sentence) => {
      await respond(sentenceMessage(sentence));
    },
    show,
    open: async (form, look) => {
      try {
        const view = formView(form, event.channel, look.language);
        await client.views.open({ trigger_id: event.trigger, view });
      } catch {
        await show(notOpened(event, look), look);
      }
    },
  };
}

/** In the window that stands open before them. */
export function tellInWindow(event: SlackEvent, window: string, client: webApi.WebClient): Telling {
  const { channel } = event;
  return {
    show: async (reply, look) => {
      const shown = reply.isPublic === true ? await showToAll(reply, channel, look, client) : reply;
      await client.views.update({ view_id: window, view: replyView(shown, channel, look) });
    },
    open: async (form, { language }) => {
      await client.views.update({ view_id: window, view: formView(form, channel, language) });
    },
  };
}

/** Posts what is for everybody; what is said of that to whoever wanted it. */
async function showToAll(
  reply: Reply,
  channel: string,
  look: Look,
  client: webApi.WebClient,
): Promise<Reply> {
  const words = slackWordsIn(look.language);
  const message = { ...QUIET, channel, text: replyText(reply, look), blocks: [...replyBlocks(reply, look)] };
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
    await client.chat.postMessage(message);
    return { kind: 'answer', lines: [[text(words.shownIn(look.name))]] };
  } catch {
    return { ...reply, lines: [[text(words.notShownIn(look.name))], ...reply.lines] };
  }
}

/** Slack lets it be opened for three seconds. With a button that asks for the same form anew. */
function notOpened({ asked }: SlackEvent, { language }: Look): Reply {
  const { formNotOpened, tryAgain } = slackWordsIn(language);
  const call = asked.kind === 'form' ? asked.call : asked;
  return {
    kind: 'refused',
    lines: [[text(formNotOpened)]],
    ...(call.kind === 'words' && { actions: [{ label: tryAgain, command: call.words, opensForm: true }] }),
  };
}
