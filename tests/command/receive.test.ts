import { describe, expect, test } from 'vitest';
import type { ChannelRef, Workspace } from '#channel/channel.ts';
import { commands } from '#command/commands.ts';
import type { Inbound } from '#command/inbound.ts';
import { receiveWith } from '#command/receive.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';
import { type Log, silentLog } from '#kernel/log.ts';
import { aDesk } from './a-desk.ts';
import { linesOf } from './plain-text.ts';

const workspace: Workspace = {
  id: 'guild' as WorkspaceId,
  platform: 'discord',
  name: 'Embassy',
  languages: ['fr', 'en'],
  zone: 'Europe/Paris',
};
const channel: ChannelRef = {
  id: 'salon' as ChannelId,
  workspace: workspace.id,
  platform: 'discord',
  address: '7001',
  name: '#salon',
};

let events = 0;
/** An event of its own unless the test says otherwise. */
const inbound = (words: string, differing: Partial<Inbound> = {}): Inbound => {
  events += 1;
  return {
    id: `discord:${events}`,
    workspace,
    channel,
    who: '42',
    mayChange: true,
    asked: { kind: 'words', words },
    ...differing,
  };
};

async function aReception(log: Log = silentLog) {
  const at = await aDesk();
  const answer = receiveWith({ commands, desk: at.desk, log, random: () => 0.25 });
  const receive = async (asked: Inbound) => {
    const reply = await answer(asked);
    if (reply?.kind === 'form') throw new Error('A form came back.');
    return reply;
  };
  return { ...at, receive, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() };
}

describe('the first event from a channel', () => {
  test('makes its workspace and the channel known, and is answered in their language', async () => {
    await using at = await aReception();
    const reply = await at.receive(inbound('watch add Macron Putin call'));
    expect(reply && linesOf(reply)[0]).toContain('#salon suit maintenant « Macron Putin call ».');
    expect(await at.desk.ledger.workspaces.find(workspace.id)).toEqual(workspace);
    expect(await at.desk.ledger.workspaces.findChannel(channel.id)).toEqual(channel);
  });

  test('follows the names and languages that are told now, and keeps the zone', async () => {
    await using at = await aReception();
    await at.receive(inbound('help'));
    await at.desk.ledger.workspaces.save({ ...workspace, languages: ['ru'], zone: 'UTC' });
    const renamed = {
      workspace: { ...workspace, name: 'Chancery', languages: ['en'] },
      channel: { ...channel, name: '#desk' },
    };
    const reply = await at.receive(inbound('watch list', renamed));
    expect(reply && linesOf(reply)).toEqual(['#desk watches nothing yet.']);
    expect(await at.desk.ledger.workspaces.find(workspace.id)).toEqual({
      ...workspace,
      name: 'Chancery',
      languages: ['en'],
      zone: 'UTC',
    });
  });

  test('is refused where the channel claims another workspace', async () => {
    await using at = await aReception();
    const stranger = { ...channel, workspace: 'newsroom' as WorkspaceId };
    const reply = await at.receive(inbound('watch list', { channel: stranger }));
    expect(reply?.kind).toBe('refused');
    expect(await at.desk.ledger.workspaces.findChannel(channel.id)).toBeUndefined();
  });
});

