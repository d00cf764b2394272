import { rmSync } from 'node:fs';
import { type LoopbackCatalogue, loopbackCatalogue } from './loopback-catalogue.ts';
import { medianRow, type Row } from './row.ts';
import { awaitFirstVisits, runProgram } from './run-program.ts';

const RUNS = 5;

/** From the start of the process until the program is ready: on a new database, and on one that holds articles. */
export async function start(): Promise<readonly Row[]> {
  await using catalogue = await loopbackCatalogue('steady');
  const { environment } = catalogue;
  const onNew = await measure(async () => {
    rmSync(environment.READOUT_DATABASE, { force: true });
    return readyAfter(environment);
  });
  const articles = await fill(catalogue);
  const onFilled = await measure(() => readyAfter(environment));
  return [
    medianRow('start to ready, new database', onNew, 'ms'),
    medianRow(`start to ready, ${articles.toLocaleString('en')} articles`, onFilled, 'ms'),
  ];
}

async function fill(catalogue: LoopbackCatalogue): Promise<number> {
  const program = await runProgram(catalogue.environment);
  try {
    return await awaitFirstVisits(catalogue);
  } finally {
    await program[Symbol.asyncDispose]();
  }
}

async function readyAfter(environment: LoopbackCatalogue['environment']): Promise<number> {
  await using program = await runProgram(environment);
  return program.readyAfterMs;
}

async function measure(run: () => Promise<number>): Promise<readonly number[]> {
  const measured: number[] = [];
  for (let round = 0; round < RUNS; round += 1) measured.push(await run());
  return measured;
}
