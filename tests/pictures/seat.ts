import type { Command } from '#command/command.ts';
import { commands } from '#command/commands.ts';

/** What somebody has before them: as words, and as the inside of a picture. */
export type Sight = {
  /** What is read, line by line; a button stands in brackets. */
  readonly lines: readonly string[];
  /** The page that is photographed. */
  readonly page: (theme: 'light' | 'dark') => string;
};

/** Somebody at a platform who types, presses and fills in. Each deed gives what they then have before them. */
export type Seat = {
  readonly platform: 'Discord' | 'Slack';
  /** How this command is written there. */
  typed(words: string, options?: Options): string;
  type(words: string, options?: Options): Promise<Sight>;
  /** Presses a button of what was last seen alone, or else of the newest message in the channel that has it. */
  press(label: string): Promise<Sight>;
  /** The newest messages in the channel that all see. */
  look(messages: number): Sight;
  /** The newest message in the channel that holds these words. */
  find(words: string): Sight;
};

/** Values of a command's options by their English names; a flag is `yes`. */
export type Options = Readonly<Record<string, string>>;

/** The command that these words call. */
export function commandCalled(words: string): Command {
  const command = commands.find(
    ({ path }) => path.join(' ') === words || `readout ${path.join(' ')}` === words,
  );
  if (command === undefined) throw new Error(`There is no command “${words}”.`);
  return command;
}

/** The words of a picture's HTML. */
export const linesIn = (html: string): readonly string[] =>
  html
    .replaceAll(
      /<button[^>]*>(.*?)<\/button>/gs,
      (_, label: string) => `[${label.replaceAll(/<i>.*?<\/i>|<[^>]*>/g, '').trim()}] `,
    )
    .replaceAll(/<(?:hr|br)[^>]*>|<\/(?:p|h\d|small|blockquote|section|nav|div|label)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#(?:39|x27);/g, "'")
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
