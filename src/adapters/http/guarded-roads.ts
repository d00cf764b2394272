import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import type { AddressGuard } from './address-guard.ts';
import { CONNECT_TIMEOUT_MS, guardedConnector, type Resolve } from './guarded-connector.ts';
import { type Proxies, proxyFor } from './proxy-for.ts';

/** The ways out of this machine. Disposing closes all sockets. */
export type GuardedRoads = AsyncDisposable & {
  /** What carries a request there; `undefined` where the guard does not permit the address. */
  readonly to: (url: URL) => Dispatcher | undefined;
};

const ONE_CONNECTION = { connections: 1, pipelining: 1 } as const;

/**
 * Roads to permitted addresses, directly or through the proxy that is meant for them; one connection to each host.
 * Behind a proxy nobody here sees which address a name leads to: there the guard judges names and literal addresses.
 */
export function guardedRoads(guard: AddressGuard, proxies: Proxies, resolve?: Resolve): GuardedRoads {
  const direct = new Agent({ ...ONE_CONNECTION, connect: guardedConnector(guard, resolve) });
  const byProxy = new Map<string, ProxyAgent>();
  return {
    to(url) {
      const proxy = proxyFor(url, proxies);
      if (proxy === undefined) return guard.permitsUrl(url) ? direct : undefined;
      return guard.permitsUnresolved(url)
        ? byProxy.getOrInsertComputed(proxy.reveal(), openProxy)
        : undefined;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([direct, ...byProxy.values()].map((dispatcher) => dispatcher.destroy()));
    },
  };
}

const openProxy = (uri: string): ProxyAgent =>
  new ProxyAgent({ uri, ...ONE_CONNECTION, connectTimeout: CONNECT_TIMEOUT_MS, allowH2: false });
