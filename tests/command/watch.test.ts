import { describe, expect, test } from 'vitest';
import { watchAdd } from '#command/watch-add.ts';
import { watchList } from '#command/watch-list.ts';
import { watchRemove } from '#command/watch-remove.ts';
import { watchTest } from '#command/watch-test.ts';
import { desk as channel } from '../delivery/owed.ts';
import { aDesk } from './a-desk.ts';
import { linesOf } from './plain-text.ts';

const CALL = 'Macron Putin call';

describe('watch add', () => {
  test('says how the topic was understood and what the archive holds, and saves it', async () => {
    await using at = await aDesk();
    const story = await at.report('Macron and Putin spoke by phone on Monday');
    await at.report('Macron visits a farm');
    const reply = await at.run(watchAdd, { topic: CALL });
    expect(reply.kind).toBe('done');
    expect(linesOf(reply)).toEqual([
      expect.stringMatching(
        /^#desk now watches “Macron Putin call”\. Understood as: Emmanuel Macron \+ Vladimir Putin \+ phone call \(names in \d+ languages, the event in \d+ languages\)\.$/,
      ),
      'In the last day (all we hold): 1 story.',
      'You get a card when it happens, at once, no mention.',
    ]);
    expect(reply.actions).toEqual([
      { label: 'See that story', command: `story show ${story}` },
      { label: 'Undo', command: `watch remove ${CALL}` },
    ]);
    const [watch] = await at.desk.ledger.subscriptions.listByChannel(channel.id);
    expect(watch).toMatchObject({ name: CALL, createdBy: 'Ana', isPaused: false });
    expect(await at.desk.ledger.workspaces.listAudit(channel.workspace, 5)).toMatchObject([
      { who: 'Ana', what: 'watch add', detail: CALL },
    ]);
  });

  test('claims nothing about the past while nothing is on hand', async () => {
    await using at = await aDesk();
    expect(linesOf(await at.run(watchAdd, { topic: CALL }))).toContain(
      'No articles are on hand yet, so nothing can be said about the past.',
    );
  });

  test('speaks French where the workspace does', async () => {
    await using at = await aDesk(['fr', 'en']);
    const [first] = linesOf(await at.run(watchAdd, { topic: CALL }));
    expect(first).toContain('#desk suit maintenant « Macron Putin call ». Compris :');
  });

  test('knows a topic that is watched already, in whatever words', async () => {
    await using at = await aDesk();
    await at.run(watchAdd, { topic: CALL });
    const reply = await at.run(watchAdd, { topic: 'appel Poutine Macron' });
    expect(linesOf(reply)).toEqual([
      '#desk already watches it: “Macron Putin call” (Ana, 2026-03-02T12:00:00.000Z).',
      '“appel Poutine Macron” is the same topic.',
    ]);
    expect(await at.desk.ledger.subscriptions.count()).toBe(1);
  });

  test('saves nothing for a query that is none, and points at the place', async () => {
    await using at = await aDesk();
    const reply = await at.run(watchAdd, { topic: 'Macron (Putin call' });
    expect(reply.kind).toBe('refused');
    expect(linesOf(reply)[0]).toMatch(/^Not saved\. /);
    expect(linesOf(reply).slice(1, 3)).toEqual(['Macron\u00a0(Putin\u00a0call', `${'\u00a0'.repeat(7)}^`]);
    expect(await at.desk.ledger.subscriptions.count()).toBe(0);
  });

  test('says which name it does not know', async () => {
    await using at = await aDesk();
    const reply = await at.run(watchAdd, { topic: 'Iran Vandermeer' });
    expect(linesOf(reply)).toContain(
      '“Vandermeer” is not a name we know: found as a plain word only, in that spelling.',
    );
  });

  test('says which restriction fits no outlet that is read, and saves the topic all the same', async () => {
    await using at = await aDesk();
    const topic = 'Iran outlet:nosuch lang:en -lang:xx kind:wire title:truce country:China';
    const lines = linesOf(await at.run(watchAdd, { topic }));
    expect(lines.filter((line) => line.startsWith('None of the outlets'))).toEqual(
      ['outlet:nosuch', '-lang:xx', 'country:China'].map(
        (restriction) => `None of the outlets that we read fits ${restriction}.`,
      ),
    );
    expect(await at.desk.ledger.subscriptions.count()).toBe(1);
    expect(linesOf(await at.run(watchTest, { topic: 'Iran outlet:world' })).join()).not.toContain('None of');
    expect(linesOf(await at.run(watchTest, { topic: 'Iran outlet:palace' })).join()).toContain('None of');
  });

  test('asks first when a topic would flood the channel', async () => {
    await using at = await aDesk();
    for (let hour = 1; hour <= 9; hour += 1) await at.report(`Iran holds talks, round ${hour}`, hour);
    const asked = await at.run(watchAdd, { topic: 'Iran' });
    expect(linesOf(asked)[0]).toMatch(
      /^Not saved yet: this is a lot\. “Iran” alone: 9 stories in .*, 9 on the busiest day\./,
    );
    expect(asked.actions).toEqual([{ label: 'Cards anyway', command: 'watch add --anyway Iran' }]);
    expect(await at.desk.ledger.subscriptions.count()).toBe(0);

    expect((await at.run(watchAdd, { topic: 'Iran', anyway: 'yes' })).kind).toBe('done');
  });

  test('stops at fifty topics', async () => {
    await using at = await aDesk();
    for (let number = 1; number <= 50; number += 1)
      await at.run(watchAdd, { topic: `Iran "round ${number}"` });
    const reply = await at.run(watchAdd, { topic: 'Iran truce' });
    expect(linesOf(reply)[0]).toContain('#desk watches 50 topics, which is the most a channel can.');
    expect(await at.desk.ledger.subscriptions.count()).toBe(50);
  });
});

