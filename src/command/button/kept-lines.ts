import type { Action } from '#channel/action.ts';
import { carriedOption } from '#command/button/carried-option.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { DAY_MS } from '#kernel/clock.ts';

/** Private replies are gone by then, and what stands in public can be asked anew. */
const KEPT_MS = DAY_MS;

/** `kept TOKEN`, behind a button whose command was longer than a button holds. */
export const keptLineOf = (commands: readonly Command[]): Command => ({
  path: ['kept'],
  pathInFrench: ['gardé'],
  description: { en: 'A long command behind a button', fr: 'Une longue commande derrière un bouton' },
  options: [carriedOption('token', 'jeton')],
  isChanging: false,
  isOnButtons: true,
  meant: async (ask, desk) => {
    const found = await findKept(ask, commands, desk);
    return found?.kind === 'command' ? found.command : undefined;
  },
  run: async (ask, desk) => {
    const found = await findKept(ask, commands, desk);
    if (found?.kind === 'command') return found.command.run({ ...ask, options: found.options }, desk);
    const { pages, actions } = await wordsFor(ask, desk);
    return { kind: 'refused', lines: [pages.stale], actions: [{ label: actions.help, command: 'help' }] };
  },
  form: async (ask, desk) => {
    const found = await findKept(ask, commands, desk);
    if (found?.kind === 'command' || found?.kind === 'missing') {
      const { command, options } = found;
      if (command.form !== undefined) return command.form({ ...ask, options }, desk);
    }
    const { pages } = await wordsFor(ask, desk);
    return { kind: 'refused', lines: [pages.stale] };
  },
});

async function findKept({ channel, options }: Ask, commands: readonly Command[], { ledger, clock }: Desk) {
  const kept = await ledger.buttons.findLine((options['token'] ?? '').trim(), channel.workspace);
  if (kept === undefined || kept.channel !== channel.id || kept.until < clock().toISOString())
    return undefined;
  return findCommand([kept.line], commands);
}

/** The reply with buttons that are no longer than a platform's hold: what is longer is kept here for a day. */
export async function withShortButtons(
  reply: Reply,
  longest: number | undefined,
  { channel }: Ask,
  desk: Desk,
): Promise<Reply> {
  if (longest === undefined) return reply;
  const shorten = async (action: Action): Promise<Action> => {
    if (action.command.length <= longest) return action;
    const token = desk.freshToken();
    const now = desk.clock();
    const until = new Date(now.getTime() + KEPT_MS).toISOString();
    const { workspace, id } = channel;
    await desk.ledger.buttons.keepLine({ token, workspace, channel: id, line: action.command, until }, now);
    return { ...action, command: `kept ${token}` };
  };
  const { actions, pages } = reply;
  return {
    ...reply,
    ...(actions && { actions: await Promise.all(actions.map(shorten)) }),
    ...(pages && {
      pages: {
        ...(pages.previous && { previous: await shorten(pages.previous) }),
        ...(pages.next && { next: await shorten(pages.next) }),
      },
    }),
  };
}
