import type { Meeting } from '#command/greet.ts';
import type { Arrival } from '#command/welcome.ts';
import type { ChannelId, WorkspaceId } from '#kernel/id.ts';

/** Is told what becomes of the workspace itself. None of it throws but `letIn` and `leave`. */
export type WorkspaceNotes = {
  /** We are in the workspace: told at each connection. */
  readonly welcome: (arrival: Arrival) => Promise<void>;
  /** Somebody lets us into a channel. */
  readonly greet: (meeting: Meeting) => Promise<void>;
  /** We are let into a channel: what waits there may be sent. */
  readonly letIn: (channel: ChannelId) => Promise<void>;
  /** The workspace took the app out. */
  readonly leave: (workspace: WorkspaceId) => Promise<void>;
};
