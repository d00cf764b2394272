import { describe, expect, test } from 'vitest';
import type { ActorId } from '#lexicon/actor.ts';
import type { Contact } from '#story/contact.ts';
import type { ContactQuery, ContactStore } from '#story/contact-store.ts';
import { contactsBefore } from '#story/contacts-before.ts';
import type { StoryId } from '#story/story.ts';

const ids = (...names: readonly string[]) => names as unknown as readonly ActorId[];

const call: Contact = {
  story: 'now' as StoryId,
  shortName: 'R-NOW2',
  kind: 'call',
  state: 'held',
  at: '2026-03-01T08:00:00.000Z',
  isDated: true,
  sides: ids('norland', 'surland'),
  persons: ids('berg', 'moran'),
  sources: [],
};
const earlier: Contact = {
  ...call,
  story: 'then' as StoryId,
  shortName: 'R-THEN',
  at: '2026-02-01T08:00:00.000Z',
};

/** An archive that holds these, kept since then; `asked` is what it was asked last. */
function archive(keptSince: string, ...held: readonly Contact[]) {
  const asked: ContactQuery[] = [];
  const contacts: ContactStore = {
    save: async () => {},
    find: async () => undefined,
    remove: async () => {},
    list: async (query) => {
      asked.push(query);
      return held;
    },
    keptSince: async () => new Date(keptSince),
  };
  return { contacts, asked };
}

const JANUARY = '2026-01-01T00:00:00.000Z';

describe('what the archive knows of earlier contacts', () => {
  test('is the last one held, and since when it can know', async () => {
    const { contacts, asked } = archive(JANUARY, earlier);
    expect(await contactsBefore(call, contacts)).toEqual({
      kind: 'call',
      between: ['berg', 'moran'],
      keptSince: JANUARY,
      last: { at: earlier.at, shortName: 'R-THEN' },
    });
    expect(asked[0]).toMatchObject({ kind: 'call', isHeld: true });
  });

  test('is not what another story tells of the same day', async () => {
    const { contacts, asked } = archive(JANUARY);
    await contactsBefore(call, contacts);
    expect(asked[0]?.until).toEqual(new Date('2026-02-28T08:00:00.000Z'));
  });

  test('is that there was none, since it began', async () => {
    expect((await contactsBefore(call, archive(JANUARY).contacts))?.last).toBeUndefined();
    expect((await contactsBefore(call, archive(JANUARY, call).contacts))?.last).toBeUndefined();
  });

  test('asks for the sides where not every person is known', async () => {
    const { contacts, asked } = archive(JANUARY);
    const found = await contactsBefore({ ...call, persons: ids('berg') }, contacts);
    expect(found?.between).toEqual(['norland', 'surland']);
    expect(asked[0]?.between).toEqual([['norland'], ['surland']]);
  });

  test('is nothing where the archive began later, or the contact was not held', async () => {
    expect(await contactsBefore(call, archive('2026-03-01T08:00:00.000Z').contacts)).toBeUndefined();
    for (const state of ['announced', 'denied', 'withdrawn'] as const) {
      expect(await contactsBefore({ ...call, state }, archive(JANUARY, earlier).contacts)).toBeUndefined();
    }
    expect(await contactsBefore(undefined, archive(JANUARY).contacts)).toBeUndefined();
  });
});
