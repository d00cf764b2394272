import { describe, expect, test } from 'vitest';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { Reply } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import type { Inbound } from '#command/inbound.ts';
import { receiveWith } from '#command/receive.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { after } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf, plainText } from '../plain-text.ts';

const workspace: Workspace = {
  id: 'guild' as WorkspaceId,
  platform: 'slack',
  name: 'Embassy',
  languages: ['en'],
  zone: 'UTC',
};
const channel: ChannelRef = {
  id: 'salon' as ChannelId,
  workspace: workspace.id,
  platform: 'slack',
  address: 'C1',
  name: '#salon',
};
const TOPIC = 'Macron Putin call';

/** A channel in which a member may look, and a manager may change. */
async function aChannel(languages = ['en']) {
  const at = await aDesk();
  const answer = receiveWith({ commands, desk: at.desk, log: silentLog, random: () => 0.25 });
  let events = 0;
  const ask = async (words: string, differing: Partial<Inbound> = {}): Promise<Reply> => {
    events += 1;
    const reply = await answer({
      id: `slack:${events}`,
      workspace: { ...workspace, languages },
      channel,
      who: 'U-CLARA',
      mayChange: false,
      asked: { kind: 'words', words },
      ...differing,
    });
    if (reply === undefined || reply.kind === 'form') throw new Error('there is no reply');
    return reply;
  };
  const told = () => at.desk.ledger.notices.claim(after(0), 60_000, 9);
  return { ...at, ask, told };
}

describe('who may not watch a topic', () => {
  test('is offered to send it to those who may', async () => {
    await using at = await aChannel();
    const refused = await at.ask(`watch add ${TOPIC}`);
    expect(refused).toMatchObject({
      kind: 'refused',
      actions: [{ label: 'Send them this topic', command: `propose ${TOPIC}` }],
    });
    expect((await at.ask('watch remove 1')).actions ?? []).toEqual([]);
  });

  test('proposes it in the channel, with a button that a manager alone can use', async () => {
    await using at = await aChannel();
    const sent = await at.ask(`propose ${TOPIC}`);
    expect(linesOf(sent)).toEqual([
      '“Macron Putin call” is proposed in #salon, with a button for those who manage watches.',
    ]);
    const [notice, ...others] = await at.told();
    expect(others).toEqual([]);
    expect(notice?.channel).toBe(channel.id);
    expect(plainText(notice?.line ?? [])).toBe(
      'U-CLARA proposes that #salon watch “Macron Putin call”. Whoever manages watches here may take it up.',
    );
    const [takeUp] = notice?.actions ?? [];
    expect(takeUp).toEqual({ label: 'Watch it here', command: `watch add ${TOPIC}` });
    expect((await at.ask(takeUp?.command ?? '')).kind).toBe('refused');
    expect((await at.ask(takeUp?.command ?? '', { mayChange: true, who: 'U-ANNA' })).kind).toBe('done');
    const audit = await at.desk.ledger.workspaces.listAudit(workspace.id, 9);
    expect(audit.map(({ what, who, detail }) => [what, who, detail])).toContainEqual([
      'propose',
      'U-CLARA',
      TOPIC,
    ]);
  });

  test('proposes the same topic once a day, in whatever words', async () => {
    await using at = await aChannel();
    await at.ask(`propose ${TOPIC}`);
    expect((await at.ask('propose Putin Macron call')).kind).toBe('done');
    expect(await at.told()).toHaveLength(1);
  });

  test('proposes three topics an hour, the same one as often as one likes', async () => {
    await using at = await aChannel();
    for (const topic of [TOPIC, 'Iran', 'Iran', 'Ukraine', 'Ukraine']) await at.ask(`propose ${topic}`);
    const refused = await at.ask('propose Turkey');
    expect(linesOf(refused)[0]).toContain('you have proposed 3 topics within an hour');
    expect((await at.ask('propose Iran')).kind).toBe('done');
    expect((await at.ask('propose Turkey', { who: 'U-DORA' })).kind).toBe('done');
    const audit = await at.desk.ledger.workspaces.listAudit(workspace.id, 99);
    expect(audit.filter(({ what }) => what === 'propose')).toHaveLength(4);
  });

  test('proposes nothing that is watched there already, or is no topic', async () => {
    await using at = await aChannel();
    await at.ask(`watch add ${TOPIC}`, { mayChange: true });
    expect(linesOf(await at.ask(`propose ${TOPIC}`))[0]).toContain('already watches it');
    expect((await at.ask('propose (Macron')).kind).toBe('refused');
    expect(await at.told()).toEqual([]);
  });

  test('proposes nothing where they may not write, or not look', async () => {
    await using at = await aChannel();
    expect((await at.ask(`watch add ${TOPIC}`, { mayWrite: false })).actions ?? []).toEqual([]);
    expect((await at.ask(`propose ${TOPIC}`, { mayWrite: false })).kind).toBe('refused');
    await at.ask('readout-admin settings looking:managers', { mayChange: true });
    expect((await at.ask(`watch add ${TOPIC}`)).actions ?? []).toEqual([]);
    expect((await at.ask(`propose ${TOPIC}`)).kind).toBe('refused');
    expect(await at.told()).toEqual([]);
  });

  test('has a long topic kept for the button', async () => {
    await using at = await aChannel();
    const long = `${TOPIC} ${'ceasefire OR truce OR armistice OR '.repeat(2)} Ukraine`;
    await at.ask(`propose ${long}`);
    const [notice] = await at.told();
    const command = notice?.actions[0]?.command ?? '';
    expect(command).toMatch(/^kept token-\d+$/);
    expect((await at.ask(command)).kind).toBe('refused');
    const taken = await at.ask(command, { mayChange: true });
    expect(linesOf(taken)[0]).toContain('#salon');
  });

  test('is told in French, and the channel in its own language', async () => {
    await using at = await aChannel(['fr']);
    const refused = await at.ask(`veille ajouter ${TOPIC}`);
    expect(refused.actions?.[0]?.label).toBe('Leur proposer ce sujet');
    const sent = await at.ask(`propose ${TOPIC}`, { language: 'en' });
    expect(linesOf(sent)[0]).toContain('is proposed');
    const [notice] = await at.told();
    expect(plainText(notice?.line ?? [])).toContain('propose que #salon suive « Macron Putin call »');
  });
});
