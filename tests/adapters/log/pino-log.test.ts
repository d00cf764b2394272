import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const program = `
  import { pinoLog } from './src/adapters/log/pino-log.ts';
  import { Secret } from './src/kernel/secret.ts';
  const log = pinoLog('info');
  log.warn('feed.refused', { feed: 'a', status: 403, token: String(new Secret('hush-hush')) });
  log.error('delivery.failed', {}, new Error('no', { cause: new Error('deeper') }));
  log.error('beat.failed', {}, Object.assign(new Error('the database is held'), { remedy: 'Wait.' }));
  log.close();
`;

test('writes JSON lines with stable fields to standard error, and never a secret', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toMatchObject({ event: 'feed.refused', feed: 'a', status: 403, token: '•••' });
  expect(lines[1]).toMatchObject({ event: 'delivery.failed', cause: 'no', because: 'deeper' });
  expect(lines[2]).toMatchObject({ event: 'beat.failed', cause: 'the database is held', remedy: 'Wait.' });
  expect(lines[2]).not.toHaveProperty('stack');
  expect(stderr).not.toContain('hush-hush');
});
