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
import { rolesIn } from '#adapters/discord/roles-in.ts';
import type { Field, Form } from '#command/form.ts';

/** Discord's limits (docs: components/reference, "Label" and "Text Input"; interactions, "Modal"). */
const LONGEST_TITLE = 45;
const LONGEST_LABEL = 45;
const LONGEST_HINT = 100;
const MOST_FIELDS = 5;
const MOST_CHOICES = 25;

/** Who sees a form: their locale, and the roles of the server that they are in. */
export type FormReader = { readonly locale: string; readonly roles: { has(id: string): boolean } };

/** A form as Discord's modal, with what is known filled in; a role that is no more stands in none. */
export function modalOf(form: Form, reader: FormReader): APIModalInteractionResponseCallbackData {
  return {
    custom_id: filledId(form),
    title: cutLabel(form.title, LONGEST_TITLE),
    components: form.fields.slice(0, MOST_FIELDS).map((field) => labelled(field, reader)),
  };
}

const labelled = (field: Field, reader: FormReader): APILabelComponent => ({
  type: ComponentType.Label,
  label: cutLabel(field.label, LONGEST_LABEL),
  description: cutLabel(field.hint, LONGEST_HINT),
  component: inputOf(field, reader),
});

function inputOf(field: Field, { locale, roles }: FormReader): APIComponentInLabel {
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
        // What stands in it can be taken out.
        ...(!isRequired && { min_values: 0 }),
        ...defaultRoles(value, roles),
      };
  }
}

function defaultRoles(mention: string | undefined, known: FormReader['roles']) {
  const standing = rolesIn(mention).roles.filter((id) => known.has(id));
  if (standing.length === 0) return {};
  return {
    default_values: standing
      .slice(0, 1)
      .map((id) => ({ id, type: SelectMenuDefaultValueType.Role as const })),
  };
}

const optionsFor = (choices: NonNullable<Field['choices']>, chosen: string | undefined) =>
  choices.slice(0, MOST_CHOICES).map(({ value, label }) => ({
    value,
    label: cutLabel(label, LONGEST_HINT),
    default: value === chosen,
  }));
