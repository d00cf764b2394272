import type { Fields, Problems } from './value-rules.ts';
import {
  checkAddress,
  checkCount,
  checkEach,
  checkFields,
  checkOptionalString,
  checkOptionalText,
  checkString,
  checkText,
  isFields,
} from './value-rules.ts';

type Rule = (element: Fields, pointer: string) => Problems;

/** Where an element stands; not all may stand everywhere. */
export type Place = 'actions' | 'accessory' | 'input';

const CHOICE_FIELDS = ['type', 'action_id', 'confirm', 'placeholder', 'focus_on_load'];
const LISTED = ['options', 'option_groups', 'initial_option', 'initial_options', 'max_selected_items'];
const CONVERSATIONS = [
  'default_to_current_conversation',
  'filter',
  'response_url_enabled',
  'max_selected_items',
];
const SELECTS = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
];
const MULTI_SELECTS = SELECTS.map((type) => `multi_${type}`);

/** docs.slack.dev, "Block elements": what may stand in an actions block, beside a section, or in an input block. */
const ALLOWED: Readonly<Record<Place, readonly string[]>> = {
  actions: ['button', 'overflow', 'checkboxes', 'radio_buttons', 'datepicker', 'timepicker', ...SELECTS],
  accessory: [
    'button',
    'image',
    'overflow',
    'checkboxes',
    'radio_buttons',
    'datepicker',
    'timepicker',
    ...SELECTS,
    ...MULTI_SELECTS,
  ],
  input: [
    'plain_text_input',
    'number_input',
    'url_text_input',
    'checkboxes',
    'radio_buttons',
    'datepicker',
    'timepicker',
    ...SELECTS,
    ...MULTI_SELECTS,
  ],
};

/** What Slack's documented limits say against this element in this place. */
export function* checkElement(value: unknown, pointer: string, place: Place): Problems {
  const type = isFields(value) ? value['type'] : undefined;
  if (!isFields(value) || typeof type !== 'string' || !ALLOWED[place].includes(type)) {
    yield { pointer, message: `unsupported type: ${String(type)}` };
    return;
  }
  yield* checkOptionalString(value['action_id'], `${pointer}/action_id`, 255);
  yield* checkConfirm(value['confirm'], `${pointer}/confirm`);
  yield* checkOptionalText(value['placeholder'], `${pointer}/placeholder`, { max: 150, isPlain: true });
  yield* ruleOf(type)(value, pointer);
}

function ruleOf(type: string): Rule {
  if (type === 'button') return checkButton;
  if (type === 'image') return checkImage;
  if (type === 'overflow') return listedRule(5);
  if (type === 'checkboxes' || type === 'radio_buttons') return listedRule(10);
  if (type.endsWith('static_select')) return checkStaticSelect;
  if (type.endsWith('external_select')) return checkExternalSelect;
  if (type.endsWith('_select')) return checkPeopleSelect;
  if (type.endsWith('picker')) return checkPicker;
  return checkTextInput;
}

function* checkButton(button: Fields, pointer: string): Problems {
  const known = ['type', 'text', 'action_id', 'url', 'value', 'style', 'confirm', 'accessibility_label'];
  yield* checkFields(button, pointer, known);
  yield* checkText(button['text'], `${pointer}/text`, { max: 75, isPlain: true });
  yield* checkOptionalString(button['value'], `${pointer}/value`, 2000);
  yield* checkOptionalString(button['accessibility_label'], `${pointer}/accessibility_label`, 75);
  if (button['url'] !== undefined) yield* checkAddress(button['url'], `${pointer}/url`);
  if (![undefined, 'primary', 'danger'].includes(button['style'] as string | undefined))
    yield { pointer: `${pointer}/style`, message: 'must be primary or danger' };
}

/** An image as an element; also the image block has these fields. */
export function* checkImage(image: Fields, pointer: string): Problems {
  yield* checkFields(image, pointer, ['type', 'block_id', 'image_url', 'alt_text', 'title']);
  yield* checkAddress(image['image_url'], `${pointer}/image_url`);
  yield* checkString(image['alt_text'], `${pointer}/alt_text`, 2000);
  yield* checkOptionalText(image['title'], `${pointer}/title`, { max: 2000, isPlain: true });
}

