import { describe, expect, test } from 'vitest';
import { adminSettings } from '#command/admin/admin-settings.ts';
import { rightsUnder } from '#command/rights.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const GROUPS = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`R${index}`, `<@&R${index}>`]));

async function settings(languages = ['en']) {
  const at = await aDesk(languages);
  const set = (options: Readonly<Record<string, string>>) =>
    adminSettings.run({ channel, who: 'Ana', options, callable: GROUPS }, at.desk);
  const policy = () => at.desk.ledger.workspaces.findPolicy(channel.workspace);
  return { ...at, set, policy };
}

describe('who manages', () => {
  test('may be several roles or groups, each added and taken away by itself', async () => {
    await using at = await settings();
    await at.set({ manager: 'R1' });
    expect(linesOf(await at.set({ manager: 'R2' })).at(-1)).toContain(
      'watches are managed by R1, R2, beside',
    );
    await at.set({ manager: 'R2' });
    expect(await at.policy()).toMatchObject({ managers: ['R1', 'R2'] });
    const policy = (await at.policy())!;
    expect(['R1', 'R2', 'R3'].map((group) => rightsUnder(policy, false, [group]).mayChange)).toEqual([
      true,
      true,
      false,
    ]);
    const reply = await at.set({ 'manager-no-more': 'R1' });
    expect(linesOf(reply).at(-1)).toContain('watches are managed by R2, beside');
    expect(await at.policy()).toMatchObject({ managers: ['R2'] });
    await at.press(reply, 'Undo');
    expect(await at.policy()).toMatchObject({ managers: ['R1', 'R2'] });
    await at.set({ 'no-manager': 'yes' });
    expect(await at.policy()).toMatchObject({ managers: [] });
  });

  test('is never a group that the platform does not know, nor more than ten', async () => {
    await using at = await settings();
    expect((await at.set({ manager: 'constructor' })).option).toBe('manager');
    expect((await at.set({ 'manager-no-more': 'R99' })).option).toBe('manager-no-more');
    for (let group = 0; group < 10; group += 1) await at.set({ manager: `R${group}` });
    const tooMany = await at.set({ manager: 'R10' });
    expect(linesOf(tooMany)[0]).toContain('10 roles or groups manage watches already');
    expect(linesOf(tooMany)[0]).toContain('R8, R9.');
    expect(tooMany.lines[0]).toContainEqual({ kind: 'group', id: 'R9' });
    expect((await at.policy())?.managers).toHaveLength(10);
  });

  test('loses a group also where the platform has forgotten it', async () => {
    await using at = await settings();
    await at.set({ manager: 'R1' });
    const options = { 'manager-no-more': 'R1' };
    await adminSettings.run({ channel, who: 'Ana', options }, at.desk);
    expect(await at.policy()).toMatchObject({ managers: [] });
  });

  test('is of the workspace, while hours and limits are of the channel alone', async () => {
    await using at = await settings(['fr']);
    const lines = linesOf(await at.set({ manager: 'R1', cards: '3' }));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('#desk');
    expect(lines[1]).toContain('Dans cet espace');
    const elsewhere = { ...channel, id: 'elsewhere' as never, name: '#elsewhere' };
    await at.desk.ledger.workspaces.saveChannel(elsewhere);
    const there = await adminSettings.run({ channel: elsewhere, who: 'Ana', options: {} }, at.desk);
    expect(linesOf(there)[0]).toContain('6 fiches');
    expect(linesOf(there)[1]).toContain('les veilles sont gérées par R1, avec qui');
  });
});
