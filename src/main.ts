import { InvalidSettings, type Problem } from '#config/problem.ts';
import { findTool } from '#tools/find-tool.ts';

/** sysexits.h: EX_CONFIG, something the operator has to mend first. */
const EXIT_CONFIG = 78;

process.exitCode = await run(process.argv.slice(2));

/** Start here: the first word names the tool; no word at all starts the program itself. */
async function run(words: readonly string[]): Promise<number> {
  try {
    return await findTool(words).run();
  } catch (cause) {
    const problems = problemsOf(cause);
    if (problems.length === 0) throw cause;
    process.stderr.write(tell(problems));
    return EXIT_CONFIG;
  }
}

/** Settings and the database are the operator's to mend: told in words, without a stack. */
function problemsOf(cause: unknown): readonly Problem[] {
  if (cause instanceof InvalidSettings) return cause.problems;
  if (cause instanceof Error && 'remedy' in cause && typeof cause.remedy === 'string') {
    return [{ where: 'the database', message: cause.message, remedy: cause.remedy }];
  }
  return [];
}

function tell(problems: readonly Problem[]): string {
  const head =
    problems.length === 1 ? 'Readout cannot start: one thing to mend.' : `Readout cannot start: ${problems.length} things to mend.`;
  const lines = problems.map(({ where, message, remedy }) => `  ${where}\n    ${message}\n    → ${remedy}`);
  return `${[head, ...lines].join('\n')}\n`;
}
