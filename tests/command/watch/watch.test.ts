import { describe, expect, test } from 'vitest';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchList } from '#command/watch/watch-list.ts';
import { watchRemove } from '#command/watch/watch-remove.ts';
import { watchTest } from '#command/watch/watch-test.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

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
      { label: 'Post it here as a sample', command: `watch sample ${story}` },
      { label: 'Change', command: `watch edit ${CALL}`, opensForm: true },
      { label: 'Undo', command: 'undo token-1' },
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

  test.each([
    ['“Macron Putin call”', CALL],
    ['« Macron Putin call »', CALL],
    ['"Macron Putin call"', CALL],
    ['"harbour dispute"', '"harbour dispute"'],
    ['"Macron" "Putin"', '"Macron" "Putin"'],
  ])(
    'takes %s for %s: what is quoted as a whole is no exact phrase where it names what we know',
    async (written, topic) => {
      await using at = await aDesk();
      await at.run(watchAdd, { topic: written });
      expect(await at.desk.ledger.subscriptions.listByChannel(channel.id)).toMatchObject([{ name: topic }]);
      expect((await at.run(watchRemove, { topic: written })).kind).toBe('done');
    },
  );

  test('watches nothing that nobody sees', async () => {
    await using at = await aDesk();
    expect((await at.run(watchAdd, { topic: '\u3164\u{e0041}' })).kind).toBe('refused');
  });

  test('knows a topic that is watched already, in whatever words', async () => {
    await using at = await aDesk();
    await at.run(watchAdd, { topic: CALL });
    const reply = await at.run(watchAdd, { topic: 'appel Poutine Macron' });
    expect(linesOf(reply)).toEqual([
      '#desk already watches it: “Macron Putin call” (Ana, 2026-03-02T12:00:00.000Z).',
      '“appel Poutine Macron” is the same topic.',
    ]);
    expect(reply.actions).toEqual([{ label: 'Change it', command: `watch edit ${CALL}`, opensForm: true }]);
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

  test('says in French what is wrong with a query, and where', async () => {
    await using at = await aDesk(['fr']);
    expect(linesOf(await at.run(watchAdd, { topic: 'Macron (Putin call' }))[0]).toBe(
      "Non enregistré. Position 8 : Cette parenthèse n'est pas fermée.",
    );
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

  describe('asks first when a topic would flood the channel', () => {
    test('and says how much it is, what would be calmer, and that nothing is saved', async () => {
      await using at = await aDesk();
      for (let hour = 1; hour <= 9; hour += 1) await at.report(`Iran reports harvest ${hour}`, hour);
      await at.report('Iran and Ukraine agree a truce', 2);
      await at.report('Truce of Iran and Ukraine holds', 30);
      await at.report('Putin hosts Iran', 3);
      await at.report('Iran thanks Putin', 4);
      const asked = await at.run(watchAdd, { topic: 'Iran' });
      expect(linesOf(asked)).toEqual([
        'Not saved yet: this is a lot. “Iran” alone: 13 stories in the last 2 days (all we hold), 12 on the busiest day, 3 a night.',
        expect.stringMatching(/^Narrow it: Iran ceasefire \(2 stories\) · Iran .* \(2 stories\)/),
      ]);
      expect(asked.kind).toBe('refused');
      expect(asked.actions?.slice(0, 3)).toEqual([
        { label: 'Daily digest 08:00 (recommended)', command: 'watch add digest:08:00 Iran' },
        { label: 'Cards anyway, at most 6 an hour', command: 'watch add --anyway Iran' },
        { label: 'Iran ceasefire', command: 'watch add Iran ceasefire' },
      ]);
      expect(await at.desk.ledger.subscriptions.count()).toBe(0);
    });

    test('and narrows alternatives as a whole', async () => {
      await using at = await aDesk();
      for (let hour = 1; hour <= 9; hour += 1) await at.report(`Iran reports harvest ${hour}`, hour);
      await at.report('Iran agrees a truce', 2);
      await at.report('Truce in Ukraine holds', 30);
      const asked = await at.run(watchAdd, { topic: 'Iran OR Ukraine' });
      expect(asked.actions?.[2]).toEqual({
        label: '(Iran OR Ukraine) ceasefire',
        command: 'watch add (Iran OR Ukraine) ceasefire',
      });
    });

    test('and calls a long one on its button by what narrows it', async () => {
      await using at = await aDesk();
      for (let hour = 1; hour <= 9; hour += 1) await at.report(`Iran reports harvest ${hour}`, hour);
      await at.report('Iran agrees a truce', 2);
      await at.report('Truce in Ukraine holds', 30);
      const topic = 'Iran OR Ukraine OR Ruritania OR Syldavia';
      expect((await at.run(watchAdd, { topic })).actions?.[2]).toEqual({
        label: '… ceasefire',
        command: `watch add (${topic}) ceasefire`,
      });
    });

    test('in French, too', async () => {
      await using at = await aDesk(['fr']);
      for (let hour = 1; hour <= 9; hour += 1) await at.report(`Iran holds talks, round ${hour}`, hour);
      expect(linesOf(await at.run(watchAdd, { topic: 'Iran' }))[0]).toBe(
        "Pas encore enregistré : c'est beaucoup. « Iran » seul : 9 dossiers sur le dernier jour (tout ce que nous avons), 9 le jour le plus chargé, 4 par nuit.",
      );
    });

    test('and takes cards anyway, or a digest, for an answer', async () => {
      await using at = await aDesk();
      for (let hour = 1; hour <= 9; hour += 1) await at.report(`Iran holds talks, round ${hour}`, hour);
      expect((await at.run(watchAdd, { topic: 'Iran', anyway: 'yes' })).kind).toBe('done');
      await at.run(watchRemove, { topic: 'Iran' });

      const digested = await at.run(watchAdd, { topic: 'Iran', digest: '08:00' });
      expect(linesOf(digested)).toContain('You get a digest every day at 08:00 (UTC), no mention.');
      const [watch] = await at.desk.ledger.subscriptions.listByChannel(channel.id);
      expect(watch).toMatchObject({
        digest: { days: 'daily', at: '08:00' },
        digestSince: at.desk.clock().toISOString(),
      });
    });
  });

  test.each(['24:00', '8:60', 'morning'])('takes no %s for an hour', async (digest) => {
    await using at = await aDesk();
    const reply = await at.run(watchAdd, { topic: 'Iran', digest });
    expect(linesOf(reply)).toEqual([`Not saved. “${digest}” is no hour. Write it as 08:00.`]);
    expect(await at.desk.ledger.subscriptions.count()).toBe(0);
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

describe('watch test', () => {
  test('says part by part what is known, and in how many languages, in the reader’s own', async () => {
    await using english = await aDesk();
    await using french = await aDesk(['fr', 'en']);
    const topic = 'Macron France call Wibblesham "red line"';
    expect(linesOf(await english.run(watchTest, { topic }))).toContainEqual(
      expect.stringMatching(
        /^Part by part: “Macron” person, in \d+ languages; “France” country, in \d+ languages; “call” event, in \d+ languages; “Wibblesham” plain word, which we cannot translate, only as spelt; “"red line"” exact words, only as spelt\.$/,
      ),
    );
    expect(linesOf(await french.run(watchTest, { topic }))).toContainEqual(
      expect.stringMatching(
        /^Partie par partie : « Macron » personne, en \d+ langues ; « France » pays, en \d+ langues ; « call » événement, en \d+ langues ; « Wibblesham » simple mot, que nous ne savons pas traduire, dans cette seule graphie ; « "red line" » mots exacts, dans cette seule graphie\.$/,
      ),
    );
  });

  test('shows what a topic would have brought, by which words, and saves nothing', async () => {
    await using at = await aDesk();
    const story = await at.report('Macron and Putin spoke by phone on Monday');
    const night = await at.report('Putin and Macron held a phone call', 80);
    await at.report('Macron and Putin dine', 2);
    const reply = await at.run(watchTest, { topic: CALL });
    const lines = linesOf(reply);
    expect(lines).toContain(
      '4 days (archive from 2026-02-27T04:00:00.000Z): 2 stories, 2 articles; busiest day 1; at night 1.',
    );
    expect(lines).toContain(
      'Missed narrowly: 1 article names Emmanuel Macron and Vladimir Putin, but no phone call.',
    );
    const [first, second] = [story, night].map((name) => lines.findIndex((line) => line.startsWith(name)));
    expect(lines[first ?? -1]).toBe(`${story} · Macron and Putin spoke by phone on Monday`);
    expect(lines.slice(first, second)).toContain(
      'Found: the title has “Macron”, “Putin” and “spoke by phone” (phone call).',
    );
    expect(reply.actions).toEqual([
      { label: 'Yes, watch that', command: `watch add ${CALL}` },
      { label: 'Those missed narrowly', command: 'news search Macron Putin' },
    ]);
    expect(await at.desk.ledger.subscriptions.count()).toBe(0);
  });

  test('says it in French', async () => {
    await using at = await aDesk(['fr']);
    await at.report('Macron and Putin spoke by phone on Monday');
    await at.report('Macron and Putin dine', 2);
    const lines = linesOf(await at.run(watchTest, { topic: CALL }));
    expect(lines).toContain(
      '1 jour (archive depuis le 2026-03-02T10:00:00.000Z) : 1 dossier, 1 article ; 1 le jour le plus chargé ; 0 la nuit.',
    );
    expect(lines).toContain('Manqué de peu : 1 article nomme Emmanuel Macron et Poutine, sans phone call.');
  });

  test('names no alternative that an article does not hold', async () => {
    await using at = await aDesk();
    await at.report('Iranian talks begin');
    const lines = linesOf(await at.run(watchTest, { topic: 'Iran OR Ukraine' }));
    expect(lines).toContain('Found: the title has “Iranian”.');
    const events = linesOf(await at.run(watchTest, { topic: 'Iran talks' }));
    expect(events.join()).not.toContain('phone call, meeting');
  });

  test('offers to test what was probably meant, where a query is none', async () => {
    await using at = await aDesk();
    const reply = await at.run(watchTest, { topic: 'Macron (Putin call' });
    expect(linesOf(reply)[0]).toMatch(/^This is no topic\. /);
    expect(reply.actions).toEqual([{ label: 'Yes', command: 'watch test Macron Putin call' }]);
  });
});
