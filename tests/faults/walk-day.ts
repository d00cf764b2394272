import { argv, stdout } from 'node:process';
import { type DayAddresses, liveThroughDay } from '../journey/live-through-day.ts';

/*
 * Lives through the demo's day as a process of its own, so that it can be killed: at the addresses in the first argument
 * (JSON), from the time in the second on, where there is one. Tells each move of its clock on a line of output, before
 * anything happens at that time.
 */
const [, , addresses = '', from] = argv;
await liveThroughDay(JSON.parse(addresses) as DayAddresses, {
  ...(from !== undefined && { from: new Date(from) }),
  onTime: (now) => stdout.write(`${now.toISOString()}\n`),
});
