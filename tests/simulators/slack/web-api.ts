import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import type { Effect } from './faults.ts';
import type { Answer, Arguments, Methods } from './method.ts';
import { missingScope, refused } from './method.ts';
import { peopleMethods } from './people-methods.ts';
import { sendJson } from './send-json.ts';
import type { Slack } from './slack.ts';
import { viewMethods } from './view-methods.ts';

const METHODS: Methods = { ...chatMethods, ...conversationMethods, ...peopleMethods, ...viewMethods };
/** Arguments that hold JSON when they come in a form. */
const JSON_ARGUMENTS = ['blocks', 'metadata', 'view', 'message'];
const ALWAYS_TAKEN = ['token', 'team_id'];

/** Answers one request to `/api/METHOD`. Anything but 429 and faults is status 200, as Slack does it. */
export async function answerWebApi(
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
  slack: Slack,
): Promise<void> {
  const args = readArguments(request, await text(request));
  const effect = slack.faults.take(method, args['channel']);
  if (effect && (await goWrong(effect, response))) return;
  const waitSeconds = limitOf(method, args, request, slack);
  if (waitSeconds !== undefined) {
    sendLimited(response, waitSeconds);
    return;
  }
  const answer = effect?.kind === 'error' ? refused(effect.error) : answerTo(method, args, request, slack);
  if (effect?.kind === 'silence') return;
  if (effect?.kind === 'drop') response.destroy();
  else sendJson(response, 200, answer, scopesOf(tokenOf(request, args), slack));
}

/** docs.slack.dev, "Scopes": each answer says what the token may do. */
function scopesOf(token: string | undefined, slack: Slack): Readonly<Record<string, string>> {
  const team = teamOf(token, slack);
  return team === undefined ? {} : { 'x-oauth-scopes': team.scopes.join(',') };
}

/** Whether the fault took the place of the answer. */
async function goWrong(effect: Effect, response: ServerResponse): Promise<boolean> {
  switch (effect.kind) {
    case 'status':
      response.writeHead(effect.status, effect.headers).end(effect.body ?? '');
      return true;
    case 'rate-limit':
      sendLimited(response, effect.retryAfterSeconds);
      return true;
    case 'delay':
      await pause(effect.ms);
      return false;
    case 'drop':
      if (effect.when === 'before') response.destroy();
      return effect.when === 'before';
    case 'error':
    case 'silence':
      return false;
  }
}

const sendLimited = (response: ServerResponse, seconds: number): void =>
  sendJson(response, 429, refused('ratelimited'), { 'retry-after': String(seconds) });

function limitOf(
  method: string,
  args: Arguments,
  request: IncomingMessage,
  slack: Slack,
): number | undefined {
  const team = teamOf(tokenOf(request, args), slack);
  return team && slack.limit({ method, team: team.id, channel: args['channel'] });
}

function answerTo(method: string, args: Arguments, request: IncomingMessage, slack: Slack): Answer {
  const token = tokenOf(request, args);
  if (token === undefined) return refused('not_authed');
  if (method === 'apps.connections.open') return openConnection(token, slack);
  const team = teamOf(token, slack);
  if (team === undefined)
    return refused(token === slack.world.appToken ? 'not_allowed_token_type' : 'invalid_auth');
  if (team.isRevoked) return refused('token_revoked');
  const known = METHODS[method];
  if (known === undefined) {
    slack.violate(`${method}: the simulator knows no such method`);
    return refused('unknown_method');
  }
  const missing = known.scope === undefined ? undefined : missingScope(team, known.scope);
  if (missing) return missing;

  for (const name of Object.keys(args))
    if (![...known.takes, ...ALWAYS_TAKEN].includes(name)) slack.violate(`${method}: takes no ${name}`);
  return known.run({
    method,
    args,
    team,
    world: slack.world,
    answerRights: slack.answerRights,
    now: slack.clock.now(),
    violate: (what) => slack.violate(`${method}: ${what}`),
  });
}

function openConnection(token: string, slack: Slack): Answer {
  if (slack.world.teams.some(({ botToken }) => botToken === token)) return refused('not_allowed_token_type');
  if (token !== slack.world.appToken) return refused('invalid_auth');
  return { ok: true, url: `${slack.socketUrl()}?ticket=${slack.sockets.issueTicket()}` };
}

const teamOf = (token: string | undefined, { world }: Slack) =>
  world.teams.find(({ botToken }) => botToken === token);

function tokenOf({ headers }: IncomingMessage, args: Arguments): string | undefined {
  const [, bearer] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
  return bearer ?? (typeof args['token'] === 'string' ? args['token'] : undefined);
}

function readArguments(request: IncomingMessage, body: string): Arguments {
  if (request.headers['content-type']?.startsWith('application/json')) return JSON.parse(body) as Arguments;
  const form = Object.fromEntries(new URLSearchParams(body));
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      JSON_ARGUMENTS.includes(name) ? parsed(value) : value,
    ]),
  );
}

/** What is no JSON stays text, so that the method refuses it. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
