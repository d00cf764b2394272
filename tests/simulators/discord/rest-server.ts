import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, invalidForm, isMistaken, REFUSALS, refused } from './answer.ts';
import type { Discord } from './discord.ts';
import type { Json } from './message.ts';
import { limitedAnswer, type RateLimits } from './rate-limits.ts';
import { readUpload, type Upload } from './read-upload.ts';
import { findRoute, type RestRequest, type Route, routeName } from './route.ts';
import { unknownKeysOf, validateBody } from './validate-body.ts';

const API = '/api/v10';

/** One request as it ended; no answer where the socket broke before it. */
export type Served = {
  readonly route: string;
  readonly path: string;
  readonly at: Date;
  readonly answer?: Answer;
};

/** What serving takes. */
export type Serving = {
  readonly discord: Discord;
  readonly routes: readonly Route[];
  readonly limits: RateLimits;
  /** Every request, in the order of their ends. */
  readonly served: Served[];
};

/** Answers one REST request as Discord would, faults included. */
export async function serveRest(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { discord, routes, served } = serving;
  const url = new URL(request.url ?? '/', 'http://discord.invalid');
  const method = request.method ?? 'GET';
  const found = url.pathname.startsWith(`${API}/`)
    ? findRoute(routes, method, url.pathname.slice(API.length))
    : undefined;
  const name = found ? routeName(found.route) : `${method} ${url.pathname}`;
  const end = (answer: Answer | undefined): void => {
    served.push({ route: name, path: url.pathname, at: discord.world.clock(), ...(answer && { answer }) });
    if (discord.faults.take('silence', name)) return;
    if (answer) send(response, answer);
    else response.destroy();
  };
  if (!found) {
    discord.violate(`${name}: no such route`);
    end(refused(404, 0, '404: Not Found'));
    return;
  }
  const upload = readUpload(await text(request), request.headers['content-type']);
  const slow = discord.faults.take('delay', name);
  if (slow) await delay(slow.ms);
  if (discord.faults.take('drop-before', name)) {
    end(undefined);
    return;
  }
  const answer = answerRequest(serving, found.route, request, {
    params: found.params,
    query: url.searchParams,
    upload,
  });
  end(discord.faults.take('drop-after', name) ? undefined : answer);
}

/** Whether a request counts towards Discord's ban (docs: topics/rate-limits, "Invalid Request Limit"). */
export const isInvalidRequest = ({ answer }: Served): boolean =>
  answer !== undefined &&
  [401, 403, 429].includes(answer.status) &&
  answer.headers?.['x-ratelimit-scope'] !== 'shared';

type Written = Omit<RestRequest, 'body' | 'files'> & { readonly upload: Upload };

function answerRequest(
  { discord, limits }: Serving,
  route: Route,
  { headers }: IncomingMessage,
  { params, query, upload }: Written,
): Answer {
  const name = routeName(route);
  const broken = faultyAnswer(discord, name);
  if (broken) return broken;
  if (!headers['user-agent']?.startsWith('DiscordBot ('))
    discord.violate(`${name}: the User-Agent must begin with DiscordBot (`);
  if (route.access === 'bot' && headers.authorization !== `Bot ${discord.world.token}`)
    return REFUSALS.unauthorized;
  const passage = limits.take(name, resourceOf(params), route.access === 'bot');
  if (passage.kind === 'limited') return passage.answer;
  const answer = answerBody(discord, route, { params, query, upload });
  return { ...answer, headers: { ...passage.headers, ...answer.headers } };
}

function faultyAnswer({ faults }: Discord, name: string): Answer | undefined {
  const limited = faults.take('limit', name);
  if (limited) return limitedAnswer(limited.scope, limited.retryAfterMs);
  const broken = faults.take('answer', name);
  if (!broken) return undefined;
  const { status, body, headers } = broken;
  return { status, ...(body !== undefined && { body }), ...(headers && { headers }) };
}

/** Docs: topics/rate-limits: channels, servers and webhooks count apart. */
const resourceOf = ({ channel, guild, token }: Readonly<Record<string, string>>): string =>
  channel ?? guild ?? token ?? '';

function answerBody(discord: Discord, route: Route, { params, query, upload }: Written): Answer {
  const name = routeName(route);
  const body = parseJson(upload.json);
  if (body === undefined) {
    discord.violate(`${name}: the body is no JSON`);
    return refused(400, 50109, 'The request body contains invalid JSON.');
  }
  const kind = typeof route.body === 'function' ? route.body(body) : route.body;
  const problems = kind ? validateBody(kind, body) : [];
  const answer =
    problems.length > 0 ? invalidForm(problems) : route.answer({ params, query, body, files: upload.files });
  if (isMistaken(answer)) discord.violate(`${name}: ${JSON.stringify(answer.body)}`);
  else if (kind)
    for (const key of unknownKeysOf(kind, body)) discord.violate(`${name}: Discord knows no field ${key}`);
  return answer;
}

function parseJson(written: string): Json | undefined {
  if (written === '') return {};
  try {
    return JSON.parse(written) as Json;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
