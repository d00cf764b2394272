import { describe, expect, test } from 'vitest';
import { newsSince } from '#command/news/news-since.ts';
import { newsTopics } from '#command/news/news-topics.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

describe('news since', () => {
  test('tells what has moved since an hour that is over', async () => {
    await using at = await aDesk();
    const story = await at.report('Ruritania and Syldavia sign a treaty', 1);
    await at.report('Borduria holds an election', 30);
    const reply = await at.run(newsSince, { time: '9:00' });
    expect(linesOf(reply).slice(0, 2)).toEqual([
      'Since 2026-03-02T09:00:00.000Z: 1 story moved.',
      `${story} · Ruritania and Syldavia sign a treaty`,
    ]);
  });

  test('says that nothing moved together with what was read', async () => {
    await using at = await aDesk(['fr']);
    const lines = linesOf(await at.run(newsSince, { time: '2h' }));
    expect(lines[0]).toBe("Depuis le 2026-03-02T10:00:00.000Z : rien n'a bougé.");
    expect(lines[1]).toContain('flux');
  });

  test('takes no hour that is none', async () => {
    await using at = await aDesk();
    expect((await at.run(newsSince, { time: 'yesterday-ish' })).kind).toBe('refused');
  });
});

test('news topics tells what each watched topic brought this week', async () => {
  await using at = await aDesk();
  expect(linesOf(await at.run(newsTopics))[0]).toContain('#desk watches nothing yet.');
  await at.run(watchAdd, { topic: 'Macron Putin call' });
  expect(linesOf(await at.run(newsTopics))).toEqual([
    '#desk watches 1 topic; of the last 7 days:',
    'Macron Putin call · nothing',
  ]);
});
