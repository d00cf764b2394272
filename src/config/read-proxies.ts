import type { Complain } from '#config/problem.ts';
import type { Environment } from '#config/read-secret.ts';
import { Secret } from '#kernel/secret.ts';

/** The proxies that the environment names for feeds and pages; an address may hold a password. */
export type ProxySettings = {
  readonly http?: Secret;
  readonly https?: Secret;
  readonly exceptions: readonly string[];
};

/** `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, each also in small letters, which win, as they do for curl. */
export function readProxies(environment: Environment, complain: Complain): ProxySettings {
  const http = readProxy('HTTP_PROXY', environment, complain);
  const https = readProxy('HTTPS_PROXY', environment, complain);
  const exceptions = valueOf('NO_PROXY', environment)
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
  return { exceptions, ...(http && { http }), ...(https && { https }) };
}

const valueOf = (name: string, environment: Environment): string =>
  (environment[name.toLowerCase()] || environment[name] || '').trim();

function readProxy(name: string, environment: Environment, complain: Complain): Secret | undefined {
  const value = valueOf(name, environment);
  if (value === '') return undefined;
  const { protocol } = URL.parse(value) ?? {};
  if (protocol === 'http:' || protocol === 'https:') return new Secret(value);
  complain({
    where: name,
    message: 'is no address of a proxy.',
    remedy:
      'Write it like http://proxy.example:3128, with user:password@ before the host where the proxy wants that.',
  });
  return undefined;
}
