import { expect, test } from 'vitest';
import { terminalChannel } from '#adapters/terminal/terminal-channel.ts';
import { AttemptLimit } from '#command/feed/attempt-limit.ts';
import { storyShow } from '#command/story/story-show.ts';
import { aFeedRoad } from '../../article/a-feed-road.ts';
import { plainText } from '../plain-text.ts';

test('a look-up says how the feed of a silent side stands now, whatever it was when the story was told', async () => {
  await using road = await aFeedRoad();
  await road.visit([]);
  await road.visit([], { of: 'palace' });
  await road.visit([
    {
      title: 'Freedonia and Sylvania spoke by phone',
      link: 'https://courier.example/call',
      guid: 'c-1',
      summary: 'The leaders of Freedonia and Sylvania spoke by phone on Monday for an hour.',
    },
  ]);
  const [story] = await road.ledger.stories.listRecent({ since: new Date(0), limit: 1 });
  const desk = {
    ...road.stages,
    search: {} as never,
    attempts: new AttemptLimit(),
    freshToken: () => 'token',
  };
  const silences = async () => {
    const options = { story: story?.shortName ?? '' };
    const { cards = [] } = await storyShow.run({ channel: terminalChannel, who: 'Ana', options }, desk);
    return cards.flatMap(({ sides }) => sides.map(({ silence = [] }) => plainText(silence))).join(' ');
  };
  expect(await silences()).toContain('The Palace');
  expect(await silences()).not.toContain('has not answered');

  const record = await road.record('palace');
  await road.ledger.feeds.save({ ...record, failingSince: '2026-03-02T10:40:00.000Z', failuresInARow: 3 });
  expect(await silences()).toMatch(/The Palace.*has not answered since 2026-03-02T10:40/);
});
