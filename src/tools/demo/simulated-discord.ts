import { Secret } from '#kernel/secret.ts';
import { DESK, type Look, mustAnswer, type SimulatedPlatform } from '#tools/demo/simulated-platform.ts';
import { askSimulator } from '#tools/demo/simulator-process.ts';

/** What the simulated Discord says when it is ready. */
export type DiscordAnnouncement = { readonly port: number; readonly apiUrl: string; readonly token: string };

type State = {
  readonly violations: readonly string[];
  readonly channels: readonly { readonly name: string; readonly messages: readonly BookedMessage[] }[];
};

type BookedMessage = {
  readonly id: string;
  readonly answers?: string;
  readonly seenOnlyBy?: string;
  readonly isDeleted: boolean;
  readonly revisions: readonly { readonly text: string }[];
};

/** Who watches: has the right that changing needs. */
const MODERATOR = 'Ben';

/** The simulated Discord that listens there. */
export function simulatedDiscord({ port, apiUrl, token }: DiscordAnnouncement): SimulatedPlatform {
  const control = `http://127.0.0.1:${port}/-/`;
  return {
    platform: 'discord',
    name: 'Discord',
    settings: { discord: { token: new Secret(token), apiUrl } },
    async setClock(now) {
      await askSimulator(control, { do: 'move-clock', now: now.toISOString() });
    },
    async watch(topic) {
      const place = { user: MODERATOR, channel: DESK };
      const order = { do: 'slash', words: 'watch add', options: { topic }, place };
      const seen = (await askSimulator(control, order)) as { readonly text?: string };
      return mustAnswer('Discord', topic, seen.text);
    },
    async look() {
      return lookAt((await askSimulator(`${control}state`)) as State);
    },
  };
}

function lookAt({ violations, channels }: State): Look {
  const desk = channels.find(({ name }) => name === DESK);
  const messages = (desk?.messages ?? [])
    .filter(({ seenOnlyBy, isDeleted }) => seenOnlyBy === undefined && !isDeleted)
    .map(({ id, answers, revisions }) => ({
      id,
      ...(answers !== undefined && { answers }),
      said: revisions.map(({ text }) => text),
    }));
  return { messages, violations };
}
