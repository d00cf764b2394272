import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aUser, deskWorld } from '../../simulators/slack/desk-world.ts';
import { anna, aSlackDesk, inputs, labels, words } from './a-slack-desk.ts';

type SlackDesk = Awaited<ReturnType<typeof aSlackDesk>>;

/** Enough people that nobody asks too much in one minute. */
const PEOPLE = Array.from({ length: 60 }, (_, index) => `U0ASKER${index}`);

let at: SlackDesk;
let asked = 0;

beforeAll(async () => {
  const world = deskWorld();
  world.users.push(...PEOPLE.map((id) => aUser({ id, name: id.toLowerCase() })));
  at = await aSlackDesk(undefined, { world });
  await at.type('watch add Iran');
});
afterAll(async () => {
  expect(at.violations()).toEqual([]);
  await at[Symbol.asyncDispose]();
});

/** What somebody new to us is answered in #desk. */
async function typing(text: string): Promise<string> {
  asked += 1;
  return words(await at.type(text, { user: PEOPLE[asked % PEOPLE.length] ?? '', channel: 'C0DESK' }));
}

describe('a forgiving /readout', () => {
  test.each([
    // Slips of the finger, in both languages.
    ['wach ad Iran', 'watch add Iran'],
    ['veile ajouter Iran', 'watch add Iran'],
    ['new latest', 'news latest'],
    ['stauts', 'status'],
    // A word of the command left out.
    ['add Iran', 'watch add Iran'],
    ['ajouter Iran', 'watch add Iran'],
    ['liste', 'watch list'],
    ['dernières', 'news latest'],
    ['search ceasefire', 'news search ceasefire'],
    ['R-7K2Q', 'story show R-7K2Q'],
    ['watch Ukraine', 'watch add Ukraine'],
    ['veille Ukraine', 'watch add Ukraine'],
    ['news Ukraine', 'news latest Ukraine'],
    ['story R-7K2Q', 'story show R-7K2Q'],
    // What somebody wants to hear of, and nothing else.
    ['Ukraine ceasefire talks', 'watch add Ukraine ceasefire talks'],
    ['“Ukraine” ceasefire', 'watch add “Ukraine” ceasefire'],
  ])('asked “%s” offers `%s`, and one press says it', async (typed, meant) => {
    const told = await typing(typed);
    expect(told).toContain(`Did you mean \`/readout ${meant}\`?`);
    expect(told).toContain('Yes');
  });

  test.each([
    ['HELP', '*To begin with:*'],
    ['aide', '*To begin with:*'],
    ['/readout readout status', 'articles on hand'],
    ['etat', 'articles on hand'],
    ['Watch LIST', '*#desk watches'],
    ['veille  liste', '*#desk watches'],
    ['watch list in <#C0DESK|desk>', '*#desk watches'],
    ['watch list #desk', '*#desk watches'],
    ['news latest Ukraine dans <#C0DESK>', 'Ukraine'],
    ['news since 22h00', '*Since*'],
    ['news since 22:00', '*Since*'],
    ['news since 22：00', '*Since*'],
    ['news since 22∶00', '*Since*'],
    ['actus depuis heure：22：00', '*Since*'],
    ['readout-admin settings quiet:22h-7h', 'quiet hours 22꞉00–07:00'],
    ['readout-admin settings quiet:22：00-07：00', 'quiet hours 22꞉00–07:00'],
    // As our own answers write it, so that it can be copied.
    ['readout-admin settings quiet:22꞉00-07꞉00', 'quiet hours 22꞉00–07:00'],
    ['readout-admin settings quiet：off', 'quiet hours off'],
  ])('asked “%s” answers: %s', async (typed, answer) => {
    expect(await typing(typed)).toContain(answer);
  });

  test.each([
    ['watch add “Iran” inspection', '“Iran” inspection'],
    ['watch add «Ukraine» ceasefire', '«Ukraine» ceasefire'],
    ['watch add "Ukraine" talks in <#C0DESK|desk>', '"Ukraine" talks'],
  ])('asked “%s” watches what stands there, marks of quotation and all', async (typed, name) => {
    await typing(typed);
    expect(await at.watches()).toContain(name);
  });

  test.each([
    [
      'watch add Ukraine in <#C0NEWSROOM|newsroom>',
      'Type this in #newsroom itself: `/readout watch add Ukraine`',
    ],
    ['watch add Ukraine #newsroom', 'Type this in #newsroom itself: `/readout watch add Ukraine`'],
    // A private channel that the asker is not in has no name, and may as well not be there.
    ['watch list in <#C0EMBASSY|embassy>', 'Type this in that channel itself: `/readout watch list`'],
    ['watch list in <#C0NOWHERE|nowhere>', 'Type this in that channel itself: `/readout watch list`'],
  ])('asked “%s” changes nothing here and says where to ask', async (typed, answer) => {
    const before = await at.watches();
    expect(await typing(typed)).toContain(answer);
    expect(await at.watches()).toEqual(before);
  });

  test('knows a channel by its name alone, where the asker sees it', async () => {
    expect(words(await at.type('watch edit Iran to:#embassy', anna))).toContain('I know of no channel');
    const moved = words(await at.type('watch edit Iran to:#newsroom', anna));
    expect(moved).toContain('moves to #newsroom');
    expect(words(await at.type('watch add COP #cop31', anna))).toContain('now watches “COP #cop31”');
  });

  test('has another channel watch a topic that its asker manages, which is said to be invited to', async () => {
    expect(await typing('watch add Kivu talks in:#embassy')).toContain('I know of no channel “#embassy”');
    const added = await at.type('watch add Kivu in:#newsroom', anna);
    expect(words(added)).toContain('I am not in #newsroom.');
    expect(words(added)).toContain('#newsroom now watches “Kivu”');
    expect(await at.watches()).not.toContain('Kivu');
    expect(words(await at.press('do-0', added, anna))).toContain('#newsroom already watches it');
    expect(labels(added)).not.toContain('Change');
  });

  test('leaves a topic the word that is also the name of a channel', async () => {
    await typing('watch add #newsroom sanctions');
    expect(await at.watches()).toContain('#newsroom sanctions');
  });

  test('tells by a name of a private channel no more than by a name that there is not', async () => {
    const answers = [];
    for (const name of ['#embassy', '#nowhere'])
      answers.push((await typing(`news search Kivu ${name}`)).replaceAll(name, '#…'));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).not.toContain('C0EMBASSY');
  });

  test.each(['', '  ', '/readout', 'watch add', 'veille ajouter'])(
    'asked “%s” opens the form of a new watch',
    async (typed) => {
      asked += 1;
      const by = { user: PEOPLE[asked % PEOPLE.length] ?? '', channel: 'C0DESK' };
      const form = await at.form(at.simulator.people.slash(typed, by));
      expect(inputs(form).map(([name]) => name)).toContain('topic');
    },
  );
});

test('who reads French on Slack reads of a “canal”, as Slack calls it, and a topic keeps its salon', async () => {
  const clara = { user: 'U0CLARA', channel: 'C0NEWSROOM' };
  const refused = words(await at.type('veille ajouter dans:#nulle-part Salon du livre', clara));
  expect(refused).toContain('je ne connais aucun canal « #nulle-part »');
  expect(words(await at.type('veille ajouter Salon du livre', clara))).toContain('« Salon du livre »');
  expect(words(await at.type('aide veille ajouter', clara))).not.toContain('salon');
});
