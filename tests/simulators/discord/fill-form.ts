import type { Component, Json } from './message.ts';
import { rolePayload } from './wire.ts';
import type { Guild, Modal } from './world.ts';

/** Docs: components/reference, "Component Types". */
const TEXT_INPUT = 4;
const ROLE_SELECT = 6;
const LONGEST_INPUT = 4000;

type Input = Component & {
  readonly value?: string;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly default_values?: readonly { readonly id: string }[];
};

/**
 * What Discord sends for a filled-in form; values by custom_id, several of a menu apart by commas, a role by its name.
 * What stood in it is sent as it stood. Throws where Discord would not send it.
 */
export function formData(form: Modal, values: Readonly<Record<string, string>>, guild: Guild): Json {
  const components = form.components.map((component) => filledIn(component, values, guild));
  const chosen = JSON.stringify(components);
  const roles = guild.roles.filter(({ id }) => chosen.includes(`"${id}"`));
  return {
    custom_id: form.custom_id,
    components,
    ...(roles.length > 0 && {
      resolved: { roles: Object.fromEntries(roles.map((role) => [role.id, rolePayload(role, 0)])) },
    }),
  };
}

/** Labels and rows come back with their inputs' values, texts with nothing. */
function filledIn(component: Component, values: Readonly<Record<string, string>>, guild: Guild): Json {
  const { type, id = 1, component: labelled, components } = component;
  if (labelled) return { type, id, component: inputData(labelled, values, guild) };
  if (components) return { type, id, components: components.map((input) => inputData(input, values, guild)) };
  return { type, id };
}

function inputData(input: Input, values: Readonly<Record<string, string>>, { roles }: Guild): Json {
  const { type, id = 1, custom_id: name = '', required = true, default_values: standing = [] } = input;
  const value = values[name] ?? input.value ?? standing.map((one) => one.id).join(',');
  if (required && value === '') throw new Error(`${name} must be filled in`);
  if (value.length > (input.max_length ?? LONGEST_INPUT)) throw new Error(`${name} is too long for the form`);
  if (value !== '' && value.length < (input.min_length ?? 0))
    throw new Error(`${name} is too short for the form`);
  if (type === TEXT_INPUT) return { type, id, custom_id: name, value };
  const chosen = value === '' ? [] : value.split(',');
  const idOf = (one: string) => roles.find((role) => role.name === one)?.id ?? one;
  return { type, id, custom_id: name, values: type === ROLE_SELECT ? chosen.map(idOf) : chosen };
}
