import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The style sheet of the package that draws blocks. */
export const BLOCKS_STYLE = readFileSync(
  fileURLToPath(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')),
  'utf8',
);
