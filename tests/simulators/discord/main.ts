import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startDiscordSimulator } from './discord-simulator.ts';
import type { WorldSeed } from './world.ts';

// A process of its own: says on one line of output where it listens and what stands there, then serves until it gets
// SIGTERM or its input closes, so that it never outlives the one who started it. A bot may be killed and come back:
// what it posted stands in this process. `/-/` is the door for a test (control.ts).
const { values } = parseArgs({
  options: { port: { type: 'string' }, world: { type: 'string' }, now: { type: 'string' } },
});
const simulator = await startDiscordSimulator({
  ...(values.port && { port: Number(values.port) }),
  ...(values.world && { world: JSON.parse(readFileSync(values.world, 'utf8')) as WorldSeed }),
  ...(values.now && { now: new Date(values.now) }),
});
const { port, apiUrl, token, world } = simulator;
const announcement = {
  port,
  apiUrl,
  token,
  application: world.bot.id,
  guilds: [...world.guilds.values()].map(({ id, name }) => ({ id, name })),
  channels: [...world.channels.values()].map(({ id, name, guild }) => ({ id, name, guild })),
};
process.stdout.write(`${JSON.stringify(announcement)}\n`);
process.stdin.resume();
process.stdin.once('end', stop);
process.once('SIGTERM', stop);

function stop(): void {
  void simulator[Symbol.asyncDispose]().then(() => process.exit(0));
}
