import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#kernel/clock.ts';
import { plain, post, refusalOf, startBolt, webClientOf } from './slack/bolt-app.ts';
import { startSlackSimulator } from './slack/slack-simulator.ts';
import { contentOf, type Message } from './slack/world.ts';

const DESK = 'C0DESK';
const textsOf = (messages: readonly Message[]): readonly string[] =>
  messages.map((message) => contentOf(message).text);

/** Answers with what was typed, and opens a form at `form`. */
function registerCommand(app: App): void {
  app.command('/readout', async ({ ack, respond, command, client }) => {
    await ack();
    if (command.text === 'form') await client.views.open({ trigger_id: command.trigger_id, view: FORM });
    else await respond({ text: `You said: ${command.text}` });
  });
}

const ANNA = { user: 'U0ANNA', channel: DESK };
const FORM = {
  type: 'modal' as const,
  callback_id: 'watch',
  title: plain('Watch a topic'),
  submit: plain('Watch'),
  blocks: [
    {
      type: 'input',
      block_id: 'topic',
      label: plain('Topic'),
      element: { type: 'plain_text_input' as const, action_id: 'words' },
    },
    {
      type: 'input',
      block_id: 'mention',
      label: plain('Whom to mention'),
      optional: true,
      element: { type: 'external_select' as const, action_id: 'group', min_query_length: 1 },
    },
  ],
};

describe('slash commands', () => {
  test('are answered to the one who typed', async () => {
    await using bolt = await startBolt(registerCommand);
    const { slack } = bolt;
    const asked = await slack.people.slash('status', ANNA);
    expect(asked.end).toBe('acked');
    await slack.until(() => asked.replies().length === 1);
    expect(asked.replies()).toMatchObject([
      { visibleTo: 'U0ANNA', versions: [{ text: 'You said: status' }] },
    ]);
    expect(slack.violations()).toEqual([]);
  });

  test('can be answered in the acknowledgement, for all in the channel', async () => {
    await using bolt = await startBolt((app) => {
      app.command('/readout', ({ ack }) => ack({ response_type: 'in_channel', text: 'For all.' }));
    });
    const { slack } = bolt;
    const asked = await slack.people.slash('latest', ANNA);
    expect(textsOf(asked.replies())).toEqual(['For all.']);
    expect(asked.replies()[0]).not.toHaveProperty('visibleTo');
  });

  test('say where they were typed, and hide the names of private channels', async () => {
    const heard: unknown[] = [];
    await using bolt = await startBolt((app) => {
      app.command('/readout', async ({ ack, command }) => {
        heard.push([command.team_id, command.channel_id, command.channel_name, command.user_id]);
        await ack();
      });
    });
    const { slack } = bolt;
    await slack.people.slash('x', ANNA);
    await slack.people.slash('x', { user: 'U0BORIS', channel: 'C0EMBASSY' });
    expect(heard).toEqual([
      ['T0DESK', DESK, 'desk', 'U0ANNA'],
      ['T0DESK', 'C0EMBASSY', 'privategroup', 'U0BORIS'],
    ]);
  });

  test('that are not acknowledged in time are a violation, and nothing is shown', async () => {
    await using bolt = await startBolt(
      (app) => {
        app.command('/readout', async ({ ack }) => {
          await slack.until(() => slack.violations().length > 0);
          await ack('Too late.');
        });
      },
      { ackMs: 60 },
    );
    const { slack } = bolt;
    const asked = await slack.people.slash('slow', ANNA);
    expect(asked.end).toBe('unanswered');
    expect(asked.replies()).toEqual([]);
    expect(slack.violations()).toEqual(['no ack in 60 ms of /readout slow']);
  });

  test('delivered twice run the handler twice, under the same trigger', async () => {
    const triggers: string[] = [];
    await using bolt = await startBolt((app) => {
      app.command('/readout', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      });
    });
    const { slack } = bolt;
    await slack.people.slash('once', { ...ANNA, twice: true });
    expect(triggers).toHaveLength(2);
    expect(new Set(triggers).size).toBe(1);
  });
});

/** Somebody typed a command; `url` is where to answer. */
async function beAsked() {
  const urls: string[] = [];
  const bolt = await startBolt((app) => {
    app.command('/readout', async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack();
    });
  });
  await bolt.slack.people.slash('x', ANNA);
  return { ...bolt, url: urls[0] ?? '' };
}

async function answerAt(url: string, body: object) {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return [response.status, await response.text()];
}

