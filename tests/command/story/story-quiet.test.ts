import { expect, test } from 'vitest';
import { storyShow } from '#command/story/story-show.ts';
import { aDesk } from '../a-desk.ts';
import { plainText } from '../plain-text.ts';

async function statusAfter(hours: number): Promise<string> {
  await using at = await aDesk();
  const story = await at.report('Macron and Putin spoke by phone', hours);
  const { cards = [] } = await at.run(storyShow, { story });
  return plainText(cards[0]?.status ?? []);
}

test('a story that is looked up says that it is quiet once its three days are over', async () => {
  expect(await statusAfter(71)).toBe('REPORTED, one origin (World Wire)');
  expect(await statusAfter(73)).toMatch(/^REPORTED, one origin \(World Wire\) · QUIET since \d{4}-/);
});
