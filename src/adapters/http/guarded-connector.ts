import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { type AddressGuard, literalOf } from './address-guard.ts';

/** An address the guard does not permit. */
export class ForbiddenAddress extends Error {
  constructor() {
    super('This address is not permitted.');
    this.name = 'ForbiddenAddress';
  }
}

/** Finds all addresses of a name, as `dns.lookup` with `all` does. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** How long opening a connection may take. */
export const CONNECT_TIMEOUT_MS = 5_000;
const resolveBySystem: Resolve = (hostname, done) => lookup(hostname, { all: true }, done);

/**
 * Opens sockets only to permitted addresses. A literal address never reaches a lookup, and a name can mean another
 * address a moment later; so the literal, every address of the name, and the peer of the open socket are all checked,
 * and the socket goes to an address that was.
 */
export function guardedConnector(
  guard: AddressGuard,
  resolve: Resolve = resolveBySystem,
): buildConnector.connector {
  // One for each port, kept: a connector remembers the TLS sessions of its hosts, which makes the next visit cheap.
  const byPort = new Map<number, buildConnector.connector>();
  const openConnector = (port: number): buildConnector.connector =>
    buildConnector({
      timeout: CONNECT_TIMEOUT_MS,
      lookup: checkedLookup(resolve, ({ hostname, address }) =>
        guard.permitsPeer({ hostname, port, address }),
      ),
      allowH2: false,
    });

  return (options, callback) => {
    const { hostname } = options;
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const permits = (address: string) => guard.permitsPeer({ hostname, port, address });
    const literal = literalOf(hostname);
    if (literal !== undefined && !permits(literal)) return callback(new ForbiddenAddress(), null);

    const connect = byPort.getOrInsertComputed(port, openConnector);
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      if (socket.remoteAddress !== undefined && permits(socket.remoteAddress)) return callback(null, socket);
      socket.destroy();
      return callback(new ForbiddenAddress(), null);
    });
  };
}

type Permits = (peer: { readonly hostname: string; readonly address: string }) => boolean;

/** One bad address among many spoils the name: which one a socket takes is not ours to say. */
function checkedLookup(resolve: Resolve, permits: Permits): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
      if (error !== null) return done(error, '');
      const [first] = addresses;
      const areFine = first !== undefined && addresses.every(({ address }) => permits({ hostname, address }));
      if (!areFine) return done(new ForbiddenAddress(), '');
      return options.all === true ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}