describe('an address to answer at', () => {
  test('takes five answers and no sixth', async () => {
    await using asked = await beAsked();
    const { url } = asked;
    for (let use = 1; use <= 5; use += 1) expect(await answerAt(url, { text: 'x' })).toEqual([200, 'ok']);
    expect(await answerAt(url, { text: 'x' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
  });

  test('is good for half an hour', async () => {
    await using asked = await beAsked();
    const { slack, url } = asked;
    slack.clock.advance(31 * MINUTE_MS);
    expect(await answerAt(url, { text: 'x' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  });

  test('refuses blocks that Slack would refuse', async () => {
    await using asked = await beAsked();
    const { slack, url } = asked;
    const answered = await answerAt(url, { text: 'x', blocks: [{ type: 'headline' }] });
    expect(answered).toEqual([400, '{"ok":false,"error":"invalid_blocks"}']);
    expect(slack.violations()).toEqual([
      'response_url: invalid_blocks; unsupported type: headline [json-pointer:/blocks/0]',
    ]);
  });
});

const CARD = {
  channel: DESK,
  text: 'Card.',
  blocks: [
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'why', value: 'R-7K2Q', text: plain('Why?') }],
    },
  ],
};

const isReplaced = ({ versions }: Message): boolean => versions.length > 1;

/** Boris presses Why? under a card, and the app answers as told. */
async function pressWhy(answer: object) {
  const bolt = await startBolt((app) => {
    app.action('why', async ({ ack, respond, body }) => {
      await ack();
      if (body.type !== 'block_actions') return;
      const [pressed] = body.actions;
      const value = pressed?.type === 'button' ? pressed.value : undefined;
      await respond({ text: `Because of ${value}, ${body.user.id}.`, ...answer });
    });
  });
  const { slack, app } = bolt;
  const { ts = '' } = await post(app.client, CARD);
  const pressed = await slack.people.press('why', { user: 'U0BORIS', channel: DESK, ts });
  const said = () => [...pressed.replies(), ...slack.messages(DESK).filter(isReplaced)];
  await slack.until(() => said().length > 0);
  return { ...bolt, said: said() };
}

describe('buttons', () => {
  test('are answered beside the message', async () => {
    await using pressed = await pressWhy({ replace_original: false, response_type: 'ephemeral' });
    const { slack, said } = pressed;
    expect(said).toMatchObject([
      { visibleTo: 'U0BORIS', versions: [{ text: 'Because of R-7K2Q, U0BORIS.' }] },
    ]);
    expect(slack.messages(DESK)).toHaveLength(2);
    expect(slack.violations()).toEqual([]);
  });

  test('can replace the message', async () => {
    await using pressed = await pressWhy({ replace_original: true });
    const { slack, said } = pressed;
    expect(textsOf(said)).toEqual(['Because of R-7K2Q, U0BORIS.']);
    expect(slack.messages(DESK)).toHaveLength(1);
  });

  test('are to be answered with a word on what becomes of the message', async () => {
    await using pressed = await pressWhy({});
    const { slack } = pressed;
    expect(slack.violations()).toEqual([
      'response_url: an answer to a button must say replace_original: what its absence means is not documented',
    ]);
  });
});

/** Anna types `form`, and has the form before her. */
async function openForm(register: (app: App) => void) {
  const bolt = await startBolt((app) => {
    registerCommand(app);
    register(app);
  });
  const { slack } = bolt;
  await slack.people.slash('form', ANNA);
  const view = await slack.until(() => slack.world.views.find(({ isOpen }) => isOpen));
  return { ...bolt, view };
}

describe('forms', () => {
  test('are submitted with what was typed', async () => {
    const typed: unknown[] = [];
    await using form = await openForm((app) => {
      app.view('watch', async ({ ack, view, body }) => {
        typed.push(body.user.id, view.state.values['topic']?.['words']?.value);
        await ack();
      });
    });
    const filled = { words: 'Macron Putin call' };
    expect(await form.slack.people.submitView(form.view.id, filled)).toEqual({ kind: 'closed' });
    expect(typed).toEqual(['U0ANNA', 'Macron Putin call']);
    expect(form.slack.violations()).toEqual([]);
  });

  test('are not submitted while a required input is empty', async () => {
    await using form = await openForm(() => {});
    expect(await form.slack.people.submitView(form.view.id, {})).toEqual({
      kind: 'blocked',
      missing: ['words'],
    });
  });

  test('stay open with errors beside their inputs', async () => {
    await using form = await openForm((app) => {
      app.view('watch', ({ ack }) => ack({ response_action: 'errors', errors: { topic: 'Say who.' } }));
    });
    const submitted = await form.slack.people.submitView(form.view.id, { words: 'x' });
    expect(submitted).toEqual({ kind: 'errors', errors: { topic: 'Say who.' } });
    expect(form.view.isOpen).toBe(true);
    expect(form.slack.violations()).toEqual([]);
  });

  test('take no error for what is no input', async () => {
    await using form = await openForm((app) => {
      app.view('watch', ({ ack }) => ack({ response_action: 'errors', errors: { words: 'Say who.' } }));
    });
    await form.slack.people.submitView(form.view.id, { words: 'x' });
    expect(form.slack.violations()).toEqual(['view_submission: errors for words, which is no input block']);
  });

  test('show something new when told to', async () => {
    const next = { type: 'modal' as const, title: plain('Done'), blocks: [{ type: 'divider' }] };
    await using form = await openForm((app) => {
      app.view('watch', ({ ack }) => ack({ response_action: 'update', view: next }));
    });
    const submitted = await form.slack.people.submitView(form.view.id, { words: 'x' });
    expect(submitted).toMatchObject({ kind: 'updated', view: { shown: { title: { text: 'Done' } } } });
  });

  test('offer what the app suggests', async () => {
    await using form = await openForm((app) => {
      app.options('group', ({ ack, payload }) =>
        ack({ options: [{ text: plain(`@${payload.value}`), value: 'S0EDITORS' }] }),
      );
    });
    const { id } = form.view;
    expect(await form.slack.people.suggest('group', { view: id, value: 'editors' })).toEqual([
      { text: { type: 'plain_text', text: '@editors' }, value: 'S0EDITORS' },
    ]);
    expect(form.slack.violations()).toEqual([]);
  });

  test('open only within three seconds of the click, and once', async () => {
    const triggers: string[] = [];
    await using bolt = await startBolt((app) => {
      app.command('/readout', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      });
    });
    const { slack } = bolt;
    await slack.people.slash('x', ANNA);
    await slack.people.slash('x', ANNA);
    const open = (trigger_id = '') => refusalOf(bolt.app.client.views.open({ trigger_id, view: FORM }));
    expect(await open(triggers[0])).toMatchObject({ ok: true });
    expect(await open(triggers[0])).toBe('exchanged_trigger_id');
    slack.clock.advance(4 * SECOND_MS);
    expect(await open(triggers[1])).toBe('expired_trigger_id');
  });
});

describe('what people can do besides', () => {
  test('they choose from a menu, and use a shortcut on a message', async () => {
    const chosen: unknown[] = [];
    await using bolt = await startBolt((app) => {
      app.action({ type: 'block_actions', action_id: 'more' }, async ({ ack, action }) => {
        chosen.push(action.type === 'overflow' && action.selected_option.value);
        await ack();
      });
      app.shortcut({ type: 'message_action', callback_id: 'watch-this' }, async ({ ack, shortcut }) => {
        chosen.push(shortcut.message['text']);
        await ack();
      });
    });
    const { slack, app } = bolt;
    const options = [{ text: plain('Mute'), value: 'mute' }];
    const menu = { type: 'overflow', action_id: 'more', options };
    const blocks = [{ type: 'section', text: plain('Card.'), accessory: menu }];
    const { ts = '' } = await post(app.client, { channel: DESK, text: 'Card.', blocks });
    await slack.people.press('more', { ...ANNA, ts, option: 'mute' });
    await slack.people.useMessageShortcut('watch-this', { ...ANNA, ts });
    expect(chosen).toEqual(['mute', 'Card.']);
    expect(slack.violations()).toEqual([]);
  });

  test('a button in a form may show the next form over it, three at most', async () => {
    const errors: unknown[] = [];
    const next = {
      type: 'modal' as const,
      title: plain('Next'),
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'next', text: plain('Next') }] }],
    };
    await using bolt = await startBolt((app) => {
      app.command('/readout', async ({ ack, command, client }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: next });
      });
      app.action('next', async ({ ack, body, client }) => {
        if (body.type !== 'block_actions') return;
        errors.push(await refusalOf(client.views.push({ trigger_id: body.trigger_id, view: next })));
        await ack();
      });
    });
    const { slack } = bolt;
    await slack.people.slash('x', ANNA);
    for (const count of [1, 2, 3]) {
      const top = await slack.until(() => slack.world.views.length === count && slack.world.views.at(-1));
      await slack.people.pressInView('next', { view: top.id });
    }
    expect(errors).toEqual([
      expect.objectContaining({ ok: true }),
      expect.objectContaining({ ok: true }),
      'push_limit_reached',
    ]);
  });

  test('nobody presses what only somebody else sees', async () => {
    await using bolt = await startBolt(() => {});
    const { slack, app } = bolt;
    const { message_ts: ts = '' } = await app.client.chat.postEphemeral({ ...CARD, user: 'U0ANNA' });
    await expect(slack.people.press('why', { user: 'U0BORIS', channel: DESK, ts })).rejects.toThrow(
      'U0BORIS sees no message',
    );
    await expect(slack.people.slash('x', { user: 'U0ANNA', channel: 'C0BOARD' })).rejects.toThrow(
      'U0ANNA sees no channel',
    );
  });
});