describe('an event', () => {
  test('that comes twice is answered once, and does what it asks once', async () => {
    await using at = await aReception();
    const once = inbound('watch add Macron Putin call');
    const replies = await Promise.all([at.receive(once), at.receive(once)]);
    expect(replies.filter((reply) => reply !== undefined)).toMatchObject([{ kind: 'done' }]);
    expect(await at.receive(once)).toBeUndefined();
    expect(await at.desk.ledger.workspaces.listAudit(workspace.id, 5)).toHaveLength(1);
  });

  test('without words is answered with help', async () => {
    await using at = await aReception();
    const reply = await at.receive(inbound('  '));
    expect(reply && linesOf(reply).join('\n')).toContain('/veille ajouter SUJET');
  });

  test('may name a command with its options', async () => {
    await using at = await aReception();
    const asked = { kind: 'command', path: ['watch', 'add'], options: { topic: 'Iran talks' } } as const;
    expect(await at.receive(inbound('', { asked }))).toMatchObject({ kind: 'done' });
    const [watch] = await at.desk.ledger.subscriptions.listByChannel(channel.id);
    expect(watch).toMatchObject({ name: 'Iran talks', createdBy: '42', workspace: workspace.id });
  });

  test('that names a command without what it needs is told how it is typed', async () => {
    await using at = await aReception();
    const asked = { kind: 'command', path: ['watch', 'add'], options: { topic: ' ' } } as const;
    const reply = await at.receive(inbound('', { asked }));
    expect(reply && linesOf(reply)).toEqual([
      'Élément manquant : sujet. Tapez /veille ajouter SUJET [synthèse:…] [dans:…].',
    ]);
  });

  test('that names no command of ours is told so', async () => {
    await using at = await aReception();
    const asked = { kind: 'command', path: ['make', 'coffee'], options: {} } as const;
    const reply = await at.receive(inbound('', { asked }));
    expect(reply && linesOf(reply)).toEqual(["« make coffee » n'est pas une commande."]);
  });

  test('that breaks something is owned up to, never thrown', async () => {
    const logged: unknown[] = [];
    await using at = await aReception({ ...silentLog, error: (event) => void logged.push(event) });
    await at.desk.ledger.workspaces.save(workspace);
    const receive = receiveWith({
      commands,
      desk: {
        ...at.desk,
        ledger: { ...at.desk.ledger, transaction: () => Promise.reject(new Error('the disk is full')) },
      },
      log: { ...silentLog, error: (event, fields) => void logged.push(`${event} ${fields?.['command']}`) },
      random: () => 0.25,
    });
    const reply = await receive(inbound('feed add https://news.example/f?key=s3cret'));
    expect(reply && 'lines' in reply && linesOf(reply)[0]).toContain('(E-888)');
    // What was typed behind a command may hold a key: it is in no log.
    expect(logged).toEqual(['command.failed feed add']);
  });
});

test('somebody who asks too fast is told when to ask again; nobody else is', async () => {
  await using at = await aReception();
  for (let time = 0; time < 10; time += 1) await at.receive(inbound('watch list'));
  const reply = await at.receive(inbound('watch list'));
  expect(reply && linesOf(reply)).toEqual([
    'Un instant : 10 recherches par minute et par personne. Réessayez dans 60 s.',
  ]);
  expect(await at.receive(inbound('watch list', { who: '43' }))).toMatchObject({ kind: 'answer' });
});

describe('the limit on look-ups', () => {
  test('counts no change, no Undo and no form', async () => {
    await using at = await aReception();
    for (let time = 0; time < 9; time += 1) await at.receive(inbound('watch list'));
    const added = await at.receive(inbound('watch add Macron Putin call'));
    for (let time = 0; time < 9; time += 1)
      expect((await at.receive(inbound(`watch edit urgent:${time % 2 ? 'no' : 'yes'} 1`)))?.kind).toBe(
        'done',
      );
    const undo = added?.actions?.find(({ label }) => label === 'Annuler')?.command ?? '';
    expect(undo).toMatch(/^undo /);
    const undone = await at.receive(inbound(undo));
    expect(undone && linesOf(undone)[0]).toContain('quelqu');
    expect((await at.receive(inbound('watch list')))?.kind).toBe('answer');
    expect((await at.receive(inbound('watch list')))?.kind).toBe('refused');
  });

  test('counts a look-up behind a shortened button, and not a change behind one', async () => {
    await using at = await aReception();
    const short = { longestCommand: 1 };
    await at.receive(inbound('watch add Macron Putin call'));
    const change = await at.receive(inbound('watch pause 1', short));
    const token = change?.actions?.[0]?.command ?? '';
    expect(token).toMatch(/^kept /);
    for (let time = 0; time < 10; time += 1) await at.receive(inbound('watch list'));
    expect((await at.receive(inbound(token)))?.kind).not.toBe('refused');
  });

  test('is not what holds back changes: those have a generous one of their own', async () => {
    await using at = await aReception();
    for (let time = 0; time < 30; time += 1) await at.receive(inbound('watch nonsense'));
    const reply = await at.receive(inbound('watch nonsense'));
    expect(reply && linesOf(reply)).toEqual([
      'Un instant : 30 modifications et formulaires par minute et par personne. Réessayez dans 60 s.',
    ]);
    expect((await at.receive(inbound('watch list')))?.kind).toBe('answer');
  });
});

