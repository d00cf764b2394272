import { expect, test } from 'vitest';
import { commands } from '#command/commands.ts';
import { receiveWith } from '#command/receive.ts';
import type { FeedFetcher } from '#feed/feed-visit.ts';
import { silentLog } from '#kernel/log.ts';
import { aDesk } from '../../command/a-desk.ts';
import { aWeb, rss } from '../../feed/a-web.ts';
import { contentOf, type Message } from '../../simulators/slack/world.ts';
import { aSlack, desk, wordsIn } from './a-slack.ts';

/** Real commands over a database, asked by somebody at a simulated Slack. */
async function aSlackDesk(web?: FeedFetcher) {
  const at = await aDesk(['en'], web);
  const receive = receiveWith({ commands, desk: at.desk, log: silentLog, random: () => 0.25 });
  const slack = await aSlack({ receive });
  const anna = { user: 'U0ANNA', channel: 'C0DESK' };
  // A slow machine says “One moment …” first, which has no blocks.
  const answer = (said: { replies(): readonly Message[] }): Promise<Message> =>
    slack.simulator.until(() => said.replies().find((message) => words(message) !== ''));
  return {
    ledger: at.desk.ledger,
    type: async (text: string) => answer(await slack.simulator.people.slash(text, anna)),
    press: async (action: string, { ts }: Message) =>
      answer(await slack.simulator.people.press(action, { ...anna, ts })),
    violations: () => slack.simulator.violations(),
    async [Symbol.asyncDispose]() {
      await slack[Symbol.asyncDispose]();
      await at[Symbol.asyncDispose]();
    },
  };
}

const words = (message: Message): string => wordsIn(contentOf(message).blocks).join('\n');

test('a desk watches a topic by a nearly right command, sees it in the list, and undoes it', async () => {
  await using at = await aSlackDesk();
  const nearly = await at.type('wach ad Iran');
  expect(words(nearly)).toMatch(/^Did you mean `?(?:\/readout )?watch add Iran`?\?\nYes$/i);

  const added = await at.press('do-0', nearly);
  expect(words(added)).toContain('*#desk now watches “Iran”.*');
  const subscriptions = await at.ledger.subscriptions.listByChannel(desk.id);
  expect(subscriptions.map(({ name, createdBy }) => [name, createdBy])).toEqual([['Iran', 'U0ANNA']]);
  expect(words(await at.type('watch list'))).toContain('Iran');

  const undo = contentOf(added).blocks?.at(-1)?.['elements'] as readonly { readonly action_id: string }[];
  const removed = await at.press(undo.at(-1)?.action_id ?? '', added);
  expect(words(removed)).toContain('*Taken back:* `watch add Iran`');
  expect(await at.ledger.subscriptions.listByChannel(desk.id)).toEqual([]);
  expect(at.violations()).toEqual([]);
});

test('French words and a bad query are answered, and nothing is saved', async () => {
  await using at = await aSlackDesk();
  expect(words(await at.type('veille ajouter Macron (Putin call'))).toContain('Macron (Putin call');
  expect(words(await at.type(''))).toContain('watch add TOPIC');
  expect(await at.ledger.subscriptions.listByChannel(desk.id)).toEqual([]);
  expect(at.violations()).toEqual([]);
});

test('a workspace adds a feed, lists it, takes the list as text, removes it, and undoes that', async () => {
  const address = 'https://news.example/world.xml';
  const { web } = aWeb({ [address]: { body: rss('Harbour & Co') } });
  await using at = await aSlackDesk(web);
  const own = async () => (await at.ledger.ownFeeds.listByWorkspace(desk.workspace)).map(({ name }) => name);
  expect(words(await at.type(`feed add <${address}>`))).toContain('*Added: Harbour &amp; Co*');
  expect(await own()).toEqual(['Harbour & Co']);
  expect(words(await at.type('feed list'))).toContain('news.example/world.xml');
  expect(words(await at.type('feed export'))).toContain(`xmlUrl="${address}"`);

  const removed = await at.type('feed remove 1');
  expect(await own()).toEqual([]);
  expect(words(await at.press('do-0', removed))).toContain('`feed remove Harbour &amp; Co`');
  expect(await own()).toEqual(['Harbour & Co']);
  expect(at.violations()).toEqual([]);
});
