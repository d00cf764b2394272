import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command, Suggested } from '#command/command.ts';
import { commands } from '#command/commands.ts';
import type { OptionValues } from '../simulators/discord/command-data.ts';
import { type DiscordSimulator, startDiscordSimulator } from '../simulators/discord/discord-simulator.ts';
import type { Place, Seen } from '../simulators/discord/people.ts';
import type { GuildSeed } from '../simulators/discord/world.ts';
import { aNewsroom, type Newsroom } from './a-newsroom.ts';

const TOPIC = 'Freedonia Sylvania call';
const CALL = 'Freedonia and Sylvania spoke by phone';
const STORY = 'STORY';

/** What is filled in, and how the answer begins in English and in French; `STORY` is the story of the call. */
type Row = { readonly fill?: OptionValues; readonly en: string | RegExp; readonly fr: string | RegExp };

/** In the order of the registry: what a command leaves behind is there for the next. */
const ROWS: Readonly<Record<string, Row>> = {
  'watch add': {
    fill: { topic: 'Freedonia visit' },
    en: '**#desk now watches “Freedonia visit”.** Understood as: Freedonia + visit',
    fr: '**#bureau suit maintenant « Freedonia visit ».** Compris : Freedonia + visit',
  },
  'watch list': { en: '**#desk watches 2 topics**', fr: '**#bureau suit 2 sujets**' },
  'watch remove': {
    fill: { topic: 'Freedonia visit' },
    en: '**#desk no longer watches “Freedonia visit”.** ',
    fr: '**#bureau ne suit plus « Freedonia visit ».** ',
  },
  'watch digest': {
    fill: { topic: TOPIC, at: '07:00' },
    en: `**“${TOPIC}” comes as a digest every day at 07:00**`,
    fr: `**« ${TOPIC} » arrive en synthèse chaque jour à 07:00**`,
  },
  'watch edit': {
    fill: { topic: TOPIC, urgent: 'yes' },
    en: `**“${TOPIC}” is told on the first report.**`,
    fr: `**« ${TOPIC} » est annoncé dès le premier rapport.**`,
  },
  'watch pause': {
    fill: { topic: TOPIC },
    en: `**“${TOPIC}” is paused**`,
    fr: `**« ${TOPIC} » est en pause**`,
  },
  'watch resume': {
    fill: { topic: TOPIC },
    en: `**“${TOPIC}” is watched again.**`,
    fr: `**« ${TOPIC} » est de nouveau suivi.**`,
  },
  'watch mute': {
    fill: { story: STORY },
    en: /^\*\*This channel hears no more of R-\w{4}\*\*/,
    fr: /^\*\*Ce salon n'entend plus parler de R-\w{4}\*\*/,
  },
  'watch test': {
    fill: { topic: TOPIC },
    en: `**“${TOPIC}”**, understood as: Freedonia + Sylvania + phone call`,
    fr: `**« ${TOPIC} »**, compris : Freedonia + `,
  },
  'watch sample': {
    fill: { story: STORY },
    en: /^`R-\w{4}` stands in #desk already\./,
    fr: /^`R-\w{4}` figure déjà dans #bureau\./,
  },
  'news latest': {
    fill: { topic: 'Sylvania visit' },
    en: /^\*\*Nothing on “Sylvania visit” in the last 7 days\.\*\*\n2 of 2 feeds read, last /,
    fr: /^\*\*Rien sur « Sylvania visit » depuis 7 jours\.\*\*\n2 flux lus sur 2, dernier à /,
  },
  'news since': {
    fill: { time: '3d' },
    en: /^\*\*Since\*\* <t:\d+:f>\*\*: 1 story moved\.\*\*/,
    fr: /^\*\*Depuis le\*\* <t:\d+:f> \*\*: 1 dossier a bougé\.\*\*/,
  },
  'news search': {
    fill: { words: 'Freedonia' },
    en: '**“Freedonia”: 1 story** since ',
    fr: '**« Freedonia » : 1 dossier** depuis le ',
  },
  'news topics': { en: '**#desk watches 1 topic**', fr: '**#bureau suit 1 sujet**' },
  'news contacts': {
    fill: { between: 'Freedonia Sylvania' },
    en: '**“Freedonia Sylvania”: 1 contact**',
    fr: '**« Freedonia Sylvania » : 1 contact**',
  },
  'story show': {
    fill: { story: STORY },
    en: /^### Freedonia and Sylvania spoke by phone\n-# R-\w{4} · Headline: The Courier/,
    fr: /^### Freedonia and Sylvania spoke by phone\n-# R-\w{4} · Titre : The Courier/,
  },
  'story sides': {
    fill: { story: STORY },
    en: /^\*\*Freedonia and .*\*\* · `R-\w{4}` · who said what\n/,
    fr: /^\*\*Freedonia and .*\*\* · `R-\w{4}` · qui a dit quoi\n/,
  },
  'story sources': {
    fill: { story: STORY },
    en: /· 1 report in order of arrival\n`A1` \*\*The Courier\*\*/,
    fr: /· 1 article, par ordre d'arrivée\n`A1` \*\*The Courier\*\*/,
  },
  'story history': {
    fill: { story: STORY },
    en: /^`R-\w{4}` \*\*as it stood in #desk\*\*/,
    fr: /^`R-\w{4}` \*\*tel qu'il figurait dans #bureau\*\*/,
  },
  'story why': {
    fill: { story: STORY },
    en: '**Because** the title has “Freedonia”',
    fr: '**Parce que** le titre contient « Freedonia »',
  },
  'story hide': {
    fill: { story: STORY },
    en: /^\*\*Which report of\*\* `R-\w{4}` \*\*is about another event\?\*\*/,
    fr: /^\*\*Quel article de\*\* `R-\w{4}` \*\*concerne un autre fait \?\*\*/,
  },
  'feed add': {
    fill: { address: 'http://10.0.0.1/feed' },
    en: '**Nothing was added.** `10.0.0.1/feed`: The address could not be reached.',
    fr: "**Rien n'a été ajouté.** `10.0.0.1/feed`",
  },
  'feed list': {
    en: '**This workspace reads no feeds of its own yet.**',
    fr: "**Cet espace n'a encore aucun flux à lui.**",
  },
  'feed remove': {
    fill: { feed: 'Harbour News' },
    en: '**No feed of this workspace is called “Harbour News”.**',
    fr: "**Aucun flux de cet espace ne s'appelle « Harbour News ».**",
  },
  'feed import': {
    fill: { opml: 'no list' },
    en: '**That is no OPML list.**',
    fr: "**Ce n'est pas une liste OPML.**",
  },
  'feed export': {
    en: '**This workspace has no feeds of its own to export.**',
    fr: "**Cet espace n'a aucun flux à lui à exporter.**",
  },
  'feed health': { en: '**1 of 2 feeds well.**', fr: '**1 flux sur 2 en ordre.**' },
  'feed release': {
    fill: { outlet: 'courier' },
    en: '**Nothing is held back of “courier”.**',
    fr: "**Rien n'est retenu de « courier ».**",
  },
  'feed drop': {
    fill: { outlet: 'courier' },
    en: '**Nothing is held back of “courier”.**',
    fr: "**Rien n'est retenu de « courier ».**",
  },
  'readout-admin settings': {
    en: String.raw`**#desk\:** time zone UTC`,
    fr: String.raw`**#bureau \:** fuseau UTC`,
  },
  'readout-admin audit': {
    en: String.raw`**Changes, newest first\:**`,
    fr: String.raw`**Modifications, de la plus récente à la plus ancienne \:**`,
  },
  'readout-admin deliveries': {
    en: '**None.** Nothing was given up',
    fr: '**Aucun.** Rien n’a été abandonné',
  },
  'readout-admin export': { en: '**1 topic of #desk**', fr: '**1 sujet de #bureau**' },
  'readout-admin import': {
    fill: { watches: 'Sylvania bridge' },
    en: '**#desk now watches 1 more topic.**',
    fr: '**#bureau suit maintenant 1 sujet de plus.**',
  },
  status: { en: /^2 of 2 feeds read, last <t:\d+:t>\./, fr: /^2 flux lus sur 2, dernier à <t:\d+:t>\./ },
  privacy: { en: '**I read no messages.**', fr: '**Je ne lis pas vos messages.**' },
  help: {
    en: '**Readout** posts one card per diplomatic event',
    fr: '**Readout** publie une fiche par événement diplomatique',
  },
};

