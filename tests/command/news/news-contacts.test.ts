import { describe, expect, test } from 'vitest';
import { newsContacts } from '#command/news/news-contacts.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { WorkspaceId } from '#kernel/id.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Contact } from '#story/contact.ts';
import type { StoryId } from '#story/story.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const actors = (...ids: readonly string[]) => ids as unknown as readonly ActorId[];

/** Between the presidents of France and Russia, unless said otherwise. */
const contact = (day: string, changes: Partial<Contact> = {}): Contact => ({
  story: `story of ${day}` as StoryId,
  shortName: `R-${day.slice(5).replace('-', '')}`,
  kind: 'call',
  state: 'held',
  at: `${day}T15:00:00.000Z`,
  isDated: true,
  sides: actors('france', 'russia'),
  persons: actors('macron', 'putin'),
  sources: [
    {
      outlet: 'world-wire' as OutletId,
      title: 'They spoke by phone',
      link: 'https://wire.example/1',
      at: `${day}T15:00:00.000Z`,
      isOwnText: false,
    },
  ],
  ...changes,
});

async function listed(
  options: Readonly<Record<string, string>>,
  contacts: readonly Contact[],
  languages: readonly string[] = ['en'],
) {
  await using at = await aDesk(languages);
  for (const one of contacts) await at.desk.ledger.contacts.save(one);
  const reply = await at.run(newsContacts, options);
  // Days are shown without their hours.
  return { reply, lines: linesOf(reply).map((line) => line.replaceAll(/T[\d:.]+Z/g, '')) };
}

const days = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => /^\d{4}-\d{2}-\d{2}/.exec(line)?.[0] ?? []);

