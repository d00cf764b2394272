import { styleText } from 'node:util';

/** How this terminal is written to. `isPlain`: no colour and no other escape sequence, as in a pipe or a file. */
export type TerminalStyle = { readonly isPlain: boolean; readonly width: number };

/** Formats used here, by their names in `node:util`. */
export type Format = 'bold' | 'dim' | 'strikethrough' | 'cyan' | 'gray' | 'blueBright' | 'yellow' | 'red';

const NARROWEST = 60;
const WIDEST = 100;

/** Fits what the stream can show; `noColor` is the environment's NO_COLOR (https://no-color.org): set and not empty. */
export function terminalStyle(
  stream: { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined },
  noColor: string | undefined,
): TerminalStyle {
  return {
    isPlain: stream.isTTY !== true || (noColor !== undefined && noColor !== ''),
    width: Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? WIDEST)),
  };
}

/** The text in this format, or as it is where the terminal is plain. */
export const paint = (text: string, formats: readonly Format[], { isPlain }: TerminalStyle): string =>
  isPlain || formats.length === 0 ? text : styleText([...formats], text, { validateStream: false });
