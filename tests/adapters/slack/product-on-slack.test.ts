import { describe, expect, test } from 'vitest';
import { type Language, PRODUCT_ROWS, type ProductRow } from '../../command/product-rows.ts';
import { aChannel, aUser, deskWorld } from '../../simulators/slack/desk-world.ts';
import type { Message } from '../../simulators/slack/world.ts';
import { aSlackDesk, labels, plainSlack, said } from './a-slack-desk.ts';

const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const;
const DORA = { user: 'U0DORA', channel: 'C0DESK' };

/** A workspace of people who speak this language, with #night beside #desk. Dora is no admin. */
function worldIn(language: Language) {
  const world = deskWorld();
  world.users.push(aUser({ id: DORA.user, name: 'dora', locale: LOCALES[language] }));
  world.channels.push(aChannel({ id: 'C0NIGHT', name: 'night', members: [DORA.user, 'U0READOUT'] }));
  world.channels.find(({ id }) => id === DORA.channel)?.members.push(DORA.user);
  return world;
}

/** A channel is named with its #, and the person by Slack's id. */
const asTypedOnSlack = (words: string): string => words.replace('to:night', 'to:#night');
const asTheProductSaysIt = (told: string): string =>
  plainSlack(told).replaceAll('/readout ', '/').replaceAll(DORA.user, '42');

async function ask(row: ProductRow, language: Language): Promise<Message> {
  const isRefused = row.differing?.mayChange === false;
  await using at = await aSlackDesk(undefined, {
    world: worldIn(language),
    languages: [language],
    managers: isRefused ? 'admins' : 'channel-members',
    ...(row.broken && { broken: row.broken }),
  });
  const type = (words: string) => at.type(asTypedOnSlack(words), DORA);
  const story = await row.before?.(at.behind, type);
  const reply = await type(typeof story === 'string' ? row.asked.replace('STORY', story) : row.asked);
  expect(at.violations()).toEqual([]);
  return reply;
}

describe.each<Language>(['en', 'fr'])('what people read on Slack, in %s,', (language) => {
  test.each(PRODUCT_ROWS)('is answered to: $asked', async (row) => {
    const reply = await ask(row, language);
    const told = asTheProductSaysIt(said(reply));
    for (const expected of row[language]) expect(told).toMatch(expected);
    expect(reply.visibleTo).toBe(DORA.user);
    if (language === 'fr') return;
    for (const expected of row.buttons ?? [])
      expect(labels(reply)).toContainEqual(expect.stringMatching(expected));
  });
});