test('watch list numbers what a channel watches', async () => {
  await using at = await aDesk();
  expect(linesOf(await at.run(watchList))).toEqual(['#desk watches nothing yet.']);
  await at.run(watchAdd, { topic: CALL });
  expect(linesOf(await at.run(watchList))).toEqual([
    '#desk watches 1 topic',
    '1 · Macron Putin call · at once · 0 stories in 30 days · Ana, 2026-03-02T12:00:00.000Z',
    'Paused: 0. Nothing in 30 days: 1.',
  ]);
});

describe('watch remove', () => {
  test.each(['macron putin CALL', 'Poutine Macron appel', '1'])('takes %s for the topic', async (named) => {
    await using at = await aDesk();
    await at.run(watchAdd, { topic: CALL });
    const reply = await at.run(watchRemove, { topic: named });
    expect(linesOf(reply)[0]).toContain('#desk no longer watches “Macron Putin call”.');
    expect(await at.desk.ledger.subscriptions.count()).toBe(0);
  });

  test('changes nothing for a topic that is not watched', async () => {
    await using at = await aDesk();
    await at.run(watchAdd, { topic: CALL });
    const reply = await at.run(watchRemove, { topic: 'Iran' });
    expect(linesOf(reply)[0]).toContain('#desk does not watch “Iran”. It watches 1 topic;');
    expect(await at.desk.ledger.subscriptions.count()).toBe(1);
  });
});

test('watch test shows what a topic would have brought, and saves nothing', async () => {
  await using at = await aDesk();
  const story = await at.report('Macron and Putin spoke by phone on Monday');
  const lines = linesOf(await at.run(watchTest, { topic: CALL }));
  expect(lines).toContain('In the last day (all we hold): 1 story; busiest day 1.');
  expect(lines).toContain(`${story} · Macron and Putin spoke by phone on Monday`);
  expect(await at.desk.ledger.subscriptions.count()).toBe(0);
});
