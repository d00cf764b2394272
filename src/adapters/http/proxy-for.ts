import ipaddr from 'ipaddr.js';
import type { Secret } from '#kernel/secret.ts';
import { literalOf, portOf } from './address-guard.ts';

/** The proxies of the environment; their addresses may hold a password. */
export type Proxies = {
  /** For `http:` addresses. */
  readonly http?: Secret;
  /** For `https:` addresses. */
  readonly https?: Secret;
  /** Hosts that are reached directly, as `NO_PROXY` lists them. */
  readonly exceptions: readonly string[];
};

/**
 * The proxy that leads to this address, if one does. An exception is a name (it and all below it), `*.name` (only those
 * below), `*`, an IP address or a network; each with a port where only that one is meant.
 */
export function proxyFor(url: URL, { http, https, exceptions }: Proxies): Secret | undefined {
  const proxy = url.protocol === 'https:' ? https : http;
  return proxy === undefined || exceptions.some((entry) => isMeant(entry.toLowerCase(), url))
    ? undefined
    : proxy;
}

function isMeant(entry: string, url: URL): boolean {
  if (entry === '*') return true;
  const literal = literalOf(url.hostname);
  if (entry.includes('/')) return literal !== undefined && isWithin(literal, entry);

  const [, bare = entry, port] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
  if (port !== undefined && Number(port) !== portOf(url)) return false;
  if (literal !== undefined) return isSame(literal, bare);
  const host = url.hostname.replace(/\.$/, '');
  const name = bare.replace(/^\*?\./, '').replace(/\.$/, '');
  return name !== '' && (host.endsWith(`.${name}`) || (host === name && !bare.startsWith('*')));
}

function isSame(literal: string, written: string): boolean {
  const other = literalOf(written);
  return other !== undefined && ipaddr.process(literal).toString() === ipaddr.process(other).toString();
}

function isWithin(literal: string, network: string): boolean {
  if (!ipaddr.isValidCIDR(network)) return false;
  const ip = ipaddr.process(literal);
  const [start, bits] = ipaddr.parseCIDR(network);
  return ip.kind() === start.kind() && ip.match(start, bits);
}
