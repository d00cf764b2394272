import { hash } from 'node:crypto';

declare const brand: unique symbol;

/** A string that names one thing of one kind; the compiler keeps the kinds apart. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** A Discord server, a Slack workspace, or this machine's terminal. */
export type WorkspaceId = Id<'Workspace'>;

/** One channel of one workspace. */
export type ChannelId = Id<'Channel'>;

/**
 * The same parts always give the same id: 25 characters of base64url of a SHA-256 (150 bits), the most that
 * a Discord `nonce` holds. Parts are kept apart, so ('a', 'bc') and ('ab', 'c') differ.
 */
export function idOf<Kind extends string>(...parts: readonly string[]): Id<Kind> {
  const apart = parts.map((part) => `${part.length}:${part};`).join('');
  return hash('sha256', apart, 'base64url').slice(0, 25) as Id<Kind>;
}