/** A manager for each command: whoever looks up too much in a minute is asked to wait. */
const members = (language: string) =>
  commands.map((_, index) => ({
    name: `${language}-${index}`,
    roles: ['Moderators'],
    locale: language === 'fr' ? 'fr' : 'en-US',
  }));

const server = (name: string, language: 'en' | 'fr', channel: string): GuildSeed => ({
  name,
  locale: language,
  channels: [{ name: channel }],
  roles: [{ name: 'Moderators', permissions: ['MANAGE_GUILD'] }],
  members: members(language),
});

let discord: DiscordSimulator;
let room: Newsroom;
let story = '';

beforeAll(async () => {
  const guilds = [server('Newsroom', 'en', 'desk'), server('Rédaction', 'fr', 'bureau')];
  discord = await startDiscordSimulator({ world: { guilds }, patienceMs: 60_000 });
  room = await aNewsroom({ DISCORD_TOKEN: discord.token, READOUT_DISCORD_API: discord.apiUrl });
  await room.round();
  const en = { user: 'en-0', channel: 'desk' };
  await discord.people.slash('watch add', { topic: TOPIC }, en);
  await discord.people.slash('veille ajouter', { topic: TOPIC }, { user: 'fr-0', channel: 'bureau' });
  room.stand.publish('courier', 'c1', CALL, `${CALL} on Tuesday for an hour.`);
  await room.round();
  story = /R-\w{4}/.exec(told(await discord.people.slash('news latest', {}, en)).text)?.[0] ?? '';
}, 120_000);
afterAll(async () => {
  await room[Symbol.asyncDispose]();
  await discord[Symbol.asyncDispose]();
});

