import { describe, expect, test } from 'vitest';
import type { ChannelRef } from '#channel/channel.ts';
import { adminSettings } from '#command/admin/admin-settings.ts';
import { withButtons } from '#command/button/button-commands.ts';
import type { Ask, Command, Reply } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { findCommand } from '#command/find-command.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchDigest } from '#command/watch/watch-digest.ts';
import { watchEdit } from '#command/watch/watch-edit.ts';
import type { ChannelId } from '#kernel/id.ts';
import { desk as terminal } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const CALL = 'Macron Putin call';
const desk: ChannelRef = { ...terminal, id: 'slack desk' as ChannelId, platform: 'slack' };
const night: ChannelRef = { ...desk, id: 'night' as ChannelId, name: '#night' };

/** A desk on Slack that watches a topic in two channels. */
async function watching(languages?: readonly string[]) {
  const at = await aDesk(languages);
  const run = (command: Command, options: Ask['options'], differing: Partial<Ask> = {}) =>
    command.run({ channel: desk, who: 'Ana', options, ...differing }, at.desk);
  for (const channel of [desk, night]) {
    await at.desk.ledger.workspaces.saveChannel(channel);
    await run(watchAdd, { topic: CALL }, { channel });
  }
  return {
    ...at,
    run,
    press: (reply: Reply, label: string) => {
      const line = reply.actions?.find((action) => action.label === label)?.command ?? '';
      const found = findCommand([line], withButtons(commands));
      if (found.kind !== 'command') throw new Error(`${label} does nothing.`);
      return run(found.command, found.options);
    },
    zoneOf: async ({ id }: ChannelRef) => (await at.desk.ledger.subscriptions.findSettings(id))?.zone,
    [Symbol.asyncDispose]: () => at[Symbol.asyncDispose](),
  };
}

const QUESTION = 'In which time zone are these hours?';
const asks = (reply: Reply): boolean => linesOf(reply).some((line) => line.includes(QUESTION));
const labels = ({ actions = [] }: Reply) => actions.map(({ label }) => label);

