import { carriedOption } from '#command/button/carried-option.ts';
import { readCursor } from '#command/button/page-cursor.ts';
import type { Ask, Command, Desk, Reply } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** `page CURSOR news search …`, behind the buttons of a long list: that page, as of when the list was made. */
export const turnPageOf = (commands: readonly Command[]): Command => ({
  path: ['page'],
  pathInFrench: ['page'],
  description: { en: 'Another page of a list', fr: 'Une autre page d’une liste' },
  options: [carriedOption('line', 'ligne')],
  isChanging: false,
  isShareable: true,
  isOnButtons: true,
  meant: async (ask) => {
    const { found } = pageIn(ask, commands);
    return found.kind === 'command' ? found.command : undefined;
  },
  run: (ask, desk) => turnPage(ask, commands, desk),
});

/** The cursor that a button carries, and the list of which it is a page. */
function pageIn({ options }: Ask, commands: readonly Command[]) {
  const [cursor = '', ...rest] = (options['line'] ?? '').split(' ');
  const line = rest.join(' ');
  return { cursor, line, found: findCommand([line], commands) };
}

async function turnPage(ask: Ask, commands: readonly Command[], desk: Desk): Promise<Reply> {
  const { cursor, line, found } = pageIn(ask, commands);
  const { actions, pages } = await wordsFor(ask, desk);
  if (found.kind !== 'command' || !hasPages(found.command))
    return { kind: 'refused', lines: [pages.forged], actions: [{ label: actions.help, command: 'help' }] };

  const { workspace, id: channel } = ask.channel;
  const key = await desk.ledger.buttons.signingKey(desk.freshToken());
  const read = readCursor(cursor, { workspace, channel, line }, key, desk.clock());
  switch (read.kind) {
    case 'page': {
      const reply = await found.command.run({ ...ask, options: found.options, page: read.page }, desk);
      return { ...reply, replaces: true };
    }
    case 'stale':
    case 'forged':
      return {
        kind: 'refused',
        lines: [pages[read.kind]],
        actions: [{ label: actions.askAgain, command: line }],
      };
  }
}

const hasPages = ({ options }: Command): boolean => options.some(({ name }) => name === 'page');