test('the next page of what is not to be shown to all is not to be shown either', async () => {
  await using at = await aReception();
  const { workspaces } = at.desk.ledger;
  await at.receive(inbound('watch add Macron Putin call'));
  for (let number = 0; number < 20; number += 1) {
    const row = {
      workspace: workspace.id,
      channel: channel.id,
      who: '42',
      at: at.desk.clock().toISOString(),
    };
    await workspaces.audit({ ...row, what: 'watch add', detail: `topic ${number}` });
  }
  const first = await at.receive(inbound('readout-admin audit'));
  const next = first?.pages?.next?.command ?? '';
  expect(next).toMatch(/^page /);
  const second = await at.receive(inbound(next));
  expect(second?.kind).toBe('answer');
  expect(JSON.stringify(second?.actions ?? [])).not.toContain('here ');
  expect((await at.receive(inbound(`here ${next}`)))?.kind).toBe('refused');
});

describe('somebody who may not change things', () => {
  test.each([['watch add Iran'], ['watch remove 1']])('is refused: %s', async (words) => {
    await using at = await aReception();
    await at.receive(inbound('watch add Macron Putin call'));
    const reply = await at.receive(inbound(words, { mayChange: false }));
    expect(reply?.kind).toBe('refused');
    expect(reply && linesOf(reply)[0]).toContain('Vous pouvez consulter, pas modifier.');
    expect(await at.desk.ledger.subscriptions.listByChannel(channel.id)).toHaveLength(1);
  });

  test('is refused the same command by its path', async () => {
    await using at = await aReception();
    const asked = { kind: 'command', path: ['watch', 'add'], options: { topic: 'Iran' } } as const;
    expect(await at.receive(inbound('', { asked, mayChange: false }))).toMatchObject({ kind: 'refused' });
    expect(await at.desk.ledger.subscriptions.count()).toBe(0);
  });

  test('may look', async () => {
    await using at = await aReception();
    expect(await at.receive(inbound('watch list', { mayChange: false }))).toMatchObject({ kind: 'answer' });
    expect(await at.receive(inbound('watch test Iran', { mayChange: false }))).toMatchObject({
      kind: 'answer',
    });
  });
});

test('a channel sees and removes no watch of another workspace', async () => {
  await using at = await aReception();
  await at.receive(inbound('watch add Macron Putin call'));
  const elsewhere = {
    workspace: { ...workspace, id: 'other' as WorkspaceId },
    channel: { ...channel, id: 'other' as ChannelId, workspace: 'other' as WorkspaceId, name: '#autre' },
  };
  const list = await at.receive(inbound('watch list', elsewhere));
  expect(list && linesOf(list)).toEqual(['#autre ne suit encore rien.']);
  const status = await at.receive(inbound('status', elsewhere));
  expect(status && linesOf(status).join('\n')).toContain('0 sujet suivi.');
  await at.receive(inbound('watch remove Macron Putin call', elsewhere));
  expect(await at.desk.ledger.subscriptions.listByChannel(channel.id)).toHaveLength(1);
});

/** As a platform with modals asks, of which `receive` may give a form. */
async function aFormReception() {
  const at = await aDesk();
  return { ...at, receive: receiveWith({ commands, desk: at.desk, log: silentLog, random: () => 0.25 }) };
}

