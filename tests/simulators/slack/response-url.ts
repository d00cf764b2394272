import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerSomebody } from './answer-somebody.ts';
import { sendJson } from './send-json.ts';
import type { Slack } from './slack.ts';
import type { Fields } from './value-rules.ts';

/** Answers one POST to a `response_url`. A fault for `response_url` takes a use, as a lost answer would. */
export async function answerResponseUrl(
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  slack: Slack,
): Promise<void> {
  const body = JSON.parse(await text(request)) as Fields;
  const now = slack.clock.now();
  const use = slack.answerRights.useResponse(id, now);
  if (use.kind === 'refused') {
    sendJson(response, 404, { ok: false, error: use.error });
    return;
  }
  const effect = slack.faults.take('response_url', use.to.channel.id);
  if (effect?.kind === 'status') {
    response.writeHead(effect.status, effect.headers).end(effect.body ?? '');
    return;
  }
  const answered = answerSomebody(body, use.to, { world: slack.world, now });
  for (const problem of answered.problems) slack.violate(`response_url: ${problem}`);
  if (effect?.kind === 'drop') response.destroy();
  else if (answered.kind === 'refused') sendJson(response, 400, { ok: false, error: answered.error });
  else response.writeHead(200, { 'content-type': 'text/html' }).end('ok');
}
