import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { env } from 'node:process';

/*
 * Loaded before a program (`node --import`), it writes the address of every module that the program loads, one a line,
 * to the file that MODULES_FILE names, when the program ends.
 */
const loaded = new Set<string>();
registerHooks({
  load(url, context, next) {
    loaded.add(url);
    return next(url, context);
  },
});
process.once('exit', () => writeFileSync(env['MODULES_FILE'] ?? '', [...loaded].join('\n')));
