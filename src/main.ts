import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { InvalidSettings, type Problem } from '#config/problem.ts';
import { findTool } from '#tools/find-tool.ts';
import { EXIT_USAGE } from '#tools/misuse.ts';

/** sysexits.h: EX_CONFIG, something the operator has to mend first. */
const EXIT_CONFIG = 78;
/** EX_TEMPFAIL: a database server that does not answer; whoever starts programs may try again. */
const EXIT_TRY_AGAIN = 75;

// Node would keep what it compiled in the folder for temporary files, where others could put code in its place.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
process.exitCode = await run(process.argv.slice(2));

/** Start here: the first word names the tool; no word at all starts the program itself. */
async function run(words: readonly string[]): Promise<number> {
  try {
    return await findTool(words).run();
  } catch (cause) {
    if (isMisuse(cause)) {
      process.stderr.write(`${cause.message}.\n`);
      return EXIT_USAGE;
    }
    const problems = problemsOf(cause);
    if (problems.length === 0) throw cause;
    process.stderr.write(tell(problems));
    return isPassing(cause) ? EXIT_TRY_AGAIN : EXIT_CONFIG;
  }
}

/** What Node's `parseArgs` throws for an option that a tool does not have. */
function isMisuse(cause: unknown): cause is Error {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS_');
}

/** Settings and the database are the operator's to mend: told in words, without a stack. */
function problemsOf(cause: unknown): readonly Problem[] {
  if (cause instanceof InvalidSettings) return cause.problems;
  if (cause instanceof Error && 'remedy' in cause && typeof cause.remedy === 'string') {
    return [{ where: 'the database', message: cause.message, remedy: cause.remedy }];
  }
  return [];
}

function isPassing(cause: unknown): boolean {
  return cause instanceof Error && 'isPassing' in cause && cause.isPassing === true;
}

function tell(problems: readonly Problem[]): string {
  const head =
    problems.length === 1
      ? 'Readout cannot start: one thing to mend.'
      : `Readout cannot start: ${problems.length} things to mend.`;
  const lines = problems.map(({ where, message, remedy }) => `  ${where}\n    ${message}\n    → ${remedy}`);
  return `${[head, ...lines].join('\n')}\n`;
}
