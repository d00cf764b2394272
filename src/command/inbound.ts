import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { DeliveryKey } from '#channel/messenger.ts';
import type { Reply, Suggested } from '#command/command.ts';

/** Something a person asked on a chat platform, in our own words; everything in it comes from the signed event. */
export type Inbound = {
  /** The platform's own id of the event: the same one twice is answered once. */
  readonly id: string;
  /** As the platform tells it now; settings made here are kept where it is known already. */
  readonly workspace: Workspace;
  readonly channel: ChannelRef;
  /** The person's id on the platform; never a name that they can choose. */
  readonly who: string;
  /** Whether the platform, or the workspace's policy, lets this person change things here. */
  readonly mayChange: boolean;
  readonly asked: Asked;
};

/** What was asked: free words (Slack), a command with its options (Discord), or why a card stands here (its button). */
export type Asked =
  | { readonly kind: 'words'; readonly words: string }
  | {
      readonly kind: 'command';
      readonly path: readonly string[];
      readonly options: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'why'; readonly card: DeliveryKey };

/** Answers what came in; absent for an event that was answered before. Never throws: a fault is told to the person. */
export type Receive = (inbound: Inbound) => Promise<Reply | undefined>;

/** Something that may be meant: what the option gets, and what a person reads of it. */
export type Suggestion = { readonly value: string; readonly label: string };

/** What may be meant by the beginning of an option's text, best first; from memory or the database only. */
export type Suggest = (
  asking: Pick<Inbound, 'workspace' | 'channel' | 'who'> & {
    readonly wanted: Suggested;
    readonly begun: string;
  },
) => Promise<readonly Suggestion[]>;
