import { createEmulator } from 'emulate';

/** Slack's Web API as people nobody here knows understand it: `emulate`, with the app in one channel, #desk. */
export type EmulatedSlack = AsyncDisposable & {
  readonly apiUrl: string;
  readonly botToken: string;
  /** The id of #desk. */
  readonly channel: string;
};

const BOT = { bot_id: 'B0READOUT', bot_user_id: 'U0READOUT', app_id: 'A0READOUT' };
const BOT_TOKEN = 'xoxb-emulated-desk';

/** Starts `emulate` on loopback. It knows no Socket Mode, no rates and few limits: see its README. */
export async function startEmulatedSlack(): Promise<EmulatedSlack> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        channels: [{ name: 'desk' }],
        oauth_apps: [
          {
            ...BOT,
            client_id: '1.2',
            client_secret: 'simulated',
            name: 'Readout',
            bot_name: 'readout',
            redirect_uris: [],
          },
        ],
        tokens: [{ ...BOT, token: BOT_TOKEN, type: 'bot', user_id: BOT.bot_user_id }],
      },
    },
  });
  const apiUrl = `${emulator.url}/api/`;
  return {
    apiUrl,
    botToken: BOT_TOKEN,
    channel: await findDesk(apiUrl),
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

async function findDesk(apiUrl: string): Promise<string> {
  const response = await fetch(`${apiUrl}conversations.list`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BOT_TOKEN}` },
  });
  const { channels } = (await response.json()) as {
    readonly channels: readonly { readonly id: string; readonly name: string }[];
  };
  const desk = channels.find(({ name }) => name === 'desk');
  if (desk === undefined) throw new Error('emulate has no #desk');
  return desk.id;
}
