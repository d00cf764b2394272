import { describe, expect, test } from 'vitest';
import { turnPageOf } from '#command/button/turn-page.ts';
import { commands } from '#command/commands.ts';
import { isUnderstoodAs } from '#command/news/narrowings.ts';
import { nearestUnderstood } from '#command/news/nearest-understood.ts';
import { newsSearch } from '#command/news/news-search.ts';
import { smallLexicon } from '../../lexicon/small-lexicon.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const DAY_HOURS = 24;

describe('a search', () => {
  test('finds what names the same people without the event, which no watch would post', async () => {
    await using at = await aDesk();
    await at.report('Macron calls on Putin to accept the truce');
    await at.report('Iran and Ukraine meet');
    const lines = linesOf(await at.run(newsSearch, { words: 'Macron Putin call' }));
    expect(lines[0]).toContain('1 story since 2026-01-31');
    expect(lines[1]).toContain('Macron calls on Putin to accept the truce');
  });

  test('leaves out what is excluded, and what another outlet or language would have to tell', async () => {
    await using at = await aDesk();
    await at.report('Macron and Putin spoke by phone');
    await at.report('Macron spoke of harbours');
    const found = async (words: string) => linesOf(await at.run(newsSearch, { words }))[0];
    expect(await found('Macron')).toContain('2 stories');
    expect(await found('Macron -Putin')).toContain('1 story');
    expect(await found('Macron outlet:"World Wire"')).toContain('2 stories');
    expect(await found('Macron outlet:Gazette')).toContain('“Gazette” is not known here as outlet.');
    expect(await found('Macron -outlet:Gazette')).toContain('2 stories');
    expect(await found('Macron kind:wire')).toContain('2 stories');
    expect(await found('Macron -kind:wire')).toContain('Nothing holds');
    expect(await found('Macron lang:en')).toContain('2 stories');
    expect(await found('Macron lang:fr')).toContain('Nothing holds');
    expect(await found('Macron title:harbours')).toContain('1 story');
  });

  test('goes back thirty days, or as far as it is asked to, the last day included', async () => {
    await using at = await aDesk();
    await at.report('Macron spoke of harbours', 40 * DAY_HOURS);
    await at.report('Macron spoke of bridges', 20 * DAY_HOURS);
    await at.report('Macron spoke of roads');
    const found = async (period: Readonly<Record<string, string>>) =>
      linesOf(await at.run(newsSearch, { words: 'Macron', ...period }))[0];
    expect(await found({})).toContain('2 stories');
    expect(await found({ since: '2026-01-01' })).toContain('3 stories since 2026-01-01');
    expect(await found({ since: '2026-01-01', until: '2026-02-10' })).toContain('2 stories from 2026-01-01');
    expect(await found({ since: '2026-03-02', until: '2026-03-02' })).toContain('1 story');
  });

  test.each(['yesterday', '2026-02-31', '31.3.2026'])(
    'refuses “%s” as a day and says how to write one',
    async (since) => {
      await using at = await aDesk();
      const reply = await at.run(newsSearch, { words: 'Macron', since });
      expect(reply.kind).toBe('refused');
      expect(linesOf(reply)).toEqual([`“${since}” is no day. Write it as 2026-03-31.`]);
    },
  );

  test('shows ten stories a page, and leads to the next', async () => {
    await using at = await aDesk(['fr']);
    for (let hour = 1; hour <= 23; hour += 1) await at.report(`Macron speaks for hour ${hour}`, hour);
    const first = await at.run(newsSearch, { words: 'Macron', since: '2026-01-01' });
    const lines = linesOf(first);
    expect(lines[0]).toMatch(/« Macron » : 23 dossiers depuis le 2026-01-01/);
    expect(lines.at(-1)).toBe('Page 1 sur 3.');
    expect(lines.join(' ')).toContain('hour 10');
    expect(lines.join(' ')).not.toContain('hour 11');
    const { label = '', command = '' } = first.pages?.next ?? {};
    expect(label).toBe('Suivant →');
    expect(command).toMatch(/^page 2-\S+ news search since:2026-01-01 Macron$/);
    await at.report('Macron speaks later', -1);
    const second = await at.run(turnPageOf(commands), { line: command.replace('page ', '') });
    expect(linesOf(second).join(' ')).toContain('hour 11');
    expect(linesOf(second).join(' ')).not.toContain('hour 10');
    const last = await at.run(newsSearch, { words: 'Macron', page: '99' });
    expect(linesOf(last).at(-1)).toBe('Page 3 sur 3.');
    expect(linesOf(last).join(' ')).toContain('hour 23');
    expect(last.pages).not.toHaveProperty('next');
  });

  test('is narrowed by outlet, language, event and who is named, each by itself', async () => {
    await using at = await aDesk();
    await at.report('Macron and Putin spoke by phone on Monday');
    await at.report('Macron opened a harbour');
    const found = async (options: Readonly<Record<string, string>>) =>
      linesOf(await at.run(newsSearch, { words: 'Macron', ...options }))[0];
    expect(await found({ outlet: 'World Wire' })).toMatch(/2 stories .* · outlet: World Wire$/);
    expect(await found({ language: 'English' })).toContain('2 stories');
    expect(await found({ language: 'anglais' })).toContain('2 stories');
    expect(await found({ event: 'phone call' })).toContain('1 story');
    expect(await found({ actor: 'Putin' })).toContain('1 story');
    expect(await found({ actor: 'Putin', event: 'phone call' })).toMatch(
      /1 story .* · event: phone call · actor: Putin$/,
    );
  });

  test('that finds nothing says which of its options kept back what there is', async () => {
    await using at = await aDesk();
    await at.report('Macron spoke of harbours');
    const reply = await at.run(newsSearch, { words: 'Macron', outlet: 'World Wire', language: 'French' });
    expect(linesOf(reply).slice(0, 2)).toEqual([
      expect.stringMatching(
        /^Nothing holds “Macron” since 2026-01-31.* · outlet: World Wire · language: French\.$/,
      ),
      'Without language: 1 story.',
    ]);
    expect(reply.actions?.[0]).toEqual({
      label: 'Without language',
      command: 'news search outlet:"World Wire" Macron',
    });
    expect(linesOf(await at.press(reply, 'Without language'))[0]).toContain('1 story');
  });

  test.each([
    ['language', 'Elvish'],
    ['event', 'Putin'],
    ['actor', 'phone call'],
    ['country', 'nowhere at all'],
  ])('refuses a %s that means nothing', async (option, written) => {
    await using at = await aDesk();
    const reply = await at.run(newsSearch, { words: 'Macron', [option]: written });
    expect(reply).toMatchObject({ kind: 'refused', option });
    expect(linesOf(reply)[0]).toContain(`“${written}” is not known here as ${option}. Give `);
  });

  test.each([
    ['outlet', 'Wrold Wire', 'World Wire', 'outlet:"World Wire"'],
    ['outlet', 'Wires', 'World Wire', 'outlet:"World Wire"'],
    ['actor', 'Macrom', 'Emmanuel Macron', 'actor:"Emmanuel Macron"'],
    ['event', 'ceasfire', 'ceasefire', 'event:ceasefire'],
    ['actor', 'Kier Starmer', 'Keir Starmer', 'actor:"Keir Starmer"'],
  ])('names what is nearest to an unknown %s: %s', async (option, written, label, filled) => {
    await using at = await aDesk();
    await at.report('Macron and Starmer agree a ceasefire in the harbours');
    const reply = await at.run(newsSearch, { words: 'harbours', [option]: written });
    expect(reply).toMatchObject({ kind: 'refused', option });
    expect(linesOf(reply)[0]).toContain(`“${written}” is not known here as ${option}.`);
    expect(linesOf(reply)[1]).toMatch(new RegExp(`^Did you mean .*${label}.*\\?$`));
    expect(reply.actions).toContainEqual({ label, command: `news search ${filled} harbours` });
    expect(linesOf(await at.press(reply, label))[0]).toContain('1 story');
  });

  test.each([
    ['actor', 'Keir Starmer'],
    ['actor', 'François Hollande'],
    ['actor', 'Emmanuel Macron'],
    ['event', 'phone call'],
  ])('understands as %s the name that it suggests: %s', async (option, written) => {
    await using at = await aDesk();
    expect((await at.run(newsSearch, { words: 'harbours', [option]: written })).kind).toBe('answer');
  });

  test('suggests no name of an actor that it would refuse itself', () => {
    const known = [
      { value: 'Macron (Emmanuel)) Macron', label: 'Emmanuel Macron', names: ['Emmanuel Macron'] },
      { value: 'Emmanuelle Macaron', label: 'Emmanuelle Macaron', names: ['Emmanuelle Macaron'] },
    ];
    const near = nearestUnderstood({ name: 'actor' }, 'Emmanuel Macaron', known, smallLexicon);
    expect(known.map(({ value }) => isUnderstoodAs({ name: 'actor' }, value, smallLexicon))).toEqual([
      false,
      false,
    ]);
    expect(near.map(({ value }) => value)).toEqual(['Emmanuel Macron']);
  });

  test('names what is nearest to an outlet that is written among the words', async () => {
    await using at = await aDesk(['fr']);
    await at.report('Macron spoke of harbours');
    const reply = await at.run(newsSearch, { words: 'Macron outlet:"World Wyre"' });
    expect(linesOf(reply)).toEqual([
      expect.stringContaining("« World Wyre » n'est pas connu ici comme média."),
      'Vouliez-vous dire World Wire ?',
    ]);
    expect(linesOf(await at.press(reply, 'World Wire'))[0]).toContain('1 dossier');
  });

  test.each([
    [{ country: 'XX' }, '“XX” is not known here as country.'],
    [{ words: 'Macron country:XX' }, 'This is no country that we know.'],
    [{ country: 'BT' }, 'None of the outlets that we read fits country:BT.'],
    [{ country: 'bt' }, 'None of the outlets that we read fits country:BT.'],
    [{ words: 'Macron country:bt' }, 'None of the outlets that we read fits country:BT.'],
  ])(
    'says that nothing of a country is read, not that nothing holds the words: %j',
    async (options, said) => {
      await using at = await aDesk();
      await at.report('Macron spoke of harbours');
      const reply = await at.run(newsSearch, { words: 'Macron', ...options });
      expect([reply.kind, linesOf(reply)[0]]).toEqual(['refused', expect.stringContaining(said)]);
    },
  );

  test('that finds nothing says which names it does not know, and which are nearest', async () => {
    await using at = await aDesk();
    await at.report('Macron spoke of harbours');
    const reply = await at.run(newsSearch, { words: 'Macrom harbours' });
    expect(linesOf(reply).slice(0, 3)).toEqual([
      expect.stringContaining('Nothing holds “Macrom harbours”'),
      expect.stringContaining('“Macrom” is not a name we know'),
      'Did you mean Emmanuel Macron?',
    ]);
    expect(linesOf(await at.press(reply, 'Emmanuel Macron'))[0]).toContain('1 story');
  });

  test('that finds nothing tells each name that it does not know once, and few of many', async () => {
    await using at = await aDesk();
    const toldOf = async (words: string) =>
      linesOf(await at.run(newsSearch, { words })).filter((line) => line.includes('is not a name we know'));
    expect(await toldOf('Macrom harbours | Macrom bridges')).toHaveLength(1);
    expect(await toldOf('Abcda Abcdb Abcdc Abcdd Abcde Abcdf Abcdg')).toHaveLength(5);
  });

  test('that corrects one word of a full name doubles no other', async () => {
    await using at = await aDesk();
    const reply = await at.run(newsSearch, { words: 'Emanuel Macron bridges' });
    expect(reply.actions).toContainEqual({
      label: 'Emmanuel Macron',
      command: 'news search Emmanuel Macron bridges',
    });
  });

  test('names nothing that is far from what was written', async () => {
    await using at = await aDesk();
    const reply = await at.run(newsSearch, { words: 'Macron', actor: 'Xyzzyqwertz' });
    expect(linesOf(reply)).toHaveLength(1);
    expect(reply.actions).toBeUndefined();
  });

  test('says in French how an option is filled in', async () => {
    await using at = await aDesk(['fr']);
    const reply = await at.run(newsSearch, { words: 'Macron', language: 'elfique' });
    expect(linesOf(reply)[0]).toContain("« elfique » n'est pas connu ici comme langue. Donnez une langue");
  });

  test('keeps its options on the pages after', async () => {
    await using at = await aDesk();
    for (let hour = 1; hour <= 11; hour += 1) await at.report(`Macron speaks for hour ${hour}`, hour);
    const reply = await at.run(newsSearch, { words: 'Macron', outlet: 'World Wire', language: 'en' });
    const command = reply.pages?.next?.command ?? '';
    expect(command).toMatch(/ news search outlet:"World Wire" language:en Macron$/);
    const second = await at.run(turnPageOf(commands), { line: command.replace('page ', '') });
    expect(linesOf(second)[0]).toContain('11 stories');
  });

  test('that is no query says where, and what would be one', async () => {
    await using at = await aDesk();
    expect((await at.run(newsSearch, { words: '(Macron' })).kind).toBe('refused');
  });
});
