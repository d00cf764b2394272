import type { Messenger } from '#channel/messenger.ts';
import type { WorkspaceId } from '#kernel/id.ts';

/** A chat platform that is connected; disposing it disconnects in order. */
export type ChatPlatform = AsyncDisposable & {
  readonly messenger: Messenger;
  /** Why the connection ended for good, where it did: only connecting anew brings it back. */
  readonly problem?: () => string | undefined;
  /** The setting that holds a token without which people are not heard, though cards go out; absent while they are heard. */
  readonly deafFor?: () => string | undefined;
  /** Where the program is at this moment; absent where the platform does not say. */
  readonly workspaces?: () => ReadonlySet<WorkspaceId>;
};

/** What looking at a platform's set-up showed: `remedy` stands only where something is missing. */
export type SetUpFinding = { readonly message: string; readonly remedy?: string };
