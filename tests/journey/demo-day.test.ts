import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteLedger } from '#adapters/database/sqlite.ts';
import { judgePlatform } from '#tools/demo/judge-platform.ts';
import type { Look } from '#tools/demo/simulated-platform.ts';
import { DAY_LEFT, storiesLeft } from './day-left.ts';
import { type DayStage, dayStage } from './day-stage.ts';
import { liveThroughDay } from './live-through-day.ts';
import { printedMessages } from './printed-messages.ts';

/** A day takes seconds; so long only where many other things are done at the same time. */
const DAY_MS = 120_000;
/** Articles that name both presidents and no call, or a letter and no visit. */
const NOT_ASKED_FOR = /call(?:ed)? on|urge|Starmer|letter|письмо|visas/;

describe('the demo day, on the terminal, on Discord and on Slack at once', () => {
  let stage: DayStage;
  let looks: readonly (Look & { readonly name: string })[];

  beforeAll(async () => {
    stage = await dayStage();
    let printed = '';
    await liveThroughDay(stage.addresses, {
      print: (text) => {
        printed += text;
      },
    });
    const terminal = { name: 'the terminal', messages: printedMessages(printed), violations: [] };
    const onPlatforms = stage.platforms.map(async ({ name, look }) => ({ name, ...(await look()) }));
    looks = [terminal, ...(await Promise.all(onPlatforms))];
  }, DAY_MS);

  afterAll(() => stage[Symbol.asyncDispose]());

  test('leaves one card a story everywhere, with its statuses and pointers in order', () => {
    for (const { name, messages } of looks) expect(storiesLeft(messages), name).toEqual(DAY_LEFT);
  });

  test('has no card for an appeal to a president, nor for a letter to him', () => {
    for (const { name, messages } of looks)
      for (const { said } of messages) expect(said.join('\n'), name).not.toMatch(NOT_ASKED_FOR);
  });

  test('ends with the corrected words off the side that had not said them, and says so', () => {
    for (const { name, messages } of looks) {
      const call = messages.find(({ said }) => said[0]?.includes('speak by phone'));
      expect(call?.said.at(-1), name).toMatch(
        /CORRECTED.* · Le Courrier had given « un règlement durable » to Russia; the words stand in\s+Élysée/,
      );
    }
  });

  test('breaks no rule of a platform', () => {
    for (const { name, violations } of looks) expect(violations, name).toEqual([]);
  });

  test('leaves on the platforms what the ledger says, message by message', async () => {
    await using database = await openSqliteLedger({ file: join(stage.addresses.folder, 'demo.sqlite') });
    for (const platform of stage.platforms)
      expect((await judgePlatform(platform, database.ledger)).problems).toEqual([]);
    expect(await database.ledger.deliveries.countStates()).toEqual({
      posts: { sent: 3 * looks.length },
      pointers: { sent: 5 * looks.length },
    });
  });
});
