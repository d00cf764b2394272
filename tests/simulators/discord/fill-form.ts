import type { Component, Json } from './message.ts';
import type { Modal } from './world.ts';

/** Docs: components/reference, "Component Types". */
const TEXT_INPUT = 4;
const LONGEST_INPUT = 4000;

type Input = Component & {
  readonly value?: string;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
};

/** What Discord sends for a filled-in form; values by custom_id, several of a menu apart by commas. Throws where Discord would not send it. */
export function formData(form: Modal, values: Readonly<Record<string, string>>): Json {
  return {
    custom_id: form.custom_id,
    components: form.components.map((component) => filledIn(component, values)),
  };
}

/** Labels and rows come back with their inputs' values, texts with nothing. */
function filledIn(component: Component, values: Readonly<Record<string, string>>): Json {
  const { type, id = 1, component: labelled, components } = component;
  if (labelled) return { type, id, component: inputData(labelled, values) };
  if (components) return { type, id, components: components.map((input) => inputData(input, values)) };
  return { type, id };
}

function inputData(input: Input, values: Readonly<Record<string, string>>): Json {
  const { type, id = 1, custom_id: name = '', value: written = '', required = true } = input;
  const value = values[name] ?? written;
  if (required && value === '') throw new Error(`${name} must be filled in`);
  if (value.length > (input.max_length ?? LONGEST_INPUT)) throw new Error(`${name} is too long for the form`);
  if (value !== '' && value.length < (input.min_length ?? 0))
    throw new Error(`${name} is too short for the form`);
  return type === TEXT_INPUT
    ? { type, id, custom_id: name, value }
    : { type, id, custom_id: name, values: value === '' ? [] : value.split(',') };
}
