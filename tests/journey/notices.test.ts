import { describe, expect, test } from 'vitest';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const CALL = 'Freedonia and Sylvania spoke by phone';

async function afterFirstVisits(): Promise<Newsroom> {
  const room = await aNewsroom();
  await room.round();
  return room;
}

/** What the operator was told last. */
const toldIn = (room: Newsroom) => String(room.lastLogged('notice.told')?.['text'] ?? '');
const timesTold = (room: Newsroom) => room.logged.filter((event) => event === 'notice.told').length;

/** Rounds until so much time has passed that a feed's failures count; then what is to be told is told. */
async function roundsThenTell(room: Newsroom, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await room.round();
    await room.readout().tellOutages();
  }
  await room.wait(0);
}

describe('the operator is told', () => {
  test('of a feed that stopped answering, once, and once when it answers again', async () => {
    await using room = await afterFirstVisits();
    room.stand.fail('courier', 503);
    await roundsThenTell(room, 6);
    expect(timesTold(room)).toBe(1);
    expect(toldIn(room)).toMatch(/^The Courier: not read since .*, \d tries: its server has a fault \(503\)/);
    room.stand.fail('courier', undefined);
    await roundsThenTell(room, 6);
    expect(timesTold(room)).toBe(2);
    expect(toldIn(room)).toMatch(/^The Courier: read again since/);
  });

  test('not of a visit or two that went wrong', async () => {
    await using room = await afterFirstVisits();
    room.stand.fail('courier', 503);
    await roundsThenTell(room, 1);
    room.stand.fail('courier', undefined);
    await roundsThenTell(room, 3);
    expect(timesTold(room)).toBe(0);
  });

  test('once for a life: a restart tells nothing again', async () => {
    await using room = await afterFirstVisits();
    room.stand.fail('palace', 403);
    await roundsThenTell(room, 6);
    expect(toldIn(room)).toMatch(/^The Palace: refuses us \(403\) since/);
    await room.restart();
    await roundsThenTell(room, 3);
    expect(timesTold(room)).toBe(1);
  });

  test('of a flood that was held back, with what can be done about it', async () => {
    await using room = await afterFirstVisits();
    for (let number = 1; number <= 30; number += 1) {
      room.stand.publish('courier', `old-${number}`, `${CALL}, call number ${number}`);
    }
    await room.round();
    expect(toldIn(room)).toMatch(/^The Courier: 30 new articles at once, where 0 are usual/);
    expect(room.lastLogged('notice.told')?.['todo']).toBe('feed release courier | feed drop courier');
  });
});
