import { appendFileSync } from 'node:fs';
import { argv, stderr } from 'node:process';
import { parseArgs } from 'node:util';
import type { WhenUncertain } from '#channel/channel.ts';
import { AskedWrongly, asAsked, oneOf, wholeNumber } from '../as-asked.ts';
import type { DatabaseName } from './kills/database-stage.ts';
import type { Control } from './kills/in-the-program.ts';
import { killManyTimes } from './kills/kill-many-times.ts';
import type { PlatformName } from './kills/platform-stage.ts';
import { simulateDeliveries } from './simulation/simulate-deliveries.ts';
import { isClean, lineOf, NOTHING_SEEN, plus } from './tally.ts';

const PLATFORMS: readonly PlatformName[] = ['discord', 'forum', 'slack'];
const DATABASES: readonly DatabaseName[] = ['sqlite', 'postgres'];
const POLICIES: readonly WhenUncertain[] = ['repeat', 'skip'];
const CONTROLS: readonly Control[] = ['mark-then-send', 'send-then-mark'];

/** Some minutes' work. */
const SEEDS_TOLD_AT_ONCE = 100;

const USAGE = `npm run -s faults -- kills         kills the real program so often, and tells what stands in the channel
  --platform discord|forum|slack --database sqlite|postgres --kills N --seed N
  --digests                        of daily digests, not of cards
  --no-read [--policy repeat|skip] without the right to read what stands there
  --control mark-then-send|send-then-mark
                                   in a wrong order, to show that it is seen
  --log FILE                       what the program logged in all lives
npm run -s faults -- simulate      the delivery loop in a world made from each seed
  --seeds N [--first-seed N]
Exit status 1 where anything is lost, doubled or uncertain, or a rule of the platform was broken.`;

const readWords = () =>
  parseArgs({
    args: argv.slice(2),
    options: {
      platform: { type: 'string', default: 'discord' },
      database: { type: 'string', default: 'sqlite' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      'no-read': { type: 'boolean', default: false },
      policy: { type: 'string', default: 'skip' },
      control: { type: 'string' },
      digests: { type: 'boolean', default: false },
      log: { type: 'string' },
      seeds: { type: 'string', default: '100' },
      'first-seed': { type: 'string', default: '1' },
    },
    allowPositionals: true,
  });

type Values = ReturnType<typeof readWords>['values'];

await asAsked(USAGE, async () => {
  const { values, positionals } = readWords();
  const [what] = positionals;
  if (what === 'kills') return kills(values);
  if (what === 'simulate') return simulate(values);
  throw new AskedWrongly(`What is to be tried? “kills” or “simulate”, not “${what ?? ''}”.`);
});

async function kills(values: Values): Promise<void> {
  const control = values.control === undefined ? {} : { control: oneOf(CONTROLS, values.control) };
  const { log } = values;
  const { tally, deaths, states, violations, faults } = await killManyTimes({
    platform: oneOf(PLATFORMS, values.platform),
    database: oneOf(DATABASES, values.database),
    kills: wholeNumber(values.kills),
    seed: wholeNumber(values.seed),
    ...(values['no-read'] && { whenUncertain: oneOf(POLICIES, values.policy) }),
    ...control,
    inDigests: values.digests,
    onKilled: (number, how) => stderr.write(`${number} ${how}\n`),
    ...(log !== undefined && { onLogged: (line) => appendFileSync(log, `${line}\n`) }),
  });
  for (const line of [...faults, ...violations]) console.log(line);
  console.log([...deaths].map(([how, times]) => `${how} ${times}`).join(', '));
  console.log(`cards by the program's own account: ${JSON.stringify(states)}`);
  console.log(lineOf(tally));
  process.exitCode = isClean(tally) && violations.length === 0 ? 0 : 1;
}

async function simulate(values: Values): Promise<void> {
  const first = wholeNumber(values['first-seed']);
  const end = first + wholeNumber(values.seeds);
  let sum = NOTHING_SEEN;
  for (let seed = first; seed < end; seed += 1) {
    const tally = await simulateDeliveries(seed);
    if (!isClean(tally)) console.log(`seed ${seed}: ${lineOf(tally)}`);
    sum = plus(sum, tally);
    if ((seed - first + 1) % SEEDS_TOLD_AT_ONCE === 0)
      stderr.write(`${seed - first + 1} seeds: ${lineOf(sum)}\n`);
  }
  console.log(lineOf(sum));
  process.exitCode = isClean(sum) ? 0 : 1;
}
