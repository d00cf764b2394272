import { expect, test } from 'vitest';
import { hostsNeeded } from '#tools/tell-hosts.ts';
import { configFolder, configWith } from '../config/small-config.ts';
import { linesOf, runProgram } from './readout-process.ts';

const PLATFORMS = [
  '*.discord.gg',
  'discord.com',
  'gateway.discord.gg',
  'slack.com',
  'wss-backup.slack.com',
  'wss-primary.slack.com',
];

test('every host is listed once for what it is for: feeds, where they moved, platforms and the database', () => {
  const config = configWith(
    {},
    { DISCORD_TOKEN: 'a-token', DATABASE_URL: 'postgres://ana:word@db.example/readout' },
  );
  const hosts = hostsNeeded(config, [
    'http://moved.example:8080/feed?key=secret',
    'https://courier.example/other',
  ]);
  const told = hosts.map(
    ({ host, port, for: what, isUsed }) => `${host}:${port} ${what}${isUsed ? '' : ' (not used)'}`,
  );
  expect(told).toEqual([
    '*.discord.gg:443 discord',
    'courier.example:443 feed',
    'db.example:5432 database',
    'discord.com:443 discord',
    'gateway.discord.gg:443 discord',
    'moved.example:8080 feed',
    'palace.example:443 feed',
    'slack.com:443 slack (not used)',
    'wss-backup.slack.com:443 slack (not used)',
    'wss-primary.slack.com:443 slack (not used)',
  ]);
  expect(JSON.stringify(hosts)).not.toMatch(/word|secret/);
});

test('check --hosts prints them one a line, sorted, and as JSON Lines; it needs no database and asks nobody', async () => {
  using config = configFolder();
  const environment = { READOUT_CONFIG: config.path, READOUT_DATABASE: `${config.path}/none.sqlite` };
  const plain = await runProgram(['check', '--hosts'], { environment });
  const lines = plain.output.trim().split('\n');
  expect(lines).toEqual(
    [...PLATFORMS, 'courier.example', 'palace.example'].map((host) => `${host}:443`).toSorted(),
  );
  expect(plain.status).toBe(0);
  const json = await runProgram(['check', '--hosts', '--json'], { environment });
  expect(linesOf(json.output)).toContainEqual({
    host: 'palace.example',
    port: 443,
    for: 'feed',
    isUsed: true,
  });
});
