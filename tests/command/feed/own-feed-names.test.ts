import { expect, test } from 'vitest';
import { feedAdd } from '#command/feed/feed-add.ts';
import { feedHealth } from '#command/feed/feed-health.ts';
import { aWeb, rss } from '../../feed/a-web.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const FEED = 'https://news.example/world.xml';

test('a feed that calls itself like an outlet of everyone gets its host behind the name, and can be asked for', async () => {
  await using at = await aDesk(['en'], aWeb({ [FEED]: { body: rss('World Wire') } }).web);
  const added = linesOf(await at.run(feedAdd, { address: FEED }));
  expect(added[0]).toContain('Added: World Wire (news.example) (news.example/world.xml).');
  const health = async (outlet: string) => linesOf(await at.run(feedHealth, { outlet })).join('\n');
  expect(await health('news.example/world.xml')).toContain('World Wire (news.example)');
  expect(await health('World Wire (news')).toContain('World Wire (news.example)');
  expect(await health('World Wire')).not.toContain('news.example');
});
