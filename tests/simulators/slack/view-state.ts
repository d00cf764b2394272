import type { Fields } from './value-rules.ts';
import { isFields } from './value-rules.ts';
import type { View } from './world.ts';

/** What somebody typed or chose in a form, by `action_id`; several for checkboxes and multi-selects. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** The `state.values` of a submission, and the required inputs left empty: Slack then does not submit. */
export function stateOf(view: View, filled: Filled): { readonly values: Fields; readonly missing: string[] } {
  const values: Record<string, Fields> = {};
  const missing: string[] = [];
  for (const block of view.shown['blocks'] as readonly Fields[]) {
    const { type, element, optional, block_id: blockId } = block;
    if (type !== 'input' || !isFields(element)) continue;
    const action = String(element['action_id']);
    const value = filled[action] ?? initialOf(element);
    if (value === undefined && optional !== true) missing.push(action);
    values[String(blockId)] = { [action]: { type: element['type'], ...valueOf(element, value) } };
  }
  return { values, missing };
}

function initialOf(element: Fields): string | readonly string[] | undefined {
  const { initial_value: value, initial_option: option, initial_options: options } = element;
  if (typeof value === 'string') return value;
  if (isFields(option)) return String(option['value']);
  if (Array.isArray(options)) return options.filter(isFields).map((one) => String(one['value']));
  const initial = Object.entries(element).find(([name]) => name.startsWith('initial_'));
  return initial?.[1] as string | readonly string[] | undefined;
}

function valueOf(element: Fields, value: string | readonly string[] | undefined): Fields {
  const type = String(element['type']);
  const one = Array.isArray(value) ? value[0] : value;
  const all = typeof value === 'string' ? [value] : (value ?? []);
  if (type.endsWith('_input')) return { value: one ?? null };
  if (type.endsWith('picker')) return { [`selected_${type.replace('picker', '')}`]: one ?? null };
  if (type === 'checkboxes' || /^multi_(static|external)_select$/.test(type))
    return { selected_options: all.map((chosen) => optionOf(element, chosen)) };
  const people = /^(multi_)?(user|conversation|channel)s_select$/.exec(type);
  if (people)
    return people[1] ? { [`selected_${people[2]}s`]: all } : { [`selected_${people[2]}`]: one ?? null };
  return { selected_option: one === undefined ? null : optionOf(element, one) };
}

/** The option as offered; one of an `external_select` was offered by the app, and is believed. */
function optionOf(element: Fields, value: string): Fields {
  const { options } = element;
  const offered = Array.isArray(options)
    ? options.filter(isFields).find((one) => one['value'] === value)
    : undefined;
  if (Array.isArray(options) && offered === undefined) throw new Error(`${value} is not offered`);
  return offered ?? { text: { type: 'plain_text', text: value }, value };
}
