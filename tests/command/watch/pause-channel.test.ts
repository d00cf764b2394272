import { describe, expect, test } from 'vitest';
import { answer } from '#command/answer.ts';
import { commands } from '#command/commands.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { watchDigest } from '#command/watch/watch-digest.ts';
import { watchPause } from '#command/watch/watch-pause.ts';
import { watchResume } from '#command/watch/watch-resume.ts';
import { silentLog } from '#kernel/log.ts';
import { desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const TOPICS = ['Macron Putin call', 'Iran talks', 'Ukraine ceasefire'];

async function watching(languages = ['en']) {
  const at = await aDesk(languages);
  for (const topic of TOPICS) await at.run(watchAdd, { topic, anyway: 'yes' });
  const standing = async () =>
    (await at.desk.ledger.subscriptions.listByChannel(channel.id)).map(
      ({ isPaused, mutedUntil }) => mutedUntil ?? isPaused,
    );
  const type = (typed: string, isLookingOnly?: true) =>
    answer(
      [typed],
      { ask: { channel, who: 'Ana', ...(isLookingOnly && { isLookingOnly }) }, commands },
      at.desk,
      { log: silentLog, random: () => 0.5 },
    );
  return { ...at, standing, type };
}

describe('a pause of a whole channel', () => {
  test('ends for every topic at the moment that was given, and is taken back in one', async () => {
    await using at = await watching();
    const reply = await at.type('watch pause --all until:18:00');
    expect(linesOf(reply)[0]).toMatch(/^#desk hears nothing until 2026-03-02T18:00.*: 3 topics paused\./);
    expect(await at.standing()).toEqual(Array(3).fill('2026-03-02T18:00:00.000Z'));
    await at.press(reply, 'Undo');
    expect(await at.standing()).toEqual([false, false, false]);
  });

  test('leaves alone what is paused for good, or for longer', async () => {
    await using at = await watching();
    await at.run(watchPause, { topic: '1' });
    await at.run(watchPause, { topic: '2', until: '3d' });
    expect(linesOf(await at.type('watch pause --all until:18:00'))[0]).toContain('1 topic paused');
    expect(await at.standing()).toEqual([true, '2026-03-05T12:00:00.000Z', '2026-03-02T18:00:00.000Z']);
    const again = await at.type('watch pause --all until:18:00');
    expect(linesOf(again)).toEqual(['#desk watches nothing that is not paused for as long already.']);
  });

  test('lasts until somebody resumes it where no moment was given', async () => {
    await using at = await watching();
    await at.type('watch pause --all');
    expect(await at.standing()).toEqual([true, true, true]);
    expect(linesOf(await at.type('watch resume --all'))[0]).toContain('#desk hears of 3 topics again');
    expect(await at.standing()).toEqual([false, false, false]);
    expect(linesOf(await at.type('watch resume --all'))).toEqual(['Nothing is paused in #desk.']);
  });

  test('takes no moment that is over', async () => {
    await using at = await watching();
    expect((await at.type('watch pause --all until:2020-01-01')).kind).toBe('refused');
    expect(await at.standing()).toEqual([false, false, false]);
  });

  test('is told in French where the workspace reads French', async () => {
    await using at = await watching(['fr']);
    const reply = await at.type('veille suspendre --tout jusque:18h');
    expect(linesOf(reply)[0]).toMatch(/^#desk ne reçoit plus rien jusqu'au .* : 3 sujets en pause/);
    expect(linesOf(await at.type('veille reprendre --tout'))[0]).toContain('reçoit de nouveau 3 sujets');
  });
});

describe('a command that names no topic', () => {
  test('offers each topic that it can be about', async () => {
    await using at = await watching();
    const pause = await at.type('watch pause until:18:00');
    expect(pause.actions?.map(({ command }) => command).toSorted()).toEqual(
      TOPICS.map((topic) => `watch pause until:18:00 ${topic}`).toSorted(),
    );
    await at.press(pause, 'Iran talks');
    const resume = await at.type('watch resume');
    expect(resume.actions?.map(({ label }) => label)).toEqual(['Iran talks']);
    expect((await at.type('watch remove')).actions).toHaveLength(3);
  });

  test('offers only what is in a digest where cards are wanted again', async () => {
    await using at = await watching();
    await at.run(watchDigest, { topic: 'Iran talks', at: '08:00' });
    const reply = await at.type('watch digest --off');
    expect(reply.actions).toEqual([{ label: 'Iran talks', command: 'watch digest --off Iran talks' }]);
    await at.press(reply, 'Iran talks');
    expect((await at.type('watch digest --off')).actions).toEqual([]);
  });

  test('offers nothing to who may look only', async () => {
    await using at = await watching();
    expect((await at.type('watch remove', true)).actions).toEqual([]);
  });

  test('says how it is typed', async () => {
    await using at = await watching();
    expect(linesOf(await at.run(watchResume, {}))[0]).toMatch(/^Still missing: topic\. Type watch resume/);
  });
});
