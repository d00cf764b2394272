import { describe, expect, test } from 'vitest';
import { composeDigest } from '#card/compose-digest.ts';
import type { DeliveryKey, MessageId, SendOutcome } from '#channel/messenger.ts';
import { HOUR_MS } from '#kernel/clock.ts';
import { idOf } from '#kernel/id.ts';
import { aCard } from '../../../delivery/owed.ts';
import { marksIn } from '../../../simulators/slack/marks-in.ts';
import { contentOf } from '../../../simulators/slack/world.ts';
import { aSlack, channelAt, desk, wordsIn } from '../a-slack.ts';

const key: DeliveryKey = idOf('card');
const line = [{ kind: 'text', text: 'Syldavia has spoken.' } as const];
const view = { language: 'en', zone: 'UTC' };
const SINCE = new Date('2026-03-02T11:59:00.000Z');

function messageOf(outcome: SendOutcome): MessageId {
  if (outcome.kind !== 'sent') throw new Error(`not sent: ${JSON.stringify(outcome)}`);
  return outcome.message;
}

describe('what the desk sees', () => {
  test('is told by the notification as one sentence, the status first', async () => {
    await using slack = await aSlack();
    await slack.messenger.create(desk, aCard(), key);
    const [message] = slack.simulator.messages('C0DESK');
    expect(message && contentOf(message).text).toBe(
      'ONE SIDE SO FAR: Ruritania and Syldavia hold talks · World Wire',
    );
    expect(slack.simulator.violations()).toEqual([]);
  });

  test('calls the user group of the watch, and nobody else', async () => {
    await using slack = await aSlack();
    await slack.messenger.create(desk, aCard(), key, '<!subteam^S0EDITORS> <!everyone> @here');
    const [message] = slack.simulator.messages('C0DESK');
    expect(message && new Set(marksIn(contentOf(message)).mentions)).toEqual(new Set(['!subteam^S0EDITORS']));
    expect(slack.simulator.violations()).toEqual([]);
  });

  test('has a digest with its buttons, each line leading to its card', async () => {
    await using slack = await aSlack();
    const story = { card: aCard(), hasCard: true, message: '1772452800.000100' as MessageId };
    const digest = composeDigest({
      language: 'fr',
      zone: 'Europe/Paris',
      occasion: {
        kind: 'digest',
        span: { at: '2026-03-03T08:00:00.000Z', since: '2026-03-02T08:00:00.000Z', topics: 1 },
        nothingOn: [],
        reading: { feeds: 1, read: 1, outages: [] },
      },
      stories: [{ ...story, news: [], isTakenBack: false }],
    });
    await slack.messenger.digest(desk, digest, key);
    const [message] = slack.simulator.messages('C0DESK');
    const blocks = JSON.stringify(message && contentOf(message).blocks);
    expect(blocks).toContain('/archives/C0DESK/p1772452800000100|→ ');
    for (const label of ['Pourquoi ?', 'Ce dossier', 'Des fiches pour un sujet', 'Modifier'])
      expect(blocks).toContain(`"text":"${label}"`);
    expect(slack.simulator.violations()).toEqual([]);
  });

  test('is one card that changes, with its lines in its thread and in the channel', async () => {
    await using slack = await aSlack();
    const message = messageOf(await slack.messenger.create(desk, aCard(), key));
    await slack.messenger.edit(desk, message, aCard({ headline: 'Ruritania and Syldavia agree' }), key);
    await slack.messenger.reply(desk, message, line, idOf('line'), {
      ...view,
      mention: '<!subteam^S0EDITORS>',
    });
    const [card, reply] = slack.simulator.messages('C0DESK');
    expect(card?.versions.map(({ blocks }) => wordsIn(blocks)[0])).toEqual([
      'Ruritania and Syldavia hold talks',
      'Ruritania and Syldavia agree',
    ]);
    expect(reply).toMatchObject({ threadTs: message, isBroadcast: true });
    expect(reply && contentOf(reply).text).toBe('<!subteam^S0EDITORS> Syldavia has spoken.');
    expect(slack.simulator.violations()).toEqual([]);
  });
});

