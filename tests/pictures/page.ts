import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const COMMON = `
* { box-sizing: border-box; }
body { margin: 0; }
main { width: max-content; padding: 20px 24px; }
`;

/** A page that shows `body` in the element that is photographed; `sheet` is a style sheet of this folder. */
export const pageOf = (
  body: string,
  sheet: string,
  theme: 'light' | 'dark',
  more = '',
): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><style>${more}${COMMON}${readSheet(sheet)}</style></head>
<body class="${theme}"><main>${body}</main></body></html>`;

const readSheet = (sheet: string): string => readFileSync(join(import.meta.dirname, sheet), 'utf8');
