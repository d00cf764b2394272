import { describe, expect, test } from 'vitest';
import type { WorkspaceId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Contact } from '#story/contact.ts';
import type { ContactQuery } from '#story/contact-store.ts';
import type { StoryId } from '#story/story.ts';
import { at, contact, moment } from './sample-records.ts';
import { without } from './without.ts';

const HERE = 'workspace-1' as WorkspaceId;
const THERE = 'workspace-2' as WorkspaceId;
const actors = (...ids: readonly string[]) => ids as unknown as readonly ActorId[];

/** Of everyone. */
const open = (name: string, changes: Partial<Contact> = {}): Contact => ({
  ...without(contact({ story: name as StoryId, shortName: `R-${name}` }), 'workspace'),
  ...changes,
});

/** What every contact store promises. */
export function describeContactStore(openLedger: () => Promise<Ledger>): void {
  const withContacts = async (...contacts: readonly Contact[]) => {
    const ledger = await openLedger();
    for (const one of contacts) await ledger.contacts.save(one);
    const names = async (query: Partial<ContactQuery> = {}) =>
      (await ledger.contacts.list({ seenBy: HERE, limit: 9, ...query })).map(({ story }) => story);
    return { ...ledger, names };
  };

  describe('contacts', () => {
    test('a contact comes back as it was saved', async () => {
      const { contacts } = await withContacts(contact());
      expect(await contacts.list({ seenBy: HERE, limit: 9 })).toEqual([contact()]);
      expect(await contacts.find(contact().story)).toEqual(contact());
      expect(await contacts.find('story-none' as StoryId)).toBeUndefined();
      const undated = contact({ state: 'announced', isDated: false });
      await contacts.save(undated);
      expect(await contacts.find(contact().story)).toEqual(undated);
    });

    test('are found by whom they were between, persons or sides, each of whom took part', async () => {
      const { names } = await withContacts(
        open('c1', { sides: actors('alphaland', 'betaland'), persons: actors('ada') }),
        open('c2', { sides: actors('alphaland', 'gammaland'), persons: actors('ada', 'carl') }),
      );
      expect(await names({ between: [actors('ada'), actors('gammaland')] })).toEqual(['c2']);
      expect(await names({ between: [actors('betaland', 'gammaland')] })).toEqual(['c1', 'c2']);
      expect(await names({ between: [actors('betaland'), actors('gammaland')] })).toEqual([]);
    });

    test('come newest first, of a kind, within a time, held ones alone, no more than asked', async () => {
      const { names } = await withContacts(
        open('c1', { at: at('08:00'), kind: 'call' }),
        open('c2', { at: at('09:00'), kind: 'visit', state: 'announced' }),
        open('c3', { at: at('10:00'), kind: 'call', state: 'held' }),
      );
      expect(await names()).toEqual(['c3', 'c2', 'c1']);
      expect(await names({ limit: 1 })).toEqual(['c3']);
      expect(await names({ kind: 'call' })).toEqual(['c3', 'c1']);
      expect(await names({ since: moment('09:00'), until: moment('10:00') })).toEqual(['c2']);
      expect(await names({ isHeld: true })).toEqual(['c3', 'c1']);
    });

    test('a story has one: saved again it takes the place of the first, with other people', async () => {
      const { contacts, names } = await withContacts(
        open('c1', { sides: actors('alphaland', 'betaland'), persons: [] }),
        open('c1', { sides: actors('alphaland', 'gammaland'), persons: [], state: 'denied' }),
      );
      expect(await names({ between: [actors('betaland')] })).toEqual([]);
      expect(await names({ between: [actors('gammaland')] })).toEqual(['c1']);
      expect((await contacts.find('c1' as StoryId))?.state).toBe('denied');
    });

    test('one that is removed is not found any more', async () => {
      const { contacts, names } = await withContacts(open('c1'), open('c2'));
      await contacts.remove('c1' as StoryId);
      await contacts.remove('c0' as StoryId);
      expect(await names({ between: [actors('alphaland')] })).toEqual(['c2']);
    });

    test("another workspace's own are never found", async () => {
      const { names } = await withContacts(open('c1', { workspace: HERE }), open('c2'));
      expect(await names()).toEqual(['c1', 'c2']);
      expect(await names({ seenBy: THERE })).toEqual(['c2']);
      expect(await names({ seenBy: undefined })).toEqual(['c2']);
    });

    test('it is known since when they are kept', async () => {
      const { contacts } = await withContacts();
      expect(await contacts.keptSince()).toBeInstanceOf(Date);
    });

    test('leave with their workspace, and outlive their stories', async () => {
      const ledger = await withContacts(open('c1', { workspace: THERE }), open('c2'));
      await ledger.workspaces.save({
        id: THERE,
        platform: 'discord',
        name: 'There',
        languages: ['en'],
        zone: 'UTC',
      });
      await ledger.workspaces.setLeft(THERE, moment('08:00'));
      for (let left = 1; left > 0; ) left = await ledger.forgetting.forgetWorkspaces(moment('09:00'), 9);
      expect(await ledger.names({ seenBy: THERE })).toEqual(['c2']);
    });
  });
}
