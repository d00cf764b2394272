import { ComponentType, type ModalSubmitInteraction } from 'discord.js';
import { filledBy } from '#adapters/discord/cards/custom-id.ts';
import type { Call } from '#command/inbound.ts';

/** What a command takes for no role at all. */
const NO_ROLE = 'off';

/**
 * The command that a filled-in form calls: what was known already, and what stands in it; absent for one that is not
 * ours. A menu of roles that stands empty asks for none: what stood in it was taken out.
 */
export function filledIn({ customId, fields }: ModalSubmitInteraction): Call | undefined {
  const form = filledBy(customId);
  if (form === undefined) return undefined;
  const options: Record<string, string> = { ...form.given };
  for (const [name, field] of fields.fields) {
    const value = valueOf(field);
    if (value !== '') options[name] = value;
  }
  return { kind: 'command', path: form.path, options };
}

type Filled =
  ModalSubmitInteraction['fields']['fields'] extends ReadonlyMap<string, infer Field> ? Field : never;

function valueOf(field: Filled): string {
  if (field.type === ComponentType.TextInput) return field.value.trim();
  const [first = field.type === ComponentType.RoleSelect ? NO_ROLE : ''] =
    'values' in field ? field.values : [];
  return first;
}