describe('contacts', () => {
  test('are listed newest first, with who, how far it came, the story and its sources', async () => {
    const own = {
      outlet: 'kremlin' as OutletId,
      title: 'A call',
      at: '2026-02-01T15:00:00.000Z',
      isOwnText: true,
    };
    const { lines, reply } = await listed({ between: 'Macron Putin' }, [
      contact('2026-01-10'),
      contact('2026-02-01', { state: 'denied', sources: [own, ...contact('2026-02-01').sources, own] }),
    ]);
    expect(lines).toEqual([
      '“Macron Putin”: 2 contacts, newest first',
      '2026-02-01 · phone call · France – Russian Federation (Emmanuel Macron, Vladimir Putin) · denied · R-0201',
      'kremlin, own text · World Wire https://wire.example/1 · +1 more',
      '2026-01-10 · phone call · France – Russian Federation (Emmanuel Macron, Vladimir Putin) · took place · R-0110',
      'World Wire https://wire.example/1',
    ]);
    expect(reply.actions).toEqual([{ label: expect.any(String), command: 'story show R-0201' }]);
  });

  test('announced without a day say so instead of one', async () => {
    const announced = contact('2026-02-01', { kind: 'visit', state: 'announced', isDated: false });
    const told = async (language: string) => (await listed({}, [announced], [language])).lines[1];
    expect(await told('en')).toMatch(/^no date given · visit · .* · announced · R-0201$/);
    expect(await told('fr')).toMatch(/^sans date · visite · .* · contact annoncé · R-0201$/);
  });

  test('that two stories tell of one day and the same people are one, with the sources of both', async () => {
    const again = contact('2026-02-01', {
      story: 'again' as StoryId,
      shortName: 'R-0202',
      at: '2026-02-01T20:00:00.000Z',
      persons: actors('putin'),
    });
    const visit = contact('2026-02-01', { story: 'other' as StoryId, shortName: 'R-0203', kind: 'visit' });
    const { lines } = await listed({}, [contact('2026-02-01'), again, visit]);
    expect(lines[0]).toBe('2 contacts, newest first');
    expect(lines[1]).toMatch(/\(Emmanuel Macron, Vladimir Putin\) · took place · R-0202, R-0201$/);
    expect(lines[2]).toBe('World Wire https://wire.example/1 · World Wire https://wire.example/1');
  });

  test('are told in French', async () => {
    const { lines } = await listed(
      { between: 'Macron Putin' },
      [contact('2026-02-01', { kind: 'visit' })],
      ['fr'],
    );
    expect(lines.slice(0, 2)).toEqual([
      '« Macron Putin » : 1 contact, du plus récent au plus ancien',
      '2026-02-01 · visite · France – Russie (Emmanuel Macron, Poutine) · a eu lieu · R-0201',
    ]);
    const nothing = await listed({ between: 'Macron Putin' }, [], ['fr']);
    expect(nothing.lines[0]).toMatch(
      /^Aucun contact trouvé pour « Macron Putin »\. Les contacts sont conservés depuis le \d{4}-\d{2}-\d{2}/,
    );
  });

  test('are those of one person, of a country, of an event, of a kind, of a span of days', async () => {
    const known = [
      contact('2026-01-10'),
      contact('2026-01-20', { kind: 'meeting', sides: actors('france', 'iran'), persons: actors('macron') }),
      contact('2026-02-01', { kind: 'meeting' }),
    ];
    const found = async (options: Readonly<Record<string, string>>) =>
      days((await listed(options, known)).lines);
    expect(await found({})).toEqual(['2026-02-01', '2026-01-20', '2026-01-10']);
    expect(await found({ between: 'Putin' })).toEqual(['2026-02-01', '2026-01-10']);
    expect(await found({ between: 'Iran' })).toEqual(['2026-01-20']);
    expect(await found({ between: 'Macron OR Iran' })).toEqual(['2026-02-01', '2026-01-20', '2026-01-10']);
    expect(await found({ between: 'Macron Putin meeting' })).toEqual(['2026-02-01']);
    expect(await found({ type: 'meeting' })).toEqual(['2026-02-01', '2026-01-20']);
    expect(await found({ since: '2026-01-20', until: '2026-01-20' })).toEqual(['2026-01-20']);
  });

  test('that nobody had are none, and it is said since when we could know', async () => {
    const { lines } = await listed({ between: 'Macron Iran' }, [contact('2026-01-10')]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^No contact found for “Macron Iran”\. Contacts are kept since \d{4}-\d{2}-\d{2}; what was read before then/,
    );
  });

  test('come eight a page, and lead to the next with what was asked', async () => {
    const many = Array.from({ length: 9 }, (_, index) => contact(`2026-01-1${index}`));
    const first = await listed({ between: 'Macron', since: '2026-01-01' }, many);
    expect(days(first.lines)).toHaveLength(8);
    expect(first.reply.pages?.next?.command).toMatch(/^page 2-\S+ news contacts since:2026-01-01 Macron$/);
    expect(days((await listed({ between: 'Macron', page: '2' }, many)).lines)).toEqual(['2026-01-10']);
  });

  test.each([
    [{ between: 'Macron Lindqvist' }, '“Lindqvist” is nobody we know'],
    [{ between: 'Macron -Putin' }, 'is nobody we know'],
    [{ between: 'Macron ceasefire' }, '“ceasefire” is nobody we know'],
    [{ type: 'tea' }, '“tea” is no kind of contact'],
    [{ since: '2026-02-31' }, '“2026-02-31” is no day'],
    [{ between: 'Macron (Putin' }, 'parenthesis'],
  ])('refuses %j and says why', async (options, why) => {
    const { reply, lines } = await listed(options, [contact('2026-01-10')]);
    expect(reply.kind).toBe('refused');
    expect(lines.join(' ')).toContain(why);
  });

  test('of another workspace are seen by that one alone', async () => {
    const theirs = contact('2026-02-01', { workspace: 'elsewhere' as WorkspaceId });
    expect(days((await listed({}, [theirs, contact('2026-01-10')])).lines)).toEqual(['2026-01-10']);
  });
});
