import { parseArgs } from 'node:util';
import { startSlackSimulator } from './slack-simulator.ts';

// A process of its own: says on one line of output where it listens and with which tokens, then keeps its state until
// it gets SIGTERM or its input closes, so that it outlives our program and never the one who started it.
const { values } = parseArgs({ options: { now: { type: 'string' } } });
const simulator = await startSlackSimulator();
if (values.now !== undefined) simulator.clock.moveTo(new Date(values.now));
const { apiUrl, controlUrl, botToken, appToken, world } = simulator;
const channels = world.channels.map(({ id, name, kind }) => ({ id, name, kind }));
const users = world.users.map(({ id, name, isAdmin }) => ({ id, name, isAdmin }));
process.stdout.write(`${JSON.stringify({ apiUrl, controlUrl, botToken, appToken, channels, users })}\n`);
process.stdin.resume();
process.stdin.once('end', stop);
process.once('SIGTERM', stop);

function stop(): void {
  void simulator[Symbol.asyncDispose]().then(() => process.exit(0));
}
