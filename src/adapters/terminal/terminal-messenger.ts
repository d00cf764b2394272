import type { Writable } from 'node:stream';
import { renderCard } from '#adapters/terminal/render-card.ts';
import { renderDigest } from '#adapters/terminal/render-digest.ts';
import { renderPhrase } from '#adapters/terminal/render-phrase.ts';
import { safeText } from '#adapters/terminal/safe-text.ts';
import { TerminalJournal } from '#adapters/terminal/terminal-journal.ts';
import type { TerminalStyle } from '#adapters/terminal/terminal-style.ts';
import { wrapBlock } from '#adapters/terminal/wrap-block.ts';
import type {
  DeliveryKey,
  EditOutcome,
  FindOutcome,
  MessageId,
  Messenger,
  SendOutcome,
} from '#channel/messenger.ts';
import type { Clock } from '#kernel/clock.ts';

/** Where cards are printed, and the file that remembers which ones were. */
export type TerminalOptions = {
  readonly stream: Writable;
  readonly journalFile: string;
  /** Asked before each print: a window can change its width. */
  readonly style: () => TerminalStyle;
  readonly clock: Clock;
};

/**
 * Prints cards. A terminal cannot change what it has printed, so an edit prints the whole card again under a head that
 * says so. One thing is printed after the other; whoever looks for a message waits until printing is over.
 */
export function terminalMessenger({ stream, journalFile, style, clock }: TerminalOptions): Messenger {
  const journal = new TerminalJournal(journalFile);
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(work: () => Promise<Result> | Result): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const printOnce = (key: DeliveryKey, lines: readonly string[], story?: string): Promise<SendOutcome> =>
    inTurn(async () => {
      const message = messageOf(key);
      if (journal.find(key)?.state === 'printed') return { kind: 'sent', message };
      const printed = { key, message, ...(story !== undefined && { story }) };
      journal.write({ ...printed, state: 'printing' });
      const outcome = await print(stream, lines, message);
      if (outcome.kind === 'sent') journal.write({ ...printed, state: 'printed' });
      return outcome;
    });

  return {
    platform: 'terminal',

    create: (_channel, card, key, mention) => {
      const shown = style();
      const mentioned = mention === undefined ? [] : wrapBlock(safeText(mention), shown.width);
      return printOnce(key, [...mentioned, ...renderCard(card, 'new', clock(), shown)], card.story);
    },

    edit: (_channel, message, card): Promise<EditOutcome> =>
      inTurn(() => print(stream, renderCard(card, 'updated', clock(), style()), message)),

    remove: () =>
      Promise.resolve({
        kind: 'refused',
        reason: 'invalid',
        detail: 'a terminal cannot take back what it printed',
      }),

    reply: (_channel, message, line, key, view) => {
      const shown = style();
      // Cards of other stories stand between: the line says which one it answers.
      const story = journal.find(keyOf(message))?.story;
      const answered = story === undefined ? '' : `${safeText(story)} · `;
      const mentioned = view.mention === undefined ? '' : `${safeText(view.mention)} · `;
      const words = `↳ ${mentioned}${answered}${renderPhrase(line, { ...view, style: shown })}`;
      return printOnce(key, [...wrapBlock(words, shown.width), '']);
    },

    digest: (_channel, card, key) => printOnce(key, renderDigest(card, style())),

    say: (_channel, { line, actions }, key, view) => {
      const shown = style();
      const todo = actions.map(({ label, command }) => `${safeText(label)}: ${safeText(command)}`);
      const words = [renderPhrase(line, { ...view, style: shown }), ...todo].join(' · ');
      return printOnce(key, [...wrapBlock(`● ${words}`, shown.width), '']);
    },

    findByKey: (_channel, key) => inTurn(() => whereabouts(journal, key)),
  };
}

/** Here a message is called what its delivery is called: there is no platform to give it another name. */
const messageOf = (key: DeliveryKey): MessageId => key as string as MessageId;

const keyOf = (message: MessageId): DeliveryKey => message as string as DeliveryKey;

/** Waits until the stream took the lines; where it broke, part of them may have been shown. */
function print(stream: Writable, lines: readonly string[], message: MessageId): Promise<SendOutcome> {
  return new Promise((resolve) => {
    stream.write(`${lines.join('\n')}\n`, (fault) => {
      resolve(fault ? { kind: 'unknown', detail: fault.message } : { kind: 'sent', message });
    });
  });
}

function whereabouts(journal: TerminalJournal, key: DeliveryKey): FindOutcome {
  const printed = journal.find(key);
  if (printed === undefined) return { kind: 'absent' };
  return printed.state === 'printed'
    ? { kind: 'found', message: printed.message }
    : { kind: 'cannot-know', detail: 'the program ended while it was printing this' };
}
