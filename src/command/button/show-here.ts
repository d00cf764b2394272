import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';
import { carriedOption } from '#command/button/carried-option.ts';
import { mayBeShown } from '#command/button/may-be-shown.ts';
import type { Command } from '#command/command.ts';
import { findCommand } from '#command/find-command.ts';
import { wordsFor } from '#command/words/words-for.ts';

/** `here news latest …`, behind the button “Show here”: a look-up for everybody in the channel, in its workspace's language. */
export const showHereOf = (commands: readonly Command[]): Command => ({
  path: ['here'],
  pathInFrench: ['ici'],
  description: { en: 'Show an answer to the channel', fr: 'Montrer une réponse à tous ici' },
  options: [carriedOption('line', 'ligne')],
  isChanging: false,
  isOnButtons: true,
  run: async (ask, desk) => {
    const line = ask.options['line'] ?? '';
    const found = findCommand([line], commands);
    const isShown =
      found.kind === 'command' && (await mayBeShown(found.command, { ...ask, options: found.options }, desk));
    if (!isShown) {
      const words = await wordsFor(ask, desk);
      return { kind: 'refused', lines: [words.noSuchCommand(line)] };
    }
    const { language: _, ...shared } = ask;
    const reply = await found.command.run({ ...shared, options: found.options }, desk);
    if (reply.kind !== 'answer') return reply;
    const { replaces: __, ...shown } = reply;
    return { ...shown, lines: shown.lines.map(unnamed), isPublic: true };
  },
});

/** What everybody reads calls nobody: on Slack a person or a group that is named in a channel is called. */
const unnamed = (line: Phrase): Phrase =>
  line.map((piece) => (piece.kind === 'person' || piece.kind === 'group' ? text('…') : piece));