describe('a form', () => {
  const english = { workspace: { ...workspace, languages: ['en'] } };

  test('is given where one is asked for, with what is known of it', async () => {
    await using at = await aFormReception();
    const call = { kind: 'words', words: 'watch add Macron Putin call' } as const;
    const form = await at.receive(inbound('', { ...english, asked: { kind: 'form', call } }));
    expect(form).toMatchObject({ kind: 'form', path: ['watch', 'add'], title: 'Watch a topic', given: {} });
    expect(
      form?.kind === 'form' && form.fields.map(({ option, kind, value }) => [option, kind, value]),
    ).toEqual([
      ['topic', 'line', 'Macron Putin call'],
      ['digest', 'line', undefined],
      ['anyway', 'flag', undefined],
      ['in', 'channel', undefined],
    ]);
  });

  test('is given for what is missing where forms can be shown, and asked for in words where not', async () => {
    await using at = await aFormReception();
    expect(await at.receive(inbound('watch add', { hasForms: true }))).toMatchObject({ kind: 'form' });
    expect(await at.receive(inbound('watch add'))).toMatchObject({ kind: 'refused' });
  });

  test('to change a watch holds how it stands, and what comes back changes it', async () => {
    await using at = await aFormReception();
    await at.receive(inbound('watch add Macron Putin call', english));
    const call = { kind: 'words', words: 'watch edit 1' } as const;
    const form = await at.receive(inbound('', { ...english, asked: { kind: 'form', call } }));
    if (form?.kind !== 'form') throw new Error('No form came.');
    expect(Object.fromEntries(form.fields.map(({ option, value }) => [option, value]))).toEqual({
      needs: 'report',
      urgent: 'no',
      digest: 'off',
      mention: undefined,
      to: undefined,
    });
    const options = { ...form.given, needs: 'own-text', urgent: 'yes', digest: '7h' };
    const reply = await at.receive(
      inbound('', { ...english, asked: { kind: 'command', path: form.path, options } }),
    );
    expect(reply?.kind).toBe('done');
    expect(await at.desk.ledger.subscriptions.listByChannel(channel.id)).toMatchObject([
      { needs: 'own-text', isUrgent: true, digest: { days: 'daily', at: '07:00' } },
    ]);
  });

  test('is refused to who may only look', async () => {
    await using at = await aFormReception();
    const call = { kind: 'words', words: 'watch add' } as const;
    const reply = await at.receive(inbound('', { mayChange: false, asked: { kind: 'form', call } }));
    expect(reply).toMatchObject({ kind: 'refused' });
  });

  test('fits every platform: a short title, five fields at most', async () => {
    await using at = await aFormReception();
    await at.receive(inbound('watch add Macron Putin call'));
    for (const command of commands) {
      if (command.form === undefined) continue;
      const { path } = command;
      const call = { kind: 'words', words: `${path.join(' ')} 1` } as const;
      const who = path.join(' ');
      const shown = await at.receive(inbound('', { who, asked: { kind: 'form', call } }));
      if (shown?.kind !== 'form') throw new Error(`${who} gives no form.`);
      expect(shown.title.length).toBeLessThanOrEqual(24);
      expect(shown.fields.length).toBeLessThanOrEqual(5);
    }
  });
});

describe('a look-up', () => {
  test('can be shown to the channel, in the workspace’s language, by who may write there', async () => {
    await using at = await aReception();
    const reply = await at.receive(inbound('watch list', { language: 'en' }));
    expect(reply && linesOf(reply)).toEqual(['#salon watches nothing yet.']);
    expect(reply).not.toHaveProperty('isPublic');
    expect(reply?.actions?.at(-1)).toEqual({ label: 'Show here', command: 'here watch list' });
    const shown = await at.receive(inbound('here watch list', { language: 'en' }));
    expect(shown).toMatchObject({ kind: 'answer', isPublic: true });
    expect(shown && linesOf(shown)).toEqual(['#salon ne suit encore rien.']);
    const reader = await at.receive(inbound('watch list', { mayWrite: false }));
    expect(reader?.actions?.map(({ command }) => command)).not.toContain('here watch list');
    expect(await at.receive(inbound('here watch list', { mayWrite: false }))).not.toHaveProperty('isPublic');
  });

  test('that is shown to all names nobody, since a platform might call them', async () => {
    await using at = await aReception();
    await at.receive(inbound('watch add Macron Putin call'));
    const alone = await at.receive(inbound('watch list'));
    const shown = await at.receive(inbound('here watch list'));
    expect(alone && linesOf(alone)[1]).toContain('· 42,');
    expect(shown && linesOf(shown)[1]).toContain('· …,');
  });

  test('is all that can be shown: nothing is changed by it', async () => {
    await using at = await aReception();
    expect(await at.receive(inbound('here watch add Macron Putin call'))).toMatchObject({ kind: 'refused' });
    expect(await at.desk.ledger.subscriptions.count()).toBe(0);
  });
});

