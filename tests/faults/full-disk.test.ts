import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { SECOND_MS } from '#kernel/clock.ts';
import { type Newsstand, newsstand } from '../journey/newsstand.ts';
import { aHost, type Host, onLoopback } from './a-host.ts';
import { makeFeedsDue, visitOnce } from './visit-once.ts';
import type { Withheld } from './withhold-room.ts';

const CALL = { title: 'Freedonia and Sylvania spoke by phone', summary: 'They spoke by phone for an hour.' };
const POSTED = 'topic “Freedonia Sylvania call”';

/** A program whose first visit is over, on a disk that can be filled while it runs. */
async function aProgram(stand: Newsstand, withheld: Withheld) {
  const port = await freePort();
  const host = aHost({ courier: stand.urlOf('courier') }, `${onLoopback()}web: { port: ${port} }\n`);
  await visitOnce(host);
  const instance = host.startUpset(withheld);
  await instance.log.until('program.ready');
  return {
    host,
    ...instance,
    publish() {
      stand.publish('courier', 'c1', CALL.title, CALL.summary);
      makeFeedsDue(host);
    },
    untilReady: (status: number, words: string) =>
      untilAnswered(`http://127.0.0.1:${port}/readyz`, status, words),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilAnswered(url: string, status: number, words: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url);
    const text = await answer.text();
    if (answer.status === status && text.includes(words)) return;
    await pause(200);
  }
}

const postsIn = ({ database }: Host) => {
  using opened = new DatabaseSync(database, { timeout: 5 * SECOND_MS });
  return opened.prepare('select state, shown from posts').all();
};

/** As if the minute had passed in which whoever claimed a row may still be at it. */
function passTheClaim({ database }: Host): void {
  using opened = new DatabaseSync(database, { timeout: 5 * SECOND_MS });
  opened.exec("update posts set lease_until = '2000-01-01T00:00:00.000Z'");
}

describe.concurrent('a database that takes no changes', { timeout: 300 * SECOND_MS }, () => {
  test.each<[string, Withheld, string]>([
    ['O01 while the disk is full', 'room', 'There is no room left for the database'],
    ['O03 while its file is read-only', 'the-right-to-write', 'cannot be written to'],
  ])('%s it says so, is not ready, and posts once when it can write', async (_, withheld, words) => {
    await using stand = await newsstand(new Date());
    const program = await aProgram(stand, withheld);
    await using host = program.host;
    program.upset();
    await program.log.until(words);
    await program.untilReady(503, 'takes no changes');
    program.publish();
    await program.log.until(words, 3);
    expect(program.output.text()).not.toContain(POSTED);
    expect(postsIn(host)).toEqual([]);

    program.upset();
    await program.output.until(POSTED);
    await program.untilReady(200, 'answers');
    expect(await program.end()).toBe(0);
    expect(program.output.text().split(POSTED)).toHaveLength(2);
    expect(postsIn(host)).toEqual([{ state: 'sent', shown: 1 }]);
  });

  test('O02 a card that was sent, and for whose account no room is left, is not sent again', async () => {
    await using stand = await newsstand(new Date());
    const program = await aProgram(stand, 'room-once-sent');
    await using host = program.host;
    program.upset();
    program.publish();
    await program.output.until(POSTED);
    await program.log.until('There is no room left for the database');
    expect(postsIn(host)).toEqual([{ state: 'sending', shown: 0 }]);

    program.upset();
    passTheClaim(host);
    while (JSON.stringify(postsIn(host)) !== JSON.stringify([{ state: 'sent', shown: 1 }])) await pause(200);
    expect(await program.end()).toBe(0);
    expect(program.output.text().split(POSTED)).toHaveLength(2);
  });
});
