import type { types } from '@slack/bolt';
import { metadataOf } from '#adapters/slack/asking/view-place.ts';
import { clipText } from '#adapters/slack/cards/clip-text.ts';
import { type SlackWords, slackWordsIn } from '#adapters/slack/cards/slack-words.ts';
import type { Field, Form } from '#command/form.ts';

/** What a sent form calls back with. */
export const FILL = 'fill';
/** How the ids of fields begin that ask us what may be meant; what is wanted follows. */
export const SUGGEST = 'suggest-';
/** What is wanted for a user group: Slack has no menu of its own for them. */
export const GROUPS = 'groups';

/** Slack's limits (docs: "Views", "Input block", "Select menu element", "Option object"). */
const LONGEST_TITLE = 24;
const LONGEST_LABEL = 75;
const LONGEST_HINT = 300;
const MOST_CHOICES = 100;
const LONGEST_VALUE = 150;
/** An id of a channel; what somebody typed in its place is not known to be one. */
const CONVERSATION = /^[CGD][A-Z0-9]+$/;
/** Of what somebody types into one line; Slack would take 3,000. */
const LONGEST_LINE = 500;

/** A form as Slack's modal, with what is known filled in; `channel` is where it was asked for. */
export function formView(form: Form, channel: string, language: string): types.ModalView {
  const words = slackWordsIn(language);
  return {
    type: 'modal',
    callback_id: FILL,
    private_metadata: metadataOf({ channel, path: form.path, given: form.given }),
    title: plain(form.title, LONGEST_TITLE),
    submit: plain(words.send, LONGEST_TITLE),
    close: plain(words.close, LONGEST_TITLE),
    blocks: form.fields.map((field) => inputOf(field, words)),
  };
}

/** Text in which Slack looks for nothing. */
export const plain = (words: string, most: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: clipText(words, most) || '…',
  emoji: false,
});

const inputOf = (field: Field, words: SlackWords): types.InputBlock => ({
  type: 'input',
  block_id: field.option,
  optional: !field.isRequired,
  label: plain(field.label, LONGEST_LABEL),
  ...(field.hint !== '' && { hint: plain(field.hint, LONGEST_HINT) }),
  element: elementOf(field, words),
});

function elementOf(
  { option, kind, value, choices = [], suggests }: Field,
  words: SlackWords,
): types.InputBlock['element'] {
  switch (kind) {
    case 'line':
      // A topic is anything: a menu would only take what it offers.
      if (suggests === undefined || suggests === 'topics') return lineOf(option, value);
      return menuFor(suggests, value === undefined ? undefined : { value, label: value }, words);
    case 'choice': {
      const options = choices.slice(0, MOST_CHOICES).map(optionOf);
      const chosen = options.find((one) => one.value === value);
      return {
        type: 'static_select',
        action_id: `choice-${option}`,
        options,
        ...(chosen && { initial_option: chosen }),
      };
    }
    case 'flag': {
      const yes = optionOf({ value: 'yes', label: words.yes });
      return {
        type: 'checkboxes',
        action_id: `flag-${option}`,
        options: [yes],
        ...(value === 'yes' && { initial_options: [yes] }),
      };
    }
    case 'channel':
      return {
        type: 'conversations_select',
        action_id: `channel-${option}`,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(value !== undefined && CONVERSATION.test(value) && { initial_conversation: value }),
      };
    case 'group':
      return menuFor(GROUPS, choices[0], words);
  }
}

function lineOf(option: string, value = ''): types.PlainTextInput {
  const begun = beginningOf(value);
  return {
    type: 'plain_text_input',
    action_id: `line-${option}`,
    max_length: LONGEST_LINE,
    ...(begun !== '' && { initial_value: begun }),
  };
}

/** What stands in a line already; half a character at its end would be none. */
const beginningOf = (value: string): string => value.slice(0, LONGEST_LINE).replace(/[\ud800-\udbff]$/, '');

/** A menu that is filled while somebody types, from the first moment on. */
const menuFor = (
  wanted: string,
  chosen: { readonly value: string; readonly label: string } | undefined,
  words: SlackWords,
): types.ExternalSelect => ({
  type: 'external_select',
  action_id: `${SUGGEST}${wanted}`,
  min_query_length: 0,
  placeholder: plain(words.choose, LONGEST_LABEL),
  ...(chosen !== undefined && isOption(chosen.value) && { initial_option: optionOf(chosen) }),
});

/** What is longer cannot be chosen; it has to be named anew. */
const isOption = (value: string): boolean => value !== '' && value.length <= LONGEST_VALUE;

/** One thing to choose. */
export const optionOf = ({
  value,
  label,
}: {
  readonly value: string;
  readonly label: string;
}): types.PlainTextOption => ({
  text: plain(label, LONGEST_LABEL),
  value,
});
