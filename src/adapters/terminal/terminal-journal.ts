import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';

/** A message, and how far it came: its printing began, or all of it was handed to the terminal. */
export type Printed = {
  readonly key: DeliveryKey;
  readonly message: MessageId;
  readonly state: 'printing' | 'printed';
  /** For a card, the short name of its story: what a line that answers it begins with. */
  readonly story?: string;
};

/**
 * What was printed, in JSON Lines, so that after a crash the truth can be told: a terminal itself remembers nothing.
 * A line that a crash cut off is skipped: what it would have said never came to an end.
 */
export class TerminalJournal {
  readonly #file: string;
  readonly #known = new Map<DeliveryKey, Printed>();

  constructor(file: string) {
    this.#file = file;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    for (const printed of text.split('\n').flatMap(readLine)) this.#known.set(printed.key, printed);
    // A cut-off line would swallow the next one.
    if (text !== '' && !text.endsWith('\n')) appendFileSync(file, '\n');
  }

  find(key: DeliveryKey): Printed | undefined {
    return this.#known.get(key);
  }

  write(printed: Printed): void {
    appendFileSync(this.#file, `${JSON.stringify(printed)}\n`);
    this.#known.set(printed.key, printed);
  }
}

function readLine(line: string): readonly Printed[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line) as Printed];
  } catch {
    return [];
  }
}