describe('when Slack fails', () => {
  test('a card whose answer was lost stands once, and is found by its key', async () => {
    await using slack = await aSlack();
    slack.simulator.faults.add({ method: 'chat.postMessage', effect: { kind: 'drop', when: 'after' } });
    expect(await slack.messenger.create(desk, aCard(), key)).toMatchObject({ kind: 'unknown' });
    const standing = slack.simulator.messages('C0DESK');
    expect(standing).toHaveLength(1);
    expect(await slack.messenger.findByKey(desk, key, SINCE)).toEqual({
      kind: 'found',
      message: standing[0]?.ts,
    });
  });

  test('O13 a card is found also by a look that begins later than Slack’s own clock says it is', async () => {
    await using slack = await aSlack();
    const message = messageOf(await slack.messenger.create(desk, aCard(), key));
    const hoursAhead = new Date(SINCE.getTime() + 7 * HOUR_MS);
    const again = await slack.restarted();
    expect(await again.findByKey(desk, key, hoursAhead)).toEqual({ kind: 'found', message });
    expect(await again.findByKey(desk, idOf('another'), hoursAhead)).toEqual({ kind: 'absent' });
  });

  test('a line whose answer was lost is found by its key', async () => {
    await using slack = await aSlack();
    const message = messageOf(await slack.messenger.create(desk, aCard(), key));
    slack.simulator.faults.add({ method: 'chat.postMessage', effect: { kind: 'drop', when: 'after' } });
    const lost = await slack.messenger.reply(desk, message, line, idOf('line'), view);
    expect(lost).toMatchObject({ kind: 'unknown' });
    const [, reply] = slack.simulator.messages('C0DESK');
    expect(await slack.messenger.findByKey(desk, idOf('line'), SINCE)).toEqual({
      kind: 'found',
      message: reply?.ts,
    });
  });

  test('a card that never arrived may or may not stand there, until nobody finds it', async () => {
    await using slack = await aSlack();
    slack.simulator.faults.add({ method: 'chat.postMessage', effect: { kind: 'drop', when: 'before' } });
    expect(await slack.messenger.create(desk, aCard(), key)).toMatchObject({ kind: 'unknown' });
    expect(await slack.messenger.findByKey(desk, key, SINCE)).toEqual({ kind: 'absent' });
    expect(slack.simulator.messages('C0DESK')).toEqual([]);
  });

  test('a run of server errors posts nothing twice', async () => {
    await using slack = await aSlack();
    slack.simulator.faults.add({
      method: 'chat.postMessage',
      times: 2,
      effect: { kind: 'status', status: 503 },
    });
    const failed = await slack.messenger.create(desk, aCard(), key);
    expect(failed).toEqual({ kind: 'unknown', detail: 'Slack answered with HTTP 503' });
    await slack.messenger.create(desk, aCard(), key);
    await slack.messenger.create(desk, aCard(), key);
    expect(slack.simulator.messages('C0DESK')).toHaveLength(1);
  });

  test('a burst waits as long as Slack asks', async () => {
    await using slack = await aSlack();
    slack.simulator.faults.add({
      method: 'chat.postMessage',
      effect: { kind: 'rate-limit', retryAfterSeconds: 7 },
    });
    expect(await slack.messenger.create(desk, aCard(), key)).toMatchObject({
      kind: 'later',
      retryAfterMs: 7_000,
    });
    expect(await slack.messenger.create(desk, aCard(), key)).toMatchObject({ kind: 'sent' });
  });

  test('a Slack that nobody reaches has taken nothing', async () => {
    const slack = await aSlack();
    const { messenger } = slack;
    await slack[Symbol.asyncDispose]();
    expect(await messenger.create(desk, aCard(), key)).toEqual({
      kind: 'later',
      detail: 'Slack could not be reached (ECONNREFUSED)',
    });
  });
});

