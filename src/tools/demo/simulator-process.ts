import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A simulator on loopback, in a process of its own; `announced` is what it said when it was ready. */
export type SimulatorProcess<Announced> = AsyncDisposable & { readonly announced: Announced };

/** Starts the simulator below tests/simulators with this name. Throws when it ends before it is ready. */
export async function startSimulator<Announced>(
  name: string,
  arguments_: readonly string[],
): Promise<SimulatorProcess<Announced>> {
  const child = spawn(process.execPath, [`tests/simulators/${name}/main.ts`, ...arguments_], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return {
    announced: (await readAnnouncement(name, child)) as Announced,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Asks a simulator something through its control address, or tells it `told`. Throws when it refuses. */
export async function askSimulator(url: string | URL, told?: unknown): Promise<unknown> {
  const answer = await fetch(
    url,
    told === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(told),
        },
  );
  const text = await answer.text();
  if (!answer.ok) throw new Error(`A simulator refused ${String(url)}: ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function readAnnouncement(name: string, { stdout }: ChildProcess): Promise<unknown> {
  if (!stdout) throw new Error(`The simulator ${name} has no output.`);
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line);
  throw new Error(`The simulator ${name} ended before it was ready; what it said stands above.`);
}
