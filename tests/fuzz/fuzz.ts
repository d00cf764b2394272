import { parseArgs } from 'node:util';
import { asAsked, wholeNumber } from '../as-asked.ts';
import { fuzzFeeds, readCorpus } from './fuzz-feeds.ts';

const MOST_GROWTH_MB = 200;

const USAGE = `npm run -s fuzz -- [--mutants N] [--seed N] [--corpus DIR]
Reads broken feed documents and says what became of them. Exit status 1 on a crash, a promise not kept, more than two seconds
of processor time for one, or ${MOST_GROWTH_MB} MB of growth.`;

await asAsked(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      mutants: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      corpus: { type: 'string', default: 'tests/fixtures/feeds' },
    },
  });
  const corpus = readCorpus(values.corpus);
  const start = performance.now();
  const report = await fuzzFeeds(corpus, wholeNumber(values.mutants), wholeNumber(values.seed));
  const seconds = (performance.now() - start) / 1000;

  for (const { mutant, file, why } of report.failures) console.log(`mutant ${mutant} of ${file}: ${why}`);
  console.log(
    `${report.mutants} mutants of ${corpus.size} documents, seed ${values.seed}, ${seconds.toFixed(0)} s`,
  );
  console.log(`items read in ${report.read}, failures ${report.failures.length}`);
  console.log(
    `slowest ${report.slowestMs.toFixed(0)} ms (${report.slowest}), growth ${report.growthMb.toFixed(0)} MB`,
  );
  process.exitCode = report.failures.length > 0 || report.growthMb > MOST_GROWTH_MB ? 1 : 0;
});
