import type { Answer } from './answer.ts';
import type { Json } from './message.ts';
import type { UploadedFile } from './read-upload.ts';
import type { BodyKind } from './validate-body.ts';

/** A request that found its route, its body checked by Discord's schema. */
export type RestRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly files: readonly UploadedFile[];
};

/** One thing that can be asked of Discord. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As documented, below `/api/v10`: `/channels/:channel/messages`. */
  readonly path: string;
  /** `bot`: with the bot's token, under the global limit; `link`: the secret stands in the path, outside that limit. */
  readonly access: 'bot' | 'link';
  /** Which schema the body must meet; absent where none is sent. */
  readonly body?: BodyKind | ((body: Json) => BodyKind | undefined);
  readonly answer: (request: RestRequest) => Answer;
};

/** By which a route is called in limits, faults and violations. */
export const routeName = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

/** The route for a request, and what stands in its path; segments are compared decoded. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  const segments = path.split('/').map(decodeURIComponent);
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = paramsIn(route.path.split('/'), segments);
    if (params) return { route, params };
  }
  return undefined;
}

function paramsIn(
  pattern: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return params;
}
