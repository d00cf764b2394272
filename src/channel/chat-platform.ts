import type { Messenger } from '#channel/messenger.ts';

/** A chat platform that is connected; disposing it disconnects in order. */
export type ChatPlatform = AsyncDisposable & {
  readonly messenger: Messenger;
  /** Why the connection ended for good, where it did: only connecting anew brings it back. */
  readonly problem?: () => string | undefined;
};

/** What looking at a platform's set-up showed: `remedy` stands only where something is missing. */
export type SetUpFinding = { readonly message: string; readonly remedy?: string };
