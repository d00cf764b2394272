import type { Action } from '#channel/action.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Form } from '#command/form.ts';
import type { Asked } from '#command/inbound.ts';

/** What a button or a form of ours holds: Discord takes no more. */
const LONGEST = 100;
const WHY = 'why:';
const TYPED = 'do:';
const FORM = 'form:';
const FILLED = 'fill:';

/** How long a command may be that a button holds, also one that opens its form. */
export const LONGEST_COMMAND = LONGEST - FORM.length;

/** What the button Why? of a card holds: the card's key, by which the message is found again as well. */
export const whyId = (card: DeliveryKey): string => `${WHY}${card}`;

/** What a button holds that stands for a typed command, or opens its form; absent where the command is too long for one. */
export function commandId({ command, opensForm }: Omit<Action, 'label'>): string | undefined {
  const id = `${opensForm === true ? FORM : TYPED}${command}`;
  return id.length <= LONGEST ? id : undefined;
}

/** What pressing a button asks; absent for a button that is not ours. */
export function askedBy(customId: string): Asked | undefined {
  if (customId.startsWith(WHY)) return { kind: 'why', card: customId.slice(WHY.length) as DeliveryKey };
  if (customId.startsWith(TYPED)) return { kind: 'words', words: customId.slice(TYPED.length) };
  if (customId.startsWith(FORM))
    return { kind: 'form', call: { kind: 'words', words: customId.slice(FORM.length) } };
  return undefined;
}

/** What a form holds: its command, and what is known already. Throws where that is more than Discord takes. */
export function filledId({ path, given }: Pick<Form, 'path' | 'given'>): string {
  const id = `${FILLED}${path.join(' ')}?${new URLSearchParams(given).toString()}`;
  if (id.length > LONGEST) throw new Error(`The form of ${path.join(' ')} holds more than Discord takes.`);
  return id;
}

/** The command that a form fills, with what was known already; absent for a form that is not ours. */
export function filledBy(
  customId: string,
): (Pick<Form, 'given'> & { readonly path: readonly string[] }) | undefined {
  if (!customId.startsWith(FILLED)) return undefined;
  const [path = '', given = ''] = customId.slice(FILLED.length).split('?');
  return { path: path.split(' '), given: Object.fromEntries(new URLSearchParams(given)) };
}
