/**
 * `npm run -s faults -- kills --platform discord|forum|slack --database sqlite|postgres --kills 200 --seed 1 [--no-read [--policy repeat|skip]]
 * [--control mark-then-send|send-then-mark] [--digests] [--log FILE]`: kills the real program so often and tells what stands in the channel, of cards or of
 * daily digests; FILE gets what it logged in all lives.
 * `npm run -s faults -- simulate --seeds 5000 [--first-seed N]`: the delivery loop in a world made from each seed.
 * Exit status 1 where anything is lost, doubled or uncertain, or a rule of the platform was broken.
 */
import { appendFileSync } from 'node:fs';
import { argv, stderr } from 'node:process';
import { parseArgs } from 'node:util';
import type { WhenUncertain } from '#channel/channel.ts';
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

const { values, positionals } = parseArgs({
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

const [what] = positionals;
if (what === 'kills') await kills();
else if (what === 'simulate') await simulate();
else throw new Error(`What is to be tried? “kills” or “simulate”, not “${what ?? ''}”.`);

async function kills(): Promise<void> {
  const control = values.control === undefined ? {} : { control: oneOf(CONTROLS, values.control) };
  const { log } = values;
  const { tally, deaths, states, violations, faults } = await killManyTimes({
    platform: oneOf(PLATFORMS, values.platform),
    database: oneOf(DATABASES, values.database),
    kills: Number(values.kills),
    seed: Number(values.seed),
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

async function simulate(): Promise<void> {
  const first = Number(values['first-seed']);
  let sum = NOTHING_SEEN;
  for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
    const tally = await simulateDeliveries(seed);
    if (!isClean(tally)) console.log(`seed ${seed}: ${lineOf(tally)}`);
    sum = plus(sum, tally);
    if ((seed - first + 1) % SEEDS_TOLD_AT_ONCE === 0)
      stderr.write(`${seed - first + 1} seeds: ${lineOf(sum)}\n`);
  }
  console.log(lineOf(sum));
  process.exitCode = isClean(sum) ? 0 : 1;
}

function oneOf<Name extends string>(names: readonly Name[], name: string): Name {
  const found = names.find((one) => one === name);
  if (found === undefined) throw new Error(`“${name}” is none of ${names.join(', ')}.`);
  return found;
}