describe('a button that is too short for its command', () => {
  const LONG = `watch test "${'Ruritania '.repeat(12).trim()}"`;

  test('holds a name for it, which works in this workspace and channel alone, for a day', async () => {
    await using at = await aReception();
    const reply = await at.receive(inbound(LONG, { longestCommand: 60 }));
    const add = reply?.actions?.[0]?.command ?? '';
    expect(add).toMatch(/^kept token-\d+$/);
    expect(await at.receive(inbound(add))).toMatchObject({ kind: 'done' });
    const elsewhere = {
      workspace: { ...workspace, id: 'other' as WorkspaceId },
      channel: { ...channel, id: 'other' as ChannelId, workspace: 'other' as WorkspaceId },
    };
    expect(await at.receive(inbound(add, elsewhere))).toMatchObject({ kind: 'refused' });
  });

  test('gives nobody a right that they have not', async () => {
    await using at = await aReception();
    const reply = await at.receive(inbound(LONG, { longestCommand: 60 }));
    const add = reply?.actions?.[0]?.command ?? '';
    expect(await at.receive(inbound(add, { mayChange: false }))).toMatchObject({ kind: 'refused' });
    expect(await at.desk.ledger.subscriptions.count()).toBe(0);
  });
});

describe('the policy of a workspace', () => {
  test('may keep look-ups to those who manage; help and privacy stay for all', async () => {
    await using at = await aReception();
    expect(await at.receive(inbound('readout-admin settings looking:managers'))).toMatchObject({
      kind: 'done',
    });
    const looker = { mayChange: false, who: '43' };
    const refused = await at.receive(inbound('news latest', looker));
    expect(refused?.kind).toBe('refused');
    expect(refused && linesOf(refused)[0]).toMatch(/\(E-[0-9A-Z]{3}\)$/);
    for (const words of ['help', 'privacy'])
      expect(await at.receive(inbound(words, looker))).toMatchObject({ kind: 'answer' });
    const why = { kind: 'why', card: 'key' as never } as const;
    expect(await at.receive(inbound('', { ...looker, asked: why }))).toMatchObject({ kind: 'refused' });
  });

  test('may let a role manage that the person named and the platform knows', async () => {
    await using at = await aReception();
    const typed = 'readout-admin settings manager:R1';
    expect(await at.receive(inbound(typed))).toMatchObject({ kind: 'refused' });
    expect(await at.receive(inbound(typed, { callable: { R1: '<@&R1>' } }))).toMatchObject({ kind: 'done' });
    const member = { mayChange: false, who: '43' };
    expect(await at.receive(inbound('watch add Iran talks', member))).toMatchObject({ kind: 'refused' });
    expect(await at.receive(inbound('watch add Iran talks', { ...member, groups: ['R1'] }))).toMatchObject({
      kind: 'done',
    });
  });
});

/** Somebody whom the platform let type commands that begin so, and who manages nothing. */
const given = (...mayUse: readonly string[]): Partial<Inbound> => ({
  mayChange: false,
  mayUse,
  language: 'en',
});

describe('somebody who was given a command and manages nothing', () => {
  test.each([
    ['watch add Iran', 'watch'],
    ['watch add Iran', 'watch add'],
    ['watch list', 'watch'],
  ])('asks “%s” by what begins with “%s”', async (words, beginning) => {
    await using at = await aReception();
    await at.desk.ledger.workspaces.savePolicy(workspace.id, { looking: 'managers', managers: [] });
    const reply = await at.receive(inbound(words, given(beginning)));
    expect(reply && linesOf(reply).join()).not.toContain('You can look');
  });

  test.each([
    ['watch remove Iran', 'watch add'],
    ['readout-admin settings', 'watch'],
    ['watch add Iran', 'wat'],
    ['move-cards W1 R-7K2Q', 'feed'],
  ])('is refused “%s” where only “%s” was given', async (words, beginning) => {
    await using at = await aReception();
    const reply = await at.receive(inbound(words, given(beginning)));
    expect(reply && linesOf(reply).join()).toContain('You can look');
  });

  test('moves cards after a watch where that was what they could ask', async () => {
    await using at = await aReception();
    const reply = await at.receive(inbound('move-cards W1 R-7K2Q', given('watch')));
    expect(reply && linesOf(reply)).toEqual([
      'There are no cards here to be moved, or not to a channel that you manage.',
    ]);
  });
});
