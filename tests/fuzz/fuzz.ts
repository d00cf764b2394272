/**
 * `npm run -s fuzz -- --mutants 100000 --seed 1 [--corpus DIR]`: reads broken feed documents and says what became of
 * them. Exit status 1 on a crash, a promise not kept, more than two seconds of processor time for one, or 200 MB of growth.
 */
import { parseArgs } from 'node:util';
import { fuzzFeeds, readCorpus } from './fuzz-feeds.ts';

const MOST_GROWTH_MB = 200;

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string', default: 'tests/fixtures/feeds' },
  },
});
const corpus = readCorpus(values.corpus);
const start = performance.now();
const report = await fuzzFeeds(corpus, Number(values.mutants), Number(values.seed));
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
