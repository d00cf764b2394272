import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import type { Ask } from '#command/command.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchDigest } from '#command/watch/watch-digest.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import { watchList } from '#command/watch/watch-list.ts';
import { watchRemove } from '#command/watch/watch-remove.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import type { ChannelId } from '#kernel/id.ts';
import { after, desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { fill } from '../fill.ts';
import { linesOf } from '../plain-text.ts';

const CALL = 'Macron Putin call';
const night: ChannelRef = { ...channel, id: 'night' as ChannelId, address: 'C2', name: '#night' };

/** Whoever sees #night, and manages it. */
const AT_NIGHT: Partial<Ask> = { named: [night], standing: async () => 'manages' };

async function watching() {
  const at = await aDesk();
  await at.desk.ledger.workspaces.saveChannel(night);
  await at.run(watchAdd, { topic: CALL });
  const edit = (options: Ask['options'], seen: Partial<Ask> = {}) =>
    watchEdit.run({ channel, who: 'Ana', options: { topic: CALL, ...options }, ...seen }, at.desk);
  const watched = (in_: ChannelRef) => at.desk.ledger.subscriptions.listByChannel(in_.id);
  return { ...at, edit, watched, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() };
}

describe('watch edit', () => {
  test('tells a topic in a digest at another hour, or at once again', async () => {
    await using at = await watching();
    const reply = await at.edit({ digest: '7h30' });
    expect(linesOf(reply)[1]).toContain('comes as a digest every day at 07:30');
    expect(linesOf(await at.edit({ digest: 'off' }))[1]).toContain('comes at once again');
    expect((await at.watched(channel))[0]).not.toHaveProperty('digest');
    expect(linesOf(await at.edit({ digest: '25:00' }))[0]).toContain('25:00');
  });

  test('mentions a role that the platform knows, and nobody else', async () => {
    await using at = await watching();
    expect((await at.edit({ mention: 'R1' })).kind).toBe('refused');
    expect((await at.edit({ mention: 'constructor' }, { callable: {} })).kind).toBe('refused');
    await at.edit({ mention: 'R1' }, { callable: { R1: '<@&R1>' } });
    expect((await at.watched(channel))[0]).toMatchObject({ mention: '<@&R1>' });
    await at.edit({ mention: 'off' });
    expect((await at.watched(channel))[0]).not.toHaveProperty('mention');
  });

  test('has what is new about a card said in a thread, or in the channel again', async () => {
    await using at = await watching();
    expect(linesOf(await at.edit({ thread: 'yes' }))[1]).toContain('in a thread of it');
    expect((await at.watched(channel))[0]).toMatchObject({ inThread: true });
    await at.edit({ urgent: 'yes' });
    expect((await at.watched(channel))[0]).toMatchObject({ inThread: true });
    expect(linesOf(await at.edit({ thread: 'no' }))[1]).toContain('in the channel');
    expect((await at.watched(channel))[0]).not.toHaveProperty('inThread');
  });

  test('moves a watch to a channel that the person sees, and back when undone', async () => {
    await using at = await watching();
    const reply = await at.edit({ to: '#night' }, AT_NIGHT);
    expect(linesOf(reply)).toEqual(['“Macron Putin call” moves to #night. New stories go there.']);
    expect(await at.watched(channel)).toEqual([]);
    expect(await at.watched(night)).toMatchObject([{ name: CALL, createdBy: 'Ana' }]);
    await at.press(reply, 'Undo');
    expect(await at.watched(channel)).toHaveLength(1);
    expect(await at.watched(night)).toEqual([]);
  });

  test('moves nothing to a channel that the person does not see, or that watches it already', async () => {
    await using at = await watching();
    expect(linesOf(await at.edit({ to: 'C2' }))[0]).toContain('that you can see');
    await watchAdd.run({ channel: night, who: 'Ana', options: { topic: CALL } }, at.desk);
    expect(linesOf(await at.edit({ to: 'C2' }, AT_NIGHT))[0]).toContain('already watches');
    expect(await at.watched(channel)).toHaveLength(1);
  });

  test.each(['sees', 'takes-part'] as const)(
    'moves nothing to a channel that the person does not manage: %s',
    async (standing) => {
      await using at = await watching();
      // The terminal is the operator's, to whom every channel is open.
      const here = { ...channel, platform: 'discord' } as const;
      const asker = { channel: here, named: [night], standing: async () => standing };
      for (const options of [{ to: '#night' }, { to: 'C2', urgent: 'yes' }]) {
        const reply = await at.edit(options, asker);
        expect(linesOf(reply)[0]).toContain('you do not manage what #night watches');
        expect(reply.option).toBe('to');
      }
      expect(await at.watched(channel)).toMatchObject([{ name: CALL }]);
      expect(await at.watched(night)).toEqual([]);
    },
  );

  test('knows of no channel that the person does not see, though the platform named it', async () => {
    await using at = await watching();
    const here = { ...channel, platform: 'discord' } as const;
    const reply = await at.edit({ to: '#night' }, { channel: here, named: [night] });
    expect(linesOf(reply)[0]).toContain('I know of no channel “#night” that you can see');
    expect(await at.watched(channel)).toHaveLength(1);
  });

  test('names in the audit of one channel not the other, and writes it down in both', async () => {
    await using at = await watching();
    await at.edit({ to: '#night' }, AT_NIGHT);
    const audit = await at.desk.ledger.workspaces.listAudit(channel.workspace, 2);
    expect(audit.map((row) => [row.channel, row.detail])).toEqual([
      [channel.id, `${CALL}: to another channel`],
      [night.id, `${CALL}: from another channel`],
    ]);
  });

  test('moves nothing to a channel that watches as much as one may', async () => {
    await using at = await watching();
    await fill(at.desk, night, 50);
    const reply = await at.edit({ to: '#night' }, AT_NIGHT);
    expect(linesOf(reply)).toEqual([
      'Not saved. #night watches 50 topics, which is the most a channel can. Remove one first.',
    ]);
    expect(await at.watched(channel)).toHaveLength(1);
    expect(await at.watched(night)).toHaveLength(50);
  });

  test('changes and moves in one, and takes both back in one', async () => {
    await using at = await watching();
    const reply = await at.edit({ needs: 'own-text', urgent: 'yes', to: 'C2' }, AT_NIGHT);
    expect(await at.watched(night)).toMatchObject([{ needs: 'own-text', isUrgent: true }]);
    await at.press(reply, 'Undo');
    const [back] = await at.watched(channel);
    expect(back).not.toHaveProperty('needs');
    expect(back).not.toHaveProperty('isUrgent');
    expect(await at.watched(night)).toEqual([]);
  });

  test('changes nothing where it cannot be moved as well', async () => {
    await using at = await watching();
    const reply = await at.edit({ urgent: 'yes', to: '#nowhere' });
    expect(reply.kind).toBe('refused');
    expect((await at.watched(channel))[0]).not.toHaveProperty('isUrgent');
  });

  test('mentions nobody any more by an option that every platform can give', async () => {
    await using at = await watching();
    await at.edit({ mention: 'R1' }, { callable: { R1: '<@&R1>' } });
    const reply = await at.edit({ 'no-mention': 'yes' });
    expect(linesOf(reply)[1]).toBe('Nobody is mentioned.');
    expect((await at.watched(channel))[0]).not.toHaveProperty('mention');
  });

  test('shows what can be changed where nothing was named, and notes no change', async () => {
    await using at = await watching();
    const before = await at.desk.ledger.workspaces.listAudit(channel.workspace, 10);
    const reply = await at.edit({});
    expect(reply).toMatchObject({ kind: 'answer', actions: [{ opensForm: true }] });
    expect(await at.desk.ledger.workspaces.listAudit(channel.workspace, 10)).toEqual(before);
  });

  test('keeps nothing of a form that was open while somebody else changed the watch', async () => {
    await using at = await watching();
    const form = await at.open(watchEdit, { topic: CALL });
    await at.run(watchDigest, { topic: CALL, days: 'monday' });
    const late = await at.run(watchEdit, { ...form.given, urgent: 'yes', digest: 'off' });
    expect(linesOf(late)[0]).toContain('somebody changed “Macron Putin call” while your form was open');
    expect((await at.watched(channel))[0]).toMatchObject({ digest: { days: 'weekly' } });
    const fresh = await at.open(watchEdit, { topic: CALL });
    expect((await at.run(watchEdit, { ...fresh.given, urgent: 'yes' })).kind).toBe('done');
  });

  test('shows nobody an inner name where the form’s watch is gone', async () => {
    await using at = await watching();
    const form = await at.open(watchEdit, { topic: CALL });
    await at.run(watchRemove, { topic: CALL });
    const late = await at.run(watchEdit, { ...form.given, urgent: 'yes' });
    expect(linesOf(late)[0]).toBe('Not changed: #desk no longer watches that topic.');
  });

  test('offers a Monday digest again, and not a daily one, where it is too late for undoing', async () => {
    await using at = await watching();
    await at.run(watchDigest, { topic: CALL, days: 'monday', at: '09:00' });
    const late = await at.press(await at.edit({ digest: 'off' }), 'Undo', after(HOUR_MS));
    expect(late.actions?.[0]?.command).toBe(`watch digest days:monday at:09:00 ${CALL}`);
  });
});

describe('what a watch asks for about its cards', () => {
  test('are languages in an order, by name or by code', async () => {
    await using at = await watching();
    expect(linesOf(await at.edit({ languages: 'French, en' }))[1]).toBe(
      'Its cards are told in French, English, in this order, then in the languages of this workspace.',
    );
    expect((await at.watched(channel))[0]).toMatchObject({ languages: ['fr', 'en'] });
    expect(linesOf(await at.edit({ languages: 'off' }))[1]).toContain('the languages of this workspace');
    expect((await at.watched(channel))[0]).not.toHaveProperty('languages');
    const refused = await at.edit({ languages: 'fr,Elvish' });
    expect(refused).toMatchObject({ kind: 'refused', option: 'languages' });
    expect(linesOf(refused)[0]).toContain('“Elvish” is no language that I know');
  });

  test('are outlets that alone open a card, or that open none', async () => {
    await using at = await watching();
    expect(linesOf(await at.edit({ outlets: 'world wire' }))[1]).toBe(
      'Only a report of World Wire opens a card; the card then tells what all say.',
    );
    expect(linesOf(await at.edit({ outlets: '-World Wire' }))[1]).toContain('No report of World Wire opens');
    expect((await at.watched(channel))[0]).toMatchObject({
      outlets: { are: 'left-out', outlets: ['world-wire'] },
    });
    expect(linesOf(await at.edit({ outlets: 'all' }))[1]).toBe('Every outlet may open a card.');
    expect((await at.watched(channel))[0]).not.toHaveProperty('outlets');
    expect((await at.edit({ outlets: 'Nowhere Gazette' })).option).toBe('outlets');
  });

  test('is silence about what is new, but for what takes a claim back', async () => {
    await using at = await watching();
    expect(linesOf(await at.edit({ lines: 'no' }))[1]).toContain('only denials, corrections and withdrawals');
    expect((await at.watched(channel))[0]).toMatchObject({ isWithoutLines: true });
    await at.edit({ urgent: 'yes' });
    expect((await at.watched(channel))[0]).toMatchObject({ isWithoutLines: true, isUrgent: true });
    await at.edit({ lines: 'yes' });
    expect((await at.watched(channel))[0]).not.toHaveProperty('isWithoutLines');
  });

  test.each([
    ['lines', 'never', '“never” is neither yes nor no; such as lines:yes.'],
    ['lines', 'off', '“off” is neither yes nor no; such as lines:yes.'],
    ['thread', 'maybe', '“maybe” is neither yes nor no; such as thread:yes.'],
    ['urgent', 'sure', '“sure” is neither yes nor no; such as urgent:yes.'],
  ])('is not changed by what is neither yes nor no: %s:%s', async (option, typed, told) => {
    await using at = await watching();
    await at.edit({ lines: 'no', thread: 'yes' });
    const before = await at.watched(channel);
    const reply = await at.edit({ [option]: typed });
    expect(reply).toMatchObject({ kind: 'refused', option });
    expect(linesOf(reply)).toEqual([`Not changed. ${told}`]);
    expect(await at.watched(channel)).toEqual(before);
    const inFrench = await at.edit({ lines: 'jamais' }, { language: 'fr' });
    expect(linesOf(inFrench)[0]).toContain("« jamais » n'est ni oui ni non ; par exemple lignes:oui");
    expect((await at.run(watchDigest, { topic: CALL, at: '08:00', related: 'perhaps' })).kind).toBe(
      'refused',
    );
  });

  test('is Norwegian as well, whose code is a word for none', async () => {
    await using at = await watching();
    await at.edit({ languages: 'norwegian,sv' });
    const form = await at.open(watchEdit, { topic: CALL, more: 'yes' });
    const shown = form.fields.find(({ option }) => option === 'languages')?.value ?? '';
    await at.edit({ languages: shown });
    expect((await at.watched(channel))[0]).toMatchObject({ languages: ['no', 'sv'] });
    await at.edit({ languages: 'Norwegian' });
    const alone = await at.open(watchEdit, { topic: CALL, more: 'yes' });
    await at.edit({ languages: alone.fields[0]?.value ?? '' });
    expect((await at.watched(channel))[0]).toMatchObject({ languages: ['no'] });
  });

  test('stands in short in the list, in the reader’s language', async () => {
    await using at = await watching();
    await at.edit({ languages: 'fr,en', outlets: 'World Wire', lines: 'no', thread: 'yes' });
    const told = ' · in threads · fr, en · only 1 outlet · no lines · ';
    expect(linesOf(await at.run(watchList))[1]).toContain(told);
    const inFrench = await watchList.run({ channel, who: 'Ana', options: {}, language: 'fr' }, at.desk);
    expect(linesOf(inFrench)[1]).toContain(' · en fils · fr, en · seulement 1 média · sans lignes · ');
  });

  test('is taken back by the button, and typed away once that is too late', async () => {
    await using at = await watching();
    const reply = await at.edit({ languages: 'fr', outlets: 'World Wire' });
    const token = reply.actions?.[0]?.command.split(' ')[1] ?? '';
    const undo = await at.desk.ledger.buttons.findUndo(token, channel.workspace);
    expect(undo?.opposite).toMatch(/languages:off outlets:all Macron Putin call$/);
    expect(undo?.detail).toContain('languages:fr outlets:world-wire');
    await at.press(reply, 'Undo');
    expect((await at.watched(channel))[0]).not.toHaveProperty('languages');
  });

  test('has a form of its own, reached from the reply', async () => {
    await using at = await watching();
    const reply = await at.edit({ urgent: 'yes' });
    expect(reply.actions?.at(-1)).toMatchObject({
      label: 'More settings',
      command: `watch edit --more ${CALL}`,
      opensForm: true,
    });
    const form = await watchEdit.form?.(
      { channel, who: 'Ana', options: { topic: CALL, more: 'yes' } },
      at.desk,
    );
    if (form?.kind !== 'form') throw new Error('there is no form');
    expect(form.fields.map(({ option, value }) => [option, value])).toEqual([
      ['languages', 'off'],
      ['outlets', 'all'],
      ['lines', 'yes'],
      ['thread', 'no'],
    ]);
  });
});