describe('when a person changed something', () => {
  test.each([
    ['C0NEWSROOM', 'not-in-channel'],
    ['C0BOARD', 'channel-gone'],
    ['C0OLD', 'channel-gone'],
  ])('no card comes into %s, and why is said', async (address, reason) => {
    await using slack = await aSlack();
    expect(await slack.messenger.create(channelAt(address), aCard(), key)).toMatchObject({
      kind: 'refused',
      reason,
    });
  });

  test('a revoked token sends nothing: it waits for another, and the connection says why it ended', async () => {
    await using slack = await aSlack();
    slack.simulator.world.teams[0]!.isRevoked = true;
    const outcome = await slack.messenger.create(desk, aCard(), key);
    expect(outcome).toMatchObject({ kind: 'later', isEverywhere: true, detail: 'token_revoked' });
    expect(slack.platform.problem?.()).toBe('Slack takes our token no more (token_revoked)');
  });

  test('a deleted card is not written anew', async () => {
    await using slack = await aSlack();
    const message = messageOf(await slack.messenger.create(desk, aCard(), key));
    slack.simulator.messages('C0DESK')[0]!.deletedAt = new Date().toISOString();
    expect(await slack.messenger.edit(desk, message, aCard(), key)).toEqual({ kind: 'message-gone' });
  });

  test('a workspace that closes edits after an hour keeps the card as it stands', async () => {
    await using slack = await aSlack();
    slack.simulator.world.teams[0]!.editWindowMs = 3_600_000;
    const message = messageOf(await slack.messenger.create(desk, aCard(), key));
    slack.simulator.clock.advance(3_700_000);
    expect(await slack.messenger.edit(desk, message, aCard(), key)).toMatchObject({ kind: 'window-closed' });
  });

  test('a look back comes later when Slack asks to wait, and finds it then', async () => {
    await using slack = await aSlack();
    const message = messageOf(await slack.messenger.create(desk, aCard(), key));
    slack.simulator.faults.add({
      method: 'conversations.history',
      effect: { kind: 'rate-limit', retryAfterSeconds: 1 },
    });
    const again = await slack.restarted();
    const look = () => again.findByKey(desk, key, SINCE);
    expect(await look()).toMatchObject({ kind: 'later', retryAfterMs: 1_000 });
    // Its turn comes within a second, and is waited for.
    expect(await look()).toEqual({ kind: 'found', message });
  });

  test('a look back whose answer is lost says nothing, and is made again', async () => {
    await using slack = await aSlack();
    const message = messageOf(await slack.messenger.create(desk, aCard(), key));
    slack.simulator.faults.add({ method: 'conversations.history', effect: { kind: 'drop', when: 'before' } });
    const again = await slack.restarted();
    const look = () => again.findByKey(desk, key, SINCE);
    expect(await look()).toMatchObject({ kind: 'later', detail: expect.stringContaining('was lost') });
    expect(await look()).toEqual({ kind: 'found', message });
  });

  test('one look back finds everything of ours in its channel', async () => {
    await using slack = await aSlack();
    const first = messageOf(await slack.messenger.create(desk, aCard(), key));
    const second = messageOf(await slack.messenger.create(desk, aCard(), idOf('another')));
    const again = await slack.restarted();
    expect(await again.findByKey(desk, key, SINCE)).toEqual({ kind: 'found', message: first });
    slack.simulator.faults.add({ method: 'conversations.history', effect: { kind: 'drop', when: 'before' } });
    expect(await again.findByKey(desk, idOf('another'), SINCE)).toEqual({ kind: 'found', message: second });
  });

  test('edits beyond those that Slack takes are put off, each until its own turn', async () => {
    await using slack = await aSlack();
    const message = messageOf(await slack.messenger.create(desk, aCard(), key));
    const outcomes = [];
    for (let place = 0; place < 30; place += 1)
      outcomes.push(await slack.messenger.edit(desk, message, aCard(), idOf('card', `${place}`)));
    const putOff = outcomes.flatMap((outcome) =>
      outcome.kind === 'later' ? [outcome.retryAfterMs ?? 0] : [],
    );
    expect(putOff.length).toBeGreaterThan(0);
    expect(new Set(putOff).size).toBe(putOff.length);
    expect(slack.simulator.violations()).toEqual([]);
  });

  test('without the right to look back nobody can know', async () => {
    await using slack = await aSlack();
    slack.simulator.world.teams[0]!.scopes = ['chat:write', 'commands'];
    expect(await slack.messenger.findByKey(desk, key, SINCE)).toMatchObject({ kind: 'cannot-know' });
  });
});