const listedRule = (max: number): Rule =>
  function* checkListed(element, pointer) {
    yield* checkFields(element, pointer, [...CHOICE_FIELDS, ...LISTED]);
    yield* checkOptions(element['options'], `${pointer}/options`, max);
  };

function* checkStaticSelect(select: Fields, pointer: string): Problems {
  yield* checkFields(select, pointer, [...CHOICE_FIELDS, ...LISTED]);
  yield* checkChoices(select, pointer);
}

/** What is offered to choose from: one list, or groups; also the answer to a `block_suggestion`. */
export function* checkChoices(offer: Fields, pointer: string): Problems {
  const { options, option_groups: groups } = offer;
  if ((options === undefined) === (groups === undefined)) {
    yield { pointer, message: 'must have either options or option_groups' };
    return;
  }
  if (options !== undefined) yield* checkOptions(options, `${pointer}/options`, 100);
  if (groups === undefined) return;
  yield* checkCount(groups, `${pointer}/option_groups`, [1, 100]);
  yield* checkEach(groups, `${pointer}/option_groups`, checkGroup);
}

function* checkGroup(group: unknown, pointer: string): Problems {
  if (!isFields(group)) return;
  yield* checkText(group['label'], `${pointer}/label`, { max: 75, isPlain: true });
  yield* checkOptions(group['options'], `${pointer}/options`, 100);
}

function* checkExternalSelect(select: Fields, pointer: string): Problems {
  const own = ['initial_option', 'initial_options', 'min_query_length', 'max_selected_items'];
  yield* checkFields(select, pointer, [...CHOICE_FIELDS, ...own]);
}

function* checkPeopleSelect(select: Fields, pointer: string): Problems {
  const initial = Object.keys(select).filter((name) => name.startsWith('initial_'));
  yield* checkFields(select, pointer, [...CHOICE_FIELDS, ...CONVERSATIONS, ...initial]);
}

function* checkPicker(picker: Fields, pointer: string): Problems {
  yield* checkFields(picker, pointer, [...CHOICE_FIELDS, 'initial_date', 'initial_time', 'timezone']);
}

function* checkTextInput(input: Fields, pointer: string): Problems {
  const own = ['initial_value', 'multiline', 'min_length', 'max_length', 'dispatch_action_config'];
  const numeric = ['is_decimal_allowed', 'min_value', 'max_value'];
  const known = ['type', 'action_id', 'placeholder', 'focus_on_load', ...own];
  yield* checkFields(input, pointer, input['type'] === 'number_input' ? [...known, ...numeric] : known);
  yield* checkOptionalString(input['initial_value'], `${pointer}/initial_value`, 3000);
}

function* checkOptions(value: unknown, pointer: string, max: number): Problems {
  yield* checkCount(value, pointer, [1, max]);
  yield* checkEach(value, pointer, checkOption);
}

function* checkOption(option: unknown, pointer: string): Problems {
  if (!isFields(option)) return;
  yield* checkFields(option, pointer, ['text', 'value', 'description', 'url']);
  yield* checkText(option['text'], `${pointer}/text`, { max: 75 });
  yield* checkString(option['value'], `${pointer}/value`, 150);
  yield* checkOptionalText(option['description'], `${pointer}/description`, { max: 75 });
}

function* checkConfirm(value: unknown, pointer: string): Problems {
  if (value === undefined) return;
  if (!isFields(value)) {
    yield { pointer, message: 'must be an object' };
    return;
  }
  yield* checkFields(value, pointer, ['title', 'text', 'confirm', 'deny', 'style']);
  yield* checkText(value['title'], `${pointer}/title`, { max: 100, isPlain: true });
  yield* checkText(value['text'], `${pointer}/text`, { max: 300 });
  yield* checkText(value['confirm'], `${pointer}/confirm`, { max: 30, isPlain: true });
  yield* checkText(value['deny'], `${pointer}/deny`, { max: 30, isPlain: true });
}
