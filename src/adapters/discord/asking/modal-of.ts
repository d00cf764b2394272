import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { interactionWords } from '#adapters/discord/asking/interaction-words.ts';
import { POSTABLE_CHANNELS } from '#adapters/discord/asking/postable-channels.ts';
import { filledId } from '#adapters/discord/cards/custom-id.ts';
import { cutLabel } from '#adapters/discord/cards/cut-label.ts';
import type { Field, Form } from '#command/form.ts';

/** Discord's limits (docs: components/reference, "Label" and "Text Input"; interactions, "Modal"). */
const LONGEST_TITLE = 45;
const LONGEST_LABEL = 45;
const LONGEST_HINT = 100;
const MOST_FIELDS = 5;
const MOST_CHOICES = 25;

/** A form as Discord's modal, with what is known filled in. */
export function modalOf(form: Form, locale: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: filledId(form),
    title: cutLabel(form.title, LONGEST_TITLE),
    components: form.fields.slice(0, MOST_FIELDS).map((field) => labelled(field, locale)),
  };
}

const labelled = (field: Field, locale: string): APILabelComponent => ({
  type: ComponentType.Label,
  label: cutLabel(field.label, LONGEST_LABEL),
  description: cutLabel(field.hint, LONGEST_HINT),
  component: inputOf(field, locale),
});

function inputOf(field: Field, locale: string): APIComponentInLabel {
  const { option, kind, isRequired, value } = field;
  const asked = { custom_id: option, required: isRequired };
  switch (kind) {
    case 'line':
      return {
        ...asked,
        type: ComponentType.TextInput,
        style: TextInputStyle.Short,
        ...(value !== undefined && { value }),
      };
    case 'choice':
      return { ...asked, type: ComponentType.StringSelect, options: optionsFor(field.choices ?? [], value) };
    case 'flag':
      return {
        ...asked,
        type: ComponentType.StringSelect,
        options: optionsFor([{ value: 'yes', label: interactionWords(locale).yes }], value),
      };
    case 'channel':
      return {
        ...asked,
        type: ComponentType.ChannelSelect,
        channel_types: [...POSTABLE_CHANNELS],
        ...(value !== undefined && {
          default_values: [{ id: value, type: SelectMenuDefaultValueType.Channel }],
        }),
      };
    case 'group':
      return {
        ...asked,
        type: ComponentType.RoleSelect,
        ...(value !== undefined && {
          default_values: [{ id: value, type: SelectMenuDefaultValueType.Role }],
        }),
      };
  }
}

const optionsFor = (choices: NonNullable<Field['choices']>, chosen: string | undefined) =>
  choices.slice(0, MOST_CHOICES).map(({ value, label }) => ({
    value,
    label: cutLabel(label, LONGEST_HINT),
    default: value === chosen,
  }));
