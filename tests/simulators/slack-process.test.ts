import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { post, refusalOf, webClientOf } from './slack/bolt-app.ts';

type Announcement = {
  readonly apiUrl: string;
  readonly controlUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
};

type State = {
  readonly now: string;
  readonly connections: number;
  readonly violations: readonly string[];
  readonly channels: readonly { readonly id: string; readonly messages: readonly object[] }[];
};

const running: ChildProcess[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

async function startSlackProcess(...options: readonly string[]) {
  const child = spawn(process.execPath, ['tests/simulators/slack/main.ts', ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const announced = JSON.parse(line) as Announcement;
  const at = (what: string) => new URL(what, announced.controlUrl);
  return {
    child,
    announced,
    state: async () => (await fetch(at('state'))).json() as Promise<State>,
    tell: async (what: string, told: unknown) =>
      (await fetch(at(what), { method: 'POST', body: JSON.stringify(told) })).json() as Promise<object>,
  };
}

test('says where it listens and shows all that stands there, with every form it had', async () => {
  const { announced, state } = await startSlackProcess('--now', '2026-03-02T12:00:00Z');
  const client = webClientOf(announced);
  const channel = announced.channels.find(({ name }) => name === 'desk')?.id ?? '';
  const { ts = '' } = await post(client, { channel, text: 'A' });
  await client.chat.update({ channel, ts, text: 'B' });
  const { channels, now, violations } = await state();
  expect(channels.find(({ id }) => id === channel)?.messages).toMatchObject([
    { ts, versions: [{ text: 'A' }, { text: 'B' }] },
  ]);
  expect(now).toMatch(/^2026-03-02T12:00/);
  expect(violations).toEqual([]);
});

test('goes wrong as told, and moves its clock', async () => {
  const { announced, state, tell } = await startSlackProcess();
  const error = { kind: 'error', error: 'restricted_action' };
  await tell('faults', [{ method: 'chat.postMessage', effect: error }]);
  const call = post(webClientOf(announced), { channel: 'C0DESK', text: 'A' });
  expect(await refusalOf(call)).toBe('restricted_action');
  await tell('clock', { now: '2030-01-01T00:00:00Z', advanceMs: 60_000 });
  expect((await state()).now).toMatch(/^2030-01-01T00:01:0/);
});

test('lets a person type where nobody listens', async () => {
  const { tell, state } = await startSlackProcess();
  const asked = { text: 'status', user: 'U0ANNA', channel: 'C0DESK' };
  expect(await tell('slash', asked)).toMatchObject({ end: 'unreachable', replies: [] });
  expect(await state()).toMatchObject({ connections: 0, violations: [] });
});

test('knows no other control', async () => {
  const { tell } = await startSlackProcess();
  expect(await tell('shout', {})).toEqual({ error: 'no such control: shout' });
});

test('ends when the one who started it closes its input', async () => {
  const { child } = await startSlackProcess();
  child.stdin?.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
