import { env } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { slackMessenger } from '#adapters/slack/sending/slack-messenger.ts';
import { slackClient } from '#adapters/slack/slack-client.ts';
import { slackLogger } from '#adapters/slack/slack-logger.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { Messenger } from '#channel/messenger.ts';
import { openKnowledge } from '#compose/open-knowledge.ts';
import { type Nudge, openNudge } from '#compose/open-nudge.ts';
import type { OutletId } from '#feed/outlet.ts';
import { SECOND_MS } from '#kernel/clock.ts';
import { idOf } from '#kernel/id.ts';
import { silentLog } from '#kernel/log.ts';
import { Secret } from '#kernel/secret.ts';
import type { Ledger } from '#ledger.ts';
import { calmSettings } from '#subscription/channel-settings.ts';
import { subscriptionId } from '#subscription/subscription-id.ts';
import type { Topic } from '#topic/topic.ts';
import { aChannel, aTeam, deskWorld } from '../simulators/slack/desk-world.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { diceFrom } from './dice.ts';
import { sampleTopics } from './sample-topics.ts';
import { inventedOutlet, type VirtualProgram, virtualProgram } from './virtual-program.ts';

const SECONDS = 20;
const ARTICLES_A_SECOND = 50;
const ITEMS_A_FEED = 5;
const CHANNELS = 100;
/** As the program beats, and as it is nudged; visits are begun sooner, since they are what is given. */
const DELIVER_EVERY_MS = 2 * SECOND_MS;
const DELIVER_AFTER_MS = 200;
const VISIT_EVERY_MS = 100;
const FREE = { turn: () => Promise.resolve(undefined), hold: () => {} };
/** A Slack without its rates needs nobody to wait for them. */
const UNPACED = { post: () => Promise.resolve(), edit: FREE, read: FREE };
const NO_BUDGET = { cardsAnHour: 100_000, pingsAnHour: 100_000, pingsADay: 100_000 };

/**
 * How many milliseconds lie between the moment an article was first seen and the moment a platform on loopback took its
 * card, for each card, while fifty articles a second come in. Real time, one process, a Slack without its rates.
 */
export async function seenToAccepted(): Promise<readonly number[]> {
  const knowledge = await openKnowledge(env);
  const articles = SECONDS * ARTICLES_A_SECOND;
  const topics = sampleTopics(articles, 'sparse', knowledge.lexicon, diceFrom(5));
  const feeds = articles / ITEMS_A_FEED;
  await using platform = await openPlatform();
  const seenAt = new Map<string, number>();
  const lags: number[] = [];
  const begun = Date.now() + SECOND_MS;
  let nudge: Nudge | undefined;
  await using program = await virtualProgram({
    onOwed: () => nudge?.give(),
    knowledge,
    start: new Date(),
    clock: REAL,
    outlets: Array.from({ length: feeds }, (_, place) => inventedOutlet(`outlet-${place}`)),
    dueAt: (outlet) => new Date(begun + (placeOf(outlet) * SECONDS * SECOND_MS) / feeds),
    publisher: (outlet, now) => ({
      edition: 'one',
      items: () =>
        topics.slice(placeOf(outlet) * ITEMS_A_FEED, (placeOf(outlet) + 1) * ITEMS_A_FEED).map((topic) => {
          const title = headlineOn(topic);
          seenAt.set(title, now.getTime());
          return { title, guid: title, published: now.toISOString(), summary: 'It was said on Monday.' };
        }),
    }),
    messenger: noting(platform.messenger, (headline) => {
      const seen = seenAt.get(headline);
      if (seen !== undefined) lags.push(Date.now() - seen);
    }),
  });
  await watchAll(program.ledger, topics, platform.channels);
  const round = oneAtATime(() => program.tell());
  nudge = openNudge(round, DELIVER_AFTER_MS);
  await live(program, round, begun + (SECONDS + 2) * SECOND_MS);
  if (lags.length < articles / 2)
    throw new Error(`Of ${articles} articles only ${lags.length} became cards.`);
  return lags;
}

const REAL = {
  get now() {
    return new Date();
  },
  set now(_moment: Date) {
    throw new Error('The real clock cannot be set.');
  },
};

const placeOf = (outlet: OutletId): number => Number(outlet.slice('outlet-'.length));

const headlineOn = ({ written }: Topic): string => `${written}: what is known`;

const noting = (messenger: Messenger, note: (headline: string) => void): Messenger => ({
  ...messenger,
  async create(channel, card, key, mention) {
    const outcome = await messenger.create(channel, card, key, mention);
    if (outcome.kind === 'sent') note(card.headline);
    return outcome;
  },
});

/** Visits and deliveries beat beside each other, as in the program. */
async function live(program: VirtualProgram, deliver: () => Promise<void>, untilMs: number): Promise<void> {
  const beat = async (everyMs: number, run: () => Promise<unknown>): Promise<void> => {
    while (Date.now() < untilMs) {
      const next = Date.now() + everyMs;
      await run();
      await pause(Math.max(0, next - Date.now()));
    }
  };
  await Promise.all([beat(VISIT_EVERY_MS, () => program.visit()), beat(DELIVER_EVERY_MS, deliver)]);
  await deliver();
}

/** What is asked for while a round is under way is done in one more. */
function oneAtATime(round: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      await round();
    } while (isAskedAgain);
  };
  return () => {
    isAskedAgain = true;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function openPlatform(): Promise<
  AsyncDisposable & { readonly messenger: Messenger; readonly channels: readonly ChannelRef[] }
> {
  const { id: team, botUser } = aTeam();
  const places = Array.from({ length: CHANNELS }, (_, place) =>
    aChannel({ id: `C0DESK${place}`, name: `desk-${place}`, members: [botUser] }),
  );
  const free = { burst: 1_000_000, everyMs: 1, per: 'team' as const };
  const simulator = await startSlackSimulator({
    world: { ...deskWorld(), channels: places },
    rates: { 'chat.postMessage': free, 'chat.update': free },
  });
  const client = slackClient(new Secret(simulator.botToken), slackLogger(silentLog), simulator.apiUrl);
  return {
    messenger: slackMessenger(client, undefined, UNPACED),
    channels: places.map(({ id, name }) => ({
      id: idOf('channel', 'slack', team, id),
      workspace: idOf('workspace', 'slack', '', team),
      platform: 'slack',
      address: id,
      name: `#${name}`,
    })),
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  };
}

async function watchAll(
  ledger: Ledger,
  topics: readonly Topic[],
  channels: readonly ChannelRef[],
): Promise<void> {
  await ledger.transaction(async (stores) => {
    const [{ workspace, platform } = { workspace: undefined, platform: 'slack' as const }] = channels;
    if (workspace === undefined) return;
    await stores.workspaces.save({ id: workspace, platform, name: 'Desk', languages: ['en'], zone: 'UTC' });
    for (const channel of channels) {
      await stores.workspaces.saveChannel(channel);
      await stores.subscriptions.saveSettings({ ...calmSettings(channel.id), ...NO_BUDGET });
    }
    for (const [place, topic] of topics.entries()) {
      const channel = channels[place % channels.length];
      if (channel === undefined) continue;
      await stores.topics.save(topic);
      await stores.subscriptions.add({
        id: subscriptionId(channel.id, topic.id),
        workspace,
        channel: channel.id,
        topic: topic.id,
        name: topic.written,
        createdAt: new Date(0).toISOString(),
        createdBy: 'Ana',
        isPaused: false,
      });
    }
  });
}