describe('in which zone hours count', () => {
  test.each([
    ['the first digest', watchDigest, { topic: CALL, at: '08:00' }],
    ['the first digest of a change', watchEdit, { topic: CALL, digest: '08:00' }],
    ['a topic that comes as a digest', watchAdd, { topic: 'Iran talks', digest: '08:00' }],
    ['the first quiet hours', adminSettings, { quiet: '22:00-07:00' }],
  ] as const)('is asked with %s, and never again', async (_what, command, options) => {
    await using at = await watching();
    const first = await at.run(command, options);
    expect(asks(first)).toBe(true);
    expect(linesOf(first).join(' ')).toContain('they count in UTC');
    expect(labels(first).slice(0, 5)).toEqual([
      'Europe/London',
      'America/New_York',
      'Europe/Paris',
      'Another zone',
      'Keep UTC',
    ]);
    expect(labels(first)).toContain('Undo');
    for (const channel of [desk, night])
      for (const [again, given] of [
        [watchDigest, { topic: CALL, at: '09:00' }],
        [adminSettings, { quiet: '23:00-07:00' }],
      ] as const)
        expect(asks(await at.run(again, given, { channel, standing: async () => 'manages' }))).toBe(false);
  });

  test('is asked in French, and first by the zone that the person’s own platform tells', async () => {
    await using at = await watching(['fr']);
    const reply = await at.run(watchDigest, { topic: CALL }, { zone: 'Africa/Dakar' });
    expect(linesOf(reply).at(-1)).toBe(
      "Dans quel fuseau horaire sont ces heures ? Personne ne l'a dit jusqu'ici : elles comptent en UTC. Je ne le demande qu'une fois ; plus tard, c'est /readout readout-admin réglages fuseau:….",
    );
    expect(labels(reply).slice(0, 2)).toEqual(['Africa/Dakar', 'Europe/Paris']);
    expect(labels(reply)).toContain('Garder UTC');
  });

  test.each([
    [watchDigest, { topic: CALL, at: '08:00' }],
    [adminSettings, { quiet: '22:00-07:00' }],
  ] as const)('is answered by a button, which can be taken back: $0.path', async (command, options) => {
    await using at = await watching();
    const asked = await at.run(command, options);
    const answered = await at.press(asked, 'Europe/Paris');
    expect(linesOf(answered)[0]).toContain('time zone Europe/Paris');
    expect(await at.zoneOf(desk)).toBe('Europe/Paris');
    expect((await at.press(answered, 'Undo')).kind).toBe('done');
    expect(await at.zoneOf(desk)).toBe('UTC');
    expect((await at.press(asked, 'Keep UTC')).kind).toBe('done');
  });

  test('may be a change that is taken back while the question stays unanswered', async () => {
    await using at = await watching();
    const asked = await at.run(adminSettings, { quiet: '22:00-07:00' });
    expect((await at.press(asked, 'Undo')).kind).toBe('done');
    expect((await at.desk.ledger.subscriptions.findSettings(desk.id))?.quiet).toBeUndefined();
  });

  test('may be answered, and the change that asked taken back alone', async () => {
    await using at = await watching();
    const asked = await at.run(adminSettings, { quiet: '22:00-07:00' });
    const answered = await at.press(asked, 'Europe/Paris');
    expect((await at.press(asked, 'Undo')).kind).toBe('done');
    const settings = await at.desk.ledger.subscriptions.findSettings(desk.id);
    expect([settings?.zone, settings?.quiet]).toEqual(['Europe/Paris', undefined]);
    expect((await at.press(answered, 'Undo')).kind).toBe('done');
    expect(await at.zoneOf(desk)).toBe('UTC');
  });

  test('may not be taken back where the same setting was changed since', async () => {
    await using at = await watching();
    const asked = await at.run(adminSettings, { quiet: '22:00-07:00', cards: '3' });
    await at.run(adminSettings, { cards: '4' });
    expect((await at.press(asked, 'Undo')).kind).toBe('refused');
    const settings = await at.desk.ledger.subscriptions.findSettings(desk.id);
    expect([settings?.cardsAnHour, settings?.quiet?.from]).toEqual([4, '22:00']);
  });

  test('is typed into a form for any other, and what is no zone is refused', async () => {
    await using at = await watching();
    const asked = await at.run(watchDigest, { topic: CALL });
    const another = asked.actions?.find(({ label }) => label === 'Another zone');
    expect(another).toMatchObject({ command: 'zone', opensForm: true });
    const zone = withButtons(commands).find(({ path }) => path.join(' ') === 'zone');
    const form = await zone?.form?.({ channel: desk, who: 'Ana', options: {} }, at.desk);
    expect(form).toMatchObject({ kind: 'form', path: ['zone'], title: 'Time zone' });
    if (zone === undefined) throw new Error('Nothing answers.');
    expect(await at.run(zone, { zone: 'Middle-earth' })).toMatchObject({ kind: 'refused', option: 'zone' });
    await at.run(zone, { zone: ' Asia/Tokyo ', quiet: '01:00-02:00' });
    expect(await at.zoneOf(desk)).toBe('Asia/Tokyo');
    expect((await at.desk.ledger.subscriptions.findSettings(desk.id))?.quiet).toBeUndefined();
  });

  test('is that of another channel that one sees, and never of one that one does not see', async () => {
    await using at = await watching();
    await at.run(adminSettings, { zone: 'Europe/Paris' }, { channel: night });
    const digest = { topic: CALL, at: '08:00' };
    const unseen = await at.run(watchDigest, digest, { standing: async () => 'sees-not' });
    expect([asks(unseen), JSON.stringify(linesOf(unseen)).includes('Paris')]).toEqual([true, false]);

    await using other = await watching();
    await other.run(adminSettings, { zone: 'Europe/Paris' }, { channel: night });
    const seen = await other.run(watchDigest, digest, { standing: async () => 'sees' });
    expect(linesOf(seen)[0]).toContain('every day at 08:00 (Europe/Paris)');
    expect(linesOf(seen).at(-1)).toContain(
      'Hours count in Europe/Paris here, as elsewhere in this workspace',
    );
    expect(await other.zoneOf(desk)).toBe('Europe/Paris');
  });

  test('is asked of one of two who set hours at the same moment', async () => {
    await using at = await watching();
    const both = await Promise.all([1, 2].map(() => at.run(watchDigest, { topic: CALL, at: '08:00' })));
    expect(both.filter(asks)).toHaveLength(1);
  });

  test('is not asked where it was said, nor at a terminal, nor where nothing comes at an hour', async () => {
    await using at = await watching();
    expect(asks(await at.run(adminSettings, { zone: 'Europe/Paris', quiet: '22:00-07:00' }))).toBe(false);
    expect(asks(await at.run(watchDigest, { topic: CALL }))).toBe(false);
    await using fresh = await watching();
    expect(asks(await fresh.run(watchEdit, { topic: CALL, urgent: 'yes' }))).toBe(false);
    expect(asks(await fresh.run(adminSettings, { quiet: 'off' }))).toBe(false);
    await fresh.run(watchAdd, { topic: CALL }, { channel: terminal });
    expect(asks(await fresh.run(watchDigest, { topic: CALL }, { channel: terminal }))).toBe(false);
  });
});
