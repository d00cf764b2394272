import { setTimeout as pause } from 'node:timers/promises';
import { SECOND_MS } from '#kernel/clock.ts';
import { Secret } from '#kernel/secret.ts';
import { DESK, type Look, mustAnswer, type SimulatedPlatform } from '#tools/demo/simulated-platform.ts';
import { askSimulator } from '#tools/demo/simulator-process.ts';

/** What the simulated Slack says when it is ready. */
export type SlackAnnouncement = {
  readonly apiUrl: string;
  readonly controlUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly users: readonly { readonly id: string; readonly isAdmin: boolean }[];
};

type State = {
  readonly violations: readonly string[];
  readonly channels: readonly { readonly id: string; readonly messages: readonly KeptMessage[] }[];
};

type KeptMessage = {
  readonly ts: string;
  readonly threadTs?: string;
  /** Only this user sees it. */
  readonly visibleTo?: string;
  /** The command that it answers. */
  readonly answers?: string;
  readonly deletedAt?: string;
  readonly versions: readonly { readonly text: string; readonly blocks?: unknown }[];
};

/** An answer comes some time after the acknowledgement, at another address. */
const ANSWER_WITHIN_MS = 5 * SECOND_MS;
const LOOK_EVERY_MS = 20;

/** The simulated Slack that listens there. */
export function simulatedSlack(announced: SlackAnnouncement): SimulatedPlatform {
  const { apiUrl, controlUrl, botToken, appToken } = announced;
  const channel = announced.channels.find(({ name }) => name === DESK)?.id;
  const user = announced.users.find(({ isAdmin }) => isAdmin)?.id;
  if (channel === undefined || user === undefined) throw new Error('The simulated Slack has no desk.');
  const messagesNow = async (): Promise<{ readonly state: State; readonly kept: readonly KeptMessage[] }> => {
    const state = (await askSimulator(`${controlUrl}state`)) as State;
    const kept = state.channels.find(({ id }) => id === channel)?.messages ?? [];
    return { state, kept: kept.filter(({ deletedAt }) => deletedAt === undefined) };
  };
  return {
    platform: 'slack',
    name: 'Slack',
    settings: {
      slack: {
        botToken: new Secret(botToken),
        appToken: new Secret(appToken),
        apiUrl,
        managers: 'channel-members',
      },
    },
    async setClock(now) {
      await askSimulator(`${controlUrl}clock`, { now: now.toISOString() });
    },
    async watch(topic) {
      const typed = { text: `watch add ${topic}`, user, channel };
      const { trigger } = (await askSimulator(`${controlUrl}slash`, typed)) as { readonly trigger: string };
      const answer = await answerTo(trigger, async () => (await messagesNow()).kept);
      return mustAnswer('Slack', topic, answer);
    },
    async look() {
      const { state, kept } = await messagesNow();
      return lookAt(kept, state.violations);
    },
  };
}

async function answerTo(
  trigger: string,
  look: () => Promise<readonly KeptMessage[]>,
): Promise<string | undefined> {
  for (let waitedMs = 0; waitedMs < ANSWER_WITHIN_MS; waitedMs += LOOK_EVERY_MS) {
    const answer = (await look()).find(({ answers }) => answers === trigger);
    if (answer) return said(answer).at(-1);
    await pause(LOOK_EVERY_MS);
  }
  return undefined;
}

const lookAt = (kept: readonly KeptMessage[], violations: readonly string[]): Look => ({
  messages: kept
    .filter(({ visibleTo }) => visibleTo === undefined)
    .map((message) => ({
      id: message.ts,
      ...(message.threadTs !== undefined && { answers: message.threadTs }),
      said: said(message),
    })),
  violations,
});

/** Of each form: its text, which a lock screen shows, and the words of its blocks. */
const said = ({ versions }: KeptMessage): readonly string[] =>
  versions.map(({ text, blocks }) => [text, ...wordsIn(blocks)].join('\n'));

/** Every text in a tree of blocks, from top to bottom. */
function wordsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(wordsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([field, value]) =>
    field === 'text' && typeof value === 'string' ? [value] : wordsIn(value),
  );
}
