import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import { aWeb, rss } from '../../feed/a-web.ts';
import { aUser, deskWorld } from '../../simulators/slack/desk-world.ts';
import { aSlackDesk, plainSlack, words } from './a-slack-desk.ts';
import { EVERY_COMMAND } from './every-command.ts';

type Language = 'en' | 'fr';
type SlackDesk = Awaited<ReturnType<typeof aSlackDesk>>;

const FEED = 'https://news.example/world.xml';
const TOPIC = 'Macron Putin call';
const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const;

const nameOf = ({ path }: Command): string => path.join(' ');

/** A command with what follows it, as somebody of this language types it. */
function typedIn(language: Language, command: Command, following: string): string {
  if (language === 'en') return `${nameOf(command)} ${following}`;
  const named = command.options.reduce(
    (line, { name, nameInFrench }) => line.replace(`${name}:`, `${nameInFrench}:`),
    following,
  );
  return `${command.pathInFrench.join(' ')} ${named}`;
}

test('the table has a row for every command', () => {
  expect(Object.keys(EVERY_COMMAND).toSorted()).toEqual(commands.map(nameOf).toSorted());
});

describe.each<Language>(['en', 'fr'])('on Slack, in %s,', (language) => {
  let at: SlackDesk;
  let story = '';
  let asked = 0;

  beforeAll(async () => {
    const { web } = aWeb({ [FEED]: { body: rss('Harbour & Co') } });
    const world = deskWorld();
    const locale = LOCALES[language];
    for (let number = 0; number < 60; number += 1)
      world.users.push(aUser({ id: `U0ASKER${number}`, name: `asker-${number}`, locale }));
    at = await aSlackDesk(web, { world });
    story = await at.report('Macron and Putin spoke by phone on Monday');
    await at.type(`watch add ${TOPIC}`, { user: 'U0ASKER59', channel: 'C0DESK' });
  });
  afterAll(async () => {
    expect(at.violations()).toEqual([]);
    expect(at.lines.join('\n')).not.toContain('failed');
    await at[Symbol.asyncDispose]();
  });

  test.each(Object.entries(EVERY_COMMAND))('%s is answered', async (name, row) => {
    const command = commands.find((one) => nameOf(one) === name);
    if (command === undefined) throw new Error(`there is no command ${name}`);
    const following = row.typed.replace('STORY', story).replace('FEED', FEED).replace('TOPIC', TOPIC);
    asked += 1;
    const by = { user: `U0ASKER${asked}`, channel: 'C0DESK' };
    const told = plainSlack(words(await at.type(typedIn(language, command, following), by)));
    expect(told).toMatch(row[language]);
  });
});
