import wrapAnsi from 'wrap-ansi';

/** Text wrapped to `width` columns as a terminal counts them, every line behind `indent` spaces. */
export const wrapBlock = (text: string, width: number, indent = 0): readonly string[] =>
  wrapAnsi(text, width - indent, { hard: true })
    .split('\n')
    .map((line) => ' '.repeat(indent) + line);