function told(seen: Seen) {
  if (seen.kind !== 'message') throw new Error(`no message was seen, but ${seen.kind}`);
  return seen;
}

/** As people type it on Discord, where a command of one word stands below the program's own. */
const typed = (path: Command['path']): string => (path.length === 1 ? ['readout', ...path] : path).join(' ');

const filledIn = ({ fill = {} }: Row): OptionValues =>
  Object.fromEntries(Object.entries(fill).map(([name, value]) => [name, value === STORY ? story : value]));

const begins = (text: string, beginning: string | RegExp): void =>
  typeof beginning === 'string'
    ? expect(text.slice(0, beginning.length)).toBe(beginning)
    : expect(text).toMatch(beginning);

test.each(
  commands.map(
    (command, index) => [typed(command.path), typed(command.pathInFrench), command, index] as const,
  ),
)(
  '/%s and /%s are answered to whoever typed them, each in its language',
  async (inEnglish, inFrench, { path }, index) => {
    const row = ROWS[path.join(' ')];
    if (row === undefined) throw new Error(`${inEnglish} has no row in the table`);
    const english = told(await discord.people.slash(inEnglish, filledIn(row), place('en', index)));
    const french = told(await discord.people.slash(inFrench, filledIn(row), place('fr', index)));
    begins(english.text, row.en);
    begins(french.text, row.fr);
    expect([english.isPrivate, french.isPrivate]).toEqual([true, true]);
  },
  60_000,
);

const place = (language: 'en' | 'fr', index: number): Place => ({
  user: `${language}-${index}`,
  channel: language === 'fr' ? 'bureau' : 'desk',
});

test.each([
  ['en', 'news topics', /^One moment: 10 look-ups a minute each\. Try again in \d+ s\./],
  ['fr', 'actus sujets', /^Un instant : 10 recherches par minute et par personne\./],
] as const)('who looks up too much in a minute is asked to wait: %s', async (language, words, expected) => {
  const asked = place(language, 1);
  for (let times = 0; times < 10; times += 1) await discord.people.slash(words, {}, asked);
  expect(told(await discord.people.slash(words, {}, asked)).text).toMatch(expected);
});

/** What is suggested of each kind in this world; a workspace without feeds of its own is suggested none. */
const SUGGESTED: Readonly<Record<Suggested, readonly string[]>> = {
  topics: [TOPIC],
  watches: [TOPIC, 'Sylvania bridge'],
  stories: [STORY],
  'own-feeds': [],
  outlets: ['The Courier', 'The Palace'],
};

const suggesting = commands.flatMap((command, index) =>
  command.options.flatMap(({ name, suggests }) =>
    suggests === undefined ? [] : [[typed(command.path), name, { command, suggests, index }] as const],
  ),
);

test.each(suggesting)('/%s suggests what its option %s may be, while one types', async (words, name, at) => {
  const { command, suggests, index } = at;
  const expected = SUGGESTED[suggests].map((value) => (value === STORY ? story : value));
  const inFrench = typed(command.pathInFrench);
  for (const [asked, where] of [
    [words, place('en', index)],
    [inFrench, place('fr', index)],
  ] as const) {
    const seen = await discord.people.autocomplete(asked, name, '', where);
    const values = seen.kind === 'choices' ? seen.choices.map(({ value }) => value) : [seen.kind];
    // Starters follow what is watched here.
    const shown = suggests === 'topics' ? values.slice(0, expected.length) : values;
    expect(new Set(shown)).toEqual(new Set(expected));
  }
});

test('what has been typed narrows what is suggested, and choices are labelled for people', async () => {
  const where = place('en', 0);
  const choices = async (begun: string) => {
    const seen = await discord.people.autocomplete('story show', 'story', begun, where);
    return seen.kind === 'choices' ? seen.choices : [];
  };
  expect(await choices('Sylv')).toEqual([{ name: `${story} · ${CALL}`, value: story }]);
  expect(await choices('Zembla')).toEqual([]);
});

test('the table holds no command that is there no more', () => {
  expect(Object.keys(ROWS)).toEqual(commands.map(({ path }) => path.join(' ')));
});

test('nothing that Discord would refuse was sent', () => {
  expect(discord.violations()).toEqual([]);
});
