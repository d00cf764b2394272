import { describe, expect, test } from 'vitest';
import type { Desk } from '#command/command.ts';
import { type LookingBack, lookBack } from '#command/watch/look-back.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import { parseQuery } from '#topic/parse-query.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';

/** Looks back for the newsroom, thirty days. */
function looking(written: string, desk: Desk, differing: Partial<LookingBack> = {}) {
  const parsed = parseQuery(written, desk.lexicon);
  if (parsed.kind === 'problem') throw new Error(parsed.problem.message);
  return lookBack(parsed.topic, { days: 30, seenBy: channel.workspace, ...differing }, desk);
}

describe('looking back', () => {
  test('finds who is named by office, in another script, and with half of the other words', async () => {
    await using at = await aDesk();
    await at.report('The French president phoned Vladimir Putin about grain');
    await at.report('Путин провёл телефонный разговор с Макроном', 2);
    await at.report('Putin and Macron dine', 3);
    const { figures, hits } = await looking('Macron Putin call grain corridor', at.desk);
    expect(figures).toMatchObject({ stories: 1, articles: 1 });
    expect(hits.map(({ match }) => match.tier)).toEqual(['strong']);
    expect((await looking('Macron Putin call', at.desk)).figures).toMatchObject({ stories: 2, articles: 2 });
  });

  test('leaves out what only another workspace reads, and what is older', async () => {
    await using at = await aDesk();
    await at.report('Iran holds talks', 24 * 8);
    expect((await looking('Iran', at.desk, { days: 7 })).figures.stories).toBe(0);
    expect((await looking('Iran', at.desk)).figures).toMatchObject({
      stories: 1,
      days: 8,
      isAllWeHold: true,
    });

    const { articles } = at.desk.ledger;
    const [id] = await articles.listHolding({ all: [], since: new Date(0), limit: 1 });
    const article = id && (await articles.find(id));
    if (article === undefined) throw new Error('nothing is stored');
    await articles.save({ ...article, edition: 2, workspace: 'other' as WorkspaceId }, 'read');
    expect((await looking('Iran', at.desk)).figures).toMatchObject({ stories: 0, days: 0 });
  });

  test('tells days and nights by the clocks of the workspace', async () => {
    await using at = await aDesk();
    // 22:30, 23:30 and 05:30 in UTC are 04:15, 05:15 and 11:15 of one day in Kathmandu.
    for (const hours of [13.5, 12.5, 6.5]) await at.report(`Iran speaks ${hours}`, hours);
    expect((await looking('Iran', at.desk)).figures).toMatchObject({ busiestDay: 2, atNight: 3 });
    const workspace = await at.desk.ledger.workspaces.find(channel.workspace);
    if (workspace === undefined) throw new Error('the newsroom is gone');
    await at.desk.ledger.workspaces.save({ ...workspace, zone: 'Asia/Kathmandu' });
    expect((await looking('Iran', at.desk)).figures).toMatchObject({ busiestDay: 3, atNight: 2 });
  });

  test('counts what names all who are asked for, without the event, where the story has no match', async () => {
    await using at = await aDesk();
    await at.report('Macron and Putin spoke by phone');
    await at.report('Macron and Putin dine', 2);
    await at.report('Macron thanks Putin', 3);
    await at.report('Macron thanks a farm', 4);
    expect((await looking('Macron Putin call', at.desk)).missed).toEqual({ articles: 2, isAtLeast: false });
  });

  test('reads no more than it may, the newest first, and says so', async () => {
    await using at = await aDesk();
    for (let hour = 1; hour <= 5; hour += 1) await at.report(`Iran holds talks, round ${hour}`, hour * 24);
    const { figures, hits } = await looking('Iran', at.desk, { mostArticles: 3 });
    expect(figures).toMatchObject({ stories: 3, sampled: 3, days: 3, isAllWeHold: false });
    expect(hits.map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-01', '2026-02-28', '2026-02-27']);
  });

  test('says that more may be missed narrowly than were looked at', async () => {
    await using at = await aDesk();
    for (let hour = 1; hour <= 4; hour += 1) await at.report(`Macron thanks Putin, take ${hour}`, hour);
    const { missed } = await looking('Macron Putin call', at.desk, { mostArticles: 3 });
    expect(missed).toEqual({ articles: 3, isAtLeast: true });
  });
});