describe('the socket', () => {
  test('opens once per ticket', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf({ apiUrl: slack.apiUrl, botToken: slack.appToken });
    const { url = '' } = await client.apps.connections.open();
    const first = new WebSocket(url);
    await new Promise((resolve) => first.addEventListener('message', resolve, { once: true }));
    const second = new WebSocket(url);
    await new Promise((resolve) => second.addEventListener('error', resolve, { once: true }));
    expect(slack.sockets.size).toBe(1);
    first.close();
  });

  test('is one of ten at most', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf({ apiUrl: slack.apiUrl, botToken: slack.appToken });
    const heard: unknown[] = [];
    for (let count = 1; count <= 11; count += 1) {
      const { url = '' } = await client.apps.connections.open();
      const socket = new WebSocket(url);
      const message = await new Promise<MessageEvent>((resolve) => {
        socket.addEventListener('message', resolve, { once: true });
      });
      heard.push((JSON.parse(String(message.data)) as { readonly type: string }).type);
    }
    expect(heard).toEqual([...Array.from({ length: 10 }, () => 'hello'), 'disconnect']);
    expect(slack.violations()).toEqual(['more than 10 sockets']);
  });

  test('that breaks is replaced, and what was typed in between is lost', async () => {
    await using bolt = await startBolt(registerCommand);
    const { slack } = bolt;
    const back = bolt.connectedAgain();
    slack.sockets.terminate();
    expect((await slack.people.slash('in between', ANNA)).end).toBe('unreachable');
    await back;
    expect((await slack.people.slash('after', ANNA)).end).toBe('acked');
  });

  test.each(['warn', 'refresh'] as const)('that Slack wants to replace is replaced (%s)', async (how) => {
    await using bolt = await startBolt(registerCommand);
    const { slack } = bolt;
    const back = bolt.connectedAgain();
    slack.sockets[how]();
    await back;
    expect((await slack.people.slash('after', ANNA)).end).toBe('acked');
    expect(slack.violations()).toEqual([]);
  });

  test('that breaks while the app works loses the answer, which is no fault of the app', async () => {
    await using bolt = await startBolt((app) => {
      app.command('/readout', async ({ ack }) => {
        slack.sockets.terminate();
        await ack().catch(() => undefined);
      });
    });
    const { slack } = bolt;
    const back = bolt.connectedAgain();
    expect((await slack.people.slash('x', ANNA)).end).toBe('lost');
    await back;
    expect(slack.violations()).toEqual([]);
  });

  test('takes nothing but acknowledgements of what it brought', async () => {
    await using slack = await startSlackSimulator();
    const client = webClientOf({ apiUrl: slack.apiUrl, botToken: slack.appToken });
    const { url = '' } = await client.apps.connections.open();
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
    socket.send('hello');
    socket.send(JSON.stringify({ envelope_id: 'never-sent' }));
    await slack.until(() => slack.violations().length === 2);
    expect(slack.violations()).toEqual([
      'socket: sent what is no acknowledgement: hello',
      'socket: acknowledged what was never sent: never-sent',
    ]);
    socket.close();
  });

  test('brings events, once more with a word of it when they were not acknowledged', async () => {
    const heard: unknown[] = [];
    await using bolt = await startBolt((app) => {
      app.event('app_home_opened', async ({ event, context, body }) => {
        heard.push([event.user, body.event_id, context.retryNum]);
      });
    });
    const { slack } = bolt;
    const event = { type: 'app_home_opened', user: 'U0ANNA', channel: 'D0ANNA', tab: 'home' };
    await slack.people.event(event, { twice: true });
    expect(heard).toEqual([
      ['U0ANNA', expect.stringMatching(/^Ev/), undefined],
      ['U0ANNA', expect.stringMatching(/^Ev/), 1],
    ]);
    expect(new Set(heard.map((one) => (one as string[])[1])).size).toBe(1);
  });

  test('lets the app show a Home tab', async () => {
    await using bolt = await startBolt((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [{ type: 'header', text: plain('Watched here') }] },
        });
      });
    });
    const { slack } = bolt;
    await slack.people.openHome('U0ANNA');
    const home = await slack.until(() => slack.world.views.find(({ shown }) => shown.type === 'home'));
    expect(home).toMatchObject({ user: 'U0ANNA', isOpen: true });
    expect(slack.violations()).toEqual([]);
  });
});
