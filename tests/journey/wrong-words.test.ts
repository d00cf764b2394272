import { describe, expect, test } from 'vitest';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const CALL = 'Freedonia and Sylvania spoke by phone';
const SAME_CALL = 'Freedonia and Sylvania spoke by phone on Tuesday';
const SETTLEMENT = '“A settlement that lasts comes first,”';

/** The Courier has told of a call, in these words beside others; its card stands in the channel. */
async function afterCourier(said: string): Promise<{ readonly room: Newsroom; readonly printed: string }> {
  const room = await aNewsroom();
  await room.round();
  room.stand.publish('courier', 'c1', CALL, `The leaders of Freedonia and Sylvania spoke by phone. ${said}`);
  return { room, printed: await room.round() };
}

describe('words that an outlet gives to the wrong side', () => {
  test('are taken off when they stand in the other side’s own text, which is said and logged', async () => {
    const { room, printed } = await afterCourier(`${SETTLEMENT} Sylvania said.`);
    await using _ = room;
    expect(printed).toMatch(/Sylvania.*as quoted by The Courier[^━]*A settlement that lasts comes first/su);

    room.stand.publish('palace', 'p1', SAME_CALL, `The two spoke by phone. ${SETTLEMENT} Freedonia said.`);
    const corrected = await room.round();
    expect(corrected).toMatch(
      /CORRECTED.*The Courier had given “A settlement that lasts comes first” to Sylvania/su,
    );
    expect(corrected).toMatch(/Freedonia.*own text[^━]*A settlement that lasts comes first/su);
    expect(room.lastLogged('story.corrected')).toMatchObject({ side: 'sylvania', belongsTo: 'freedonia' });
  });

  test('never stand there when the own text came first', async () => {
    await using room = await aNewsroom();
    await room.round();
    room.stand.publish('palace', 'p1', SAME_CALL, `The two spoke by phone. ${SETTLEMENT} Freedonia said.`);
    await room.round();
    room.stand.publish('courier', 'c1', CALL, `They spoke by phone. ${SETTLEMENT} Sylvania said.`);
    const printed = await room.round();
    expect(printed).not.toContain('as quoted by The Courier');
    expect(printed).not.toContain('CORRECTED');
    expect(room.logged).not.toContain('story.corrected');
  });
});

test('a quotation that no text of its own side has stays, and is marked', async () => {
  const { room } = await afterCourier(`“Grain has to go first,” Freedonia said.`);
  await using _ = room;
  room.stand.publish('palace', 'p1', SAME_CALL, `The two spoke by phone. ${SETTLEMENT} Freedonia said.`);
  const printed = await room.round();
  expect(printed).toMatch(/Grain has to go first[^━]*not found in/su);
  expect(printed).not.toContain('CORRECTED');
  expect(room.logged).not.toContain('story.corrected');
});
