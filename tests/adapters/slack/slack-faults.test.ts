import { describe, expect, test } from 'vitest';
import type { Reply } from '#command/command.ts';
import { MINUTE_MS } from '#kernel/clock.ts';
import { contentOf } from '../../simulators/slack/world.ts';
import { aSlack, desk, keepingReceiver } from './a-slack.ts';
import { anna, aSlackDesk, shown, words } from './a-slack-desk.ts';

const boris = { user: 'U0BORIS', channel: 'C0DESK' };
const limited = { kind: 'rate-limit', retryAfterSeconds: 30 } as const;
const failing = { kind: 'error', error: 'internal_error' } as const;

describe('when an answer does not reach Slack', () => {
  test('because half an hour went by, what was changed stands, and the next question is answered', async () => {
    const { promise: later, resolve: finish } = Promise.withResolvers<Reply>();
    await using slack = await aSlack({ receive: () => later });
    const said = await slack.simulator.people.slash('watch add Ruritania', boris);
    await slack.simulator.until(() => said.replies().length > 0);
    slack.simulator.clock.advance(31 * MINUTE_MS);
    finish({ kind: 'done', lines: [[{ kind: 'text', text: 'Watched.' }]] });
    await slack.logged('slack.answer_failed');
    expect(said.replies().map((one) => contentOf(one).text)).toEqual(['One moment …']);
    const again = await slack.simulator.people.slash('watch list', boris);
    await slack.simulator.until(() => again.replies().some((one) => contentOf(one).text === 'Watched.'));
  });

  test('because only its receipt was lost, it stands once', async () => {
    const { receive } = keepingReceiver();
    await using slack = await aSlack({ receive });
    slack.simulator.faults.add({ method: 'response_url', effect: { kind: 'drop', when: 'after' } });
    const said = await slack.simulator.people.slash('help', boris);
    await slack.logged('slack.answer_failed');
    expect(said.replies()).toHaveLength(1);
  });
});

describe('when Slack does not show a window', () => {
  test('before a press in the Home tab, nothing is changed', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', 'Pause');
    at.simulator.faults.add({ method: 'views.open', effect: failing });
    await at.simulator.people.pressInView('do-0', { view: home.id });
    await at.logged('slack.window_failed');
    expect(await at.ledger.subscriptions.listByChannel(desk.id)).toMatchObject([{ isPaused: false }]);
  });

  test('with its answer, what was changed stands, and the Home tab shows it', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', 'Pause');
    at.simulator.faults.add({ method: 'views.update', effect: failing });
    await at.simulator.people.pressInView('do-0', { view: home.id });
    await at.logged('slack.answer_failed');
    expect(shown(await at.home('U0ANNA', 'Resume'))).toContain('Iran');
  });

  test('in the Home tab, it shows what it showed before, and the answer stands all the same', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    await at.simulator.people.openHome('U0ANNA');
    const home = await at.home('U0ANNA', 'Pause');
    at.simulator.faults.add({ method: 'views.publish', effect: limited });
    const told = await at.form(at.simulator.people.pressInView('do-0', { view: home.id }));
    await at.simulator.until(() => shown(told).includes('Undo'));
    await at.logged('slack.home_failed');
    expect(shown(home)).toContain('Pause');
  });
});

describe('when Slack does not say who asks', () => {
  test('they are answered, but change nothing where only admins may', async () => {
    await using at = await aSlackDesk(undefined, { managers: 'admins' });
    at.simulator.faults.add({ method: 'users.info', effect: limited });
    expect(words(await at.type('watch add Iran', anna))).toMatch(/\(E-[0-9A-Z]{3}\)/);
    expect(words(await at.type('watch add Iran', anna))).toContain('now watches “Iran”');
  });

  test('a channel that they name is as if they did not see it', async () => {
    await using at = await aSlackDesk();
    await at.type('watch add Iran');
    at.simulator.faults.add({ method: 'conversations.info', effect: limited, times: 9 });
    expect(words(await at.type('watch edit Iran to:<#C0NEWSROOM|newsroom>'))).toContain(
      'I know of no channel',
    );
    expect(await at.watches()).toEqual(['Iran']);
  });
});

describe('when Slack takes the connection away', () => {
  test('what was asked and not acknowledged is handed over again, and answered once', async () => {
    const { asked, receive } = keepingReceiver();
    await using slack = await aSlack({ receive });
    slack.simulator.sockets.terminate();
    await slack.logged('slack.connected', 2);
    const said = await slack.simulator.people.slash('help', { ...boris, twice: true });
    await slack.simulator.until(() => said.replies().length > 0);
    expect(asked).toHaveLength(1);
  });
});
