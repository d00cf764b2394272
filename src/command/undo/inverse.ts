import type { DeliveryKey } from '#channel/messenger.ts';
import type { Policy } from '#channel/policy.ts';
import type { StoodAt, StoodBefore } from '#command/undo/take-back-owed.ts';
import type { FeedId } from '#feed/feed.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Hidden } from '#story/hidden.ts';
import type { StoryId } from '#story/story.ts';
import type { ChannelSettings } from '#subscription/channel-settings.ts';
import type { StoryMute } from '#subscription/story-mute.ts';
import type { StoryState, Subscription, SubscriptionId } from '#subscription/subscription.ts';

/** Where the stories of a watch stood. */
export type StandingStories = readonly {
  readonly story: StoryId;
  readonly state: StoryState;
  readonly at: string;
}[];

/**
 * What takes a change back, as plain data that can be kept. `after` is what the change left behind: where something else
 * stands there by now, somebody has changed it since, and it is left as it is.
 */
export type Inverse =
  /** Without `after` the watch is taken away whatever has become of it: kept so by Readout before. */
  | {
      readonly kind: 'remove-watch';
      readonly watch: SubscriptionId;
      readonly after?: Subscription | undefined;
    }
  /** `kept`: the stories whose cards stayed in its channel to be kept up; one that went after the watch is not there. */
  | {
      readonly kind: 'restore-watch';
      readonly watch: Subscription;
      readonly stories: StandingStories;
      readonly kept?: readonly StoryId[];
    }
  /** Cards that had been left behind, and that the watch took up again, are kept up without it. */
  | { readonly kind: 'keep-up'; readonly watch: Subscription; readonly stories: readonly StoryId[] }
  | { readonly kind: 'change-watch'; readonly before: Subscription; readonly after: Subscription }
  | { readonly kind: 'settings'; readonly before: ChannelSettings; readonly after: ChannelSettings }
  | { readonly kind: 'policy'; readonly before: Policy; readonly after: Policy }
  | {
      readonly kind: 'mute';
      readonly channel: ChannelId;
      readonly story: StoryId;
      readonly before?: StoryMute;
      readonly after?: StoryMute;
    }
  /** Something of a story that is hidden now is shown again, or the other way round. */
  | { readonly kind: 'show' | 'hide'; readonly story: StoryId; readonly hidden: Hidden }
  | { readonly kind: 'remove-feeds'; readonly feeds: readonly FeedId[] }
  | { readonly kind: 'restore-feeds'; readonly feeds: readonly FeedId[] }
  /** A message that was sent again or dropped is put back where it stood. */
  | {
      readonly kind: 'put-back';
      readonly key: DeliveryKey;
      readonly before: StoodAt;
      readonly after: StoodAt;
    }
  /** A sample that was asked for goes again, unless news has made it the story's card: then it shows something else. */
  | {
      readonly kind: 'remove-sample';
      readonly channel: ChannelId;
      readonly story: StoryId;
      readonly by: string;
      /** Absent in what was kept by Readout before, as is `stood`. */
      readonly cardHash?: string;
      readonly stood?: StoodBefore;
    }
  /** All of them or none, the last first. */
  | { readonly kind: 'all'; readonly of: readonly Inverse[] };

/** What is one for the whole workspace: the audit then names no channel, so that all who manage may read it. */
const OF_WORKSPACE: readonly Inverse['kind'][] = ['policy', 'show', 'hide', 'remove-feeds', 'restore-feeds'];

/** Whether the change concerned the whole workspace, wherever it was made. */
export const isOfWorkspace = (inverse: Inverse): boolean =>
  inverse.kind === 'all' ? inverse.of.every(isOfWorkspace) : OF_WORKSPACE.includes(inverse.kind);
