import { describe, expect, test } from 'vitest';
import { turnPageOf } from '#command/button/turn-page.ts';
import type { Command, Reply } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { feedList } from '#command/feed/feed-list.ts';
import { newsContacts } from '#command/news/news-contacts.ts';
import { newsLatest } from '#command/news/news-latest.ts';
import { storySources } from '#command/story/story-sources.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchList } from '#command/watch/watch-list.ts';
import { Catalogue } from '#feed/catalogue.ts';
import type { FeedId } from '#feed/feed.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Contact } from '#story/contact.ts';
import type { Story, StoryId } from '#story/story.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

type Desk = Awaited<ReturnType<typeof aDesk>>;

const next = ({ pages }: Reply): string => pages?.next?.command ?? '';
const turned = (at: Desk, command: string): Promise<Reply> =>
  at.run(turnPageOf(commands), { line: command.replace('page ', '') });

/** What a list shows on its first page and on the one after it, as far as `named` finds names in it. */
async function twoPages(
  at: Desk,
  command: Command,
  options: Readonly<Record<string, string>>,
  named: RegExp,
) {
  const names = (reply: Reply): readonly string[] =>
    linesOf(reply).flatMap((line) => named.exec(line)?.[0] ?? []);
  const first = await at.run(command, options);
  const second = await turned(at, next(first));
  return { first: names(first), second: names(second), replies: [first, second] as const };
}

const numbers = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

const aContact = (number: number, at: string): Contact => ({
  story: `story ${number}` as StoryId,
  shortName: `R-${number}`,
  kind: 'call',
  state: 'held',
  at,
  isDated: true,
  sides: ['france', 'russia'] as unknown as readonly ActorId[],
  persons: ['macron'] as unknown as readonly ActorId[],
  sources: [{ outlet: 'world-wire' as OutletId, title: 'They spoke', at, isOwnText: false }],
});

describe('a long list', () => {
  test('of long topics has fewer on a page, and leaves none of them out', async () => {
    await using at = await aDesk();
    const long = 'harbour'.padEnd(300, ' quay');
    for (const number of numbers(1, 12)) await at.run(watchAdd, { topic: `Macron ${long}${number}` });
    const shown: string[] = [];
    for (let reply = await at.run(watchList); ; reply = await turned(at, next(reply))) {
      expect(linesOf(reply).join('\n').length).toBeLessThan(3_400);
      shown.push(...linesOf(reply).flatMap((line) => /^\d+/.exec(line)?.[0] ?? []));
      if (next(reply) === '') break;
    }
    expect(shown).toEqual(numbers(1, 12));
  });

  test('of topics comes twenty a page, each under the number it has in the whole list', async () => {
    await using at = await aDesk();
    for (const number of numbers(1, 23)) await at.run(watchAdd, { topic: `Macron harbour${number}` });
    const { first, second, replies } = await twoPages(at, watchList, {}, /^\d+/);
    expect(first).toEqual(numbers(1, 20));
    expect(second).toEqual(numbers(21, 23));
    expect(linesOf(replies[0])).toContain('Page 1 of 2.');
    expect(linesOf(replies[1])[0]).toBe('#desk watches 23 topics');
    expect(replies[1]).toMatchObject({ replaces: true, pages: { previous: { label: '← Previous' } } });
  });

  test.each([{}, { topic: 'Macron' }])(
    'of the newest stories, asked for with %j, is not moved by a story that opens later',
    async (options) => {
      await using at = await aDesk();
      for (let hour = 1; hour <= 12; hour += 1) await at.report(`Macron speaks for hour ${hour}`, hour);
      const { first, second, replies } = await twoPages(at, newsLatest, options, /hour \d+$/);
      expect(linesOf(replies[0])[0]).toContain('12 stories in the last 7 days');
      expect(first).toHaveLength(10);
      expect(second).toEqual(['hour 11', 'hour 12']);
      await at.report('Macron speaks later', -1);
      expect(linesOf(await turned(at, next(replies[0])))).toEqual(linesOf(replies[1]));
    },
  );

  test('of reports begins with the newest, and leads to the earlier ones', async () => {
    await using at = await aDesk();
    const { stories } = at.desk.ledger;
    const find = async (name: string) => (await stories.findByShortName(name)) as Story;
    const story = await at.report('Macron and Putin spoke by phone', 30);
    const { id } = await find(story);
    for (let hour = 29; hour >= 3; hour -= 1) {
      const other = await at.report(`Macron and Putin spoke, hour ${hour}`, hour);
      await stories.merge(id, (await find(other)).id);
    }
    const { first, second, replies } = await twoPages(at, storySources, { story }, /^A\d+/);
    expect(first).toEqual(numbers(4, 28).map((number) => `A${number}`));
    expect(second).toEqual(['A1', 'A2', 'A3']);
    const late = await at.report('Macron and Putin spoke, late', -1);
    await stories.merge(id, (await find(late)).id);
    expect(linesOf(await turned(at, next(replies[0]))).slice(1)).toEqual(linesOf(replies[1]).slice(1));
  });

  test('of feeds comes twenty lines a page, also in French', async () => {
    await using at = await aDesk(['fr']);
    const outlet = at.desk.catalogue.outlet(at.feed.outlet);
    if (outlet === undefined) throw new Error('The feed has no outlet.');
    const feeds = numbers(1, 30).map((number) => ({
      ...at.feed,
      id: `feed-${number}` as FeedId,
      url: `https://wire.example/${number}`,
    }));
    const desk = { ...at.desk, catalogue: new Catalogue({ feeds, outlets: [outlet] }) };
    const wide: Desk = {
      ...at,
      desk,
      run: (command, options) => at.run({ ...command, run: (ask) => command.run(ask, desk) }, options),
    };
    const { first, second, replies } = await twoPages(wide, feedList, { all: 'yes' }, /\d+$/);
    expect([...first, ...second]).toEqual(numbers(1, 30));
    expect(linesOf(replies[1]).at(-1)).toBe('Page 2 sur 2.');
    expect(next(replies[1])).toBe('');
  });

  test('of contacts is not moved by what is first told of later', async () => {
    await using at = await aDesk();
    const { contacts } = at.desk.ledger;
    for (let number = 1; number <= 9; number += 1)
      await contacts.save(aContact(number, `2026-02-1${number}T09:00:00.000Z`));
    const { first, second, replies } = await twoPages(at, newsContacts, { between: 'Macron' }, /R-\d+/);
    expect(first).toHaveLength(8);
    expect(second).toEqual(['R-1']);
    await contacts.save(aContact(10, '2026-03-02T13:00:00.000Z'));
    expect(linesOf(await turned(at, next(replies[0])))).toEqual(linesOf(replies[1]));
  });
});
