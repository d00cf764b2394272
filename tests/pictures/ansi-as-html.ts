import { escapeHtml } from './escape-html.ts';

/** The formats of `terminal-style.ts` by the codes that begin them (ECMA-48, "SGR"), and the code that ends each. */
const FORMATS: Readonly<Record<number, { readonly name: string; readonly end: number }>> = {
  1: { name: 'bold', end: 22 },
  2: { name: 'dim', end: 22 },
  9: { name: 'struck', end: 29 },
  31: { name: 'red', end: 39 },
  33: { name: 'yellow', end: 39 },
  36: { name: 'cyan', end: 39 },
  90: { name: 'gray', end: 39 },
  94: { name: 'blue', end: 39 },
};

// oxlint-disable-next-line no-control-regex -- escape sequences begin with one
const SEQUENCE = /\u001B\[(\d+)m/;

/** Printed text as HTML: each format is a class. Throws for a sequence that no card of ours has. */
export function ansiAsHtml(printed: string): string {
  const on = new Set<number>();
  return printed
    .split(SEQUENCE)
    .map((part, index) => {
      const isCode = index % 2 === 1;
      if (isCode) switchFormat(Number(part), on);
      return isCode || part === '' ? '' : spanOf(part, on);
    })
    .join('');
}

function switchFormat(code: number, on: Set<number>): void {
  if (FORMATS[code]) {
    on.add(code);
    return;
  }
  const ended = [...on].filter((begun) => FORMATS[begun]?.end === code);
  if (ended.length === 0) throw new Error(`No card of ours has the sequence ${code}.`);
  for (const begun of ended) on.delete(begun);
}

function spanOf(text: string, on: ReadonlySet<number>): string {
  const names = [...on].map((code) => FORMATS[code]?.name);
  return names.length === 0
    ? escapeHtml(text)
    : `<span class="${names.join(' ')}">${escapeHtml(text)}</span>`;
}
