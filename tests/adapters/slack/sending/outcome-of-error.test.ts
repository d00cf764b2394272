import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { editFailureOf, failureOf } from '#adapters/slack/sending/outcome-of-error.ts';
import { aCard } from '../../../delivery/owed.ts';
import { aSlack, desk } from '../a-slack.ts';

const refusedWith = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
const lost = (code: string) =>
  new webApi.WebAPIRequestError(
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }),
  );

describe('what an error of Slack means', () => {
  test.each([
    ['channel_not_found', 'channel-gone'],
    ['is_archived', 'channel-gone'],
    ['not_in_channel', 'not-in-channel'],
    ['restricted_action', 'not-allowed'],
    ['missing_scope', 'not-allowed'],
    ['invalid_auth', 'not-authorised'],
    ['token_revoked', 'not-authorised'],
    ['account_inactive', 'not-authorised'],
    ['msg_too_long', 'invalid'],
    ['msg_blocks_too_long', 'invalid'],
  ])('%s is refused: %s', (code, reason) => {
    expect(failureOf(refusedWith(code))).toEqual({ kind: 'refused', reason, detail: code });
  });

  test('invalid blocks are refused with Slack’s word on which', () => {
    const fault = new webApi.WebAPIPlatformError({
      ok: false,
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] too long [json-pointer:/blocks/0]'] },
    });
    expect(failureOf(fault)).toMatchObject({
      reason: 'invalid',
      detail: 'invalid_blocks [ERROR] too long [json-pointer:/blocks/0]',
    });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])('%s reached nobody', (code) => {
    expect(failureOf(lost(code))).toMatchObject({ kind: 'later' });
  });

  test.each([
    ['a connection that broke', lost('UND_ERR_SOCKET')],
    ['a request that took too long', new webApi.WebAPIRequestError(new DOMException('x', 'TimeoutError'))],
    ['a server error', new webApi.WebAPIHTTPError(502, 'Bad Gateway', {})],
    ['a fatal error, of which something may have succeeded', refusedWith('fatal_error')],
    ['an answer that is no JSON', refusedWith('<html>Try again</html>')],
    ['an answer that broke off', new TypeError('terminated')],
  ])('after %s the message may stand there', (_what, fault) => {
    expect(failureOf(fault)).toMatchObject({ kind: 'unknown' });
  });

  test('a 429 that does not say how long to wait is tried again', async () => {
    await using slack = await aSlack();
    slack.simulator.faults.add({ method: 'chat.postMessage', effect: { kind: 'status', status: 429 } });
    expect(await slack.messenger.create(desk, aCard(), 'a-card' as never)).toEqual({
      kind: 'later',
      detail: 'Slack asks to wait, and does not say how long',
    });
    expect(slack.simulator.messages(desk.address)).toEqual([]);
  });

  test.each(['ratelimited', 'service_unavailable', 'a_code_of_tomorrow'])('%s is tried again', (code) => {
    expect(failureOf(refusedWith(code))).toEqual({ kind: 'later', detail: `Slack answered ${code}` });
  });
});

describe('what an error of an edit means', () => {
  test.each([
    ['message_not_found', 'message-gone'],
    ['edit_window_closed', 'window-closed'],
    ['cant_update_message', 'window-closed'],
    ['is_inactive', 'refused'],
    ['ratelimited', 'later'],
  ])('%s: %s', (code, kind) => {
    expect(editFailureOf(refusedWith(code))).toMatchObject({ kind });
  });
});
