import type { ChannelRef, Workspace } from '#channel/channel.ts';
import type { DeliveryKey, MessageId } from '#channel/messenger.ts';
import type { Reply, Suggested } from '#command/command.ts';
import type { Form } from '#command/form.ts';
import type { AskStanding } from '#command/standing.ts';

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
  /** Commands for changing that are this person's here all the same, by how their paths begin, such as `watch add`. */
  readonly mayUse?: readonly string[];
  /** The roles or user groups that this person is in, by the platform's ids: the workspace's policy may name some. */
  readonly groups?: readonly string[];
  /** The person's own language, a primary subtag; absent where the platform does not tell: the workspace's. */
  readonly language?: string;
  /** The person's own time zone, as IANA names it; absent where the platform does not tell. */
  readonly zone?: string;
  /**
   * Whether this person may write in the channel: who may not, shows and proposes nothing there. Absent: they may. So it
   * is on Slack, which documents no way for a bot to know (docs.slack.dev: admin.conversations.getConversationPrefs only).
   */
  readonly mayWrite?: boolean;
  /** What the platform lets this person do in another channel of the workspace; absent: they see none. */
  readonly standing?: AskStanding;
  /** Channels that the options name and that this person sees; nobody reaches another by its id. */
  readonly named?: readonly ChannelRef[];
  /** Roles or user groups that the options name, by id, in the form in which the platform calls them; never everyone. */
  readonly callable?: Readonly<Record<string, string>>;
  /** The names of the same, as people see them there. */
  readonly groupNames?: Readonly<Record<string, string>>;
  /** A form can be shown in answer to this event; absent: what is missing is asked in words. */
  readonly hasForms?: true;
  /** How many characters of a command a button holds; absent: any. What is longer is kept here, under a short name. */
  readonly longestCommand?: number;
  /** Absent: what is asked is about no message. */
  readonly about?: About;
  readonly asked: Asked;
};

/**
 * The message that something is asked about: the one whose menu was used, or the one whose thread it is asked in. Which
 * of them is a card is not known yet; the likeliest comes first. Only those in channels that this person sees.
 */
export type About = {
  readonly messages: readonly { readonly channel: ChannelRef; readonly message: MessageId }[];
  /** Somebody pointed at it: that it is no card is worth telling them. */
  readonly isChosen?: true;
};

/** Free words (Slack, buttons), or a command by its path with its options (Discord, a form that comes back). */
export type Call =
  | { readonly kind: 'words'; readonly words: string }
  | {
      readonly kind: 'command';
      readonly path: readonly string[];
      readonly options: Readonly<Record<string, string>>;
    };

/** What was asked: a command; the form of one, with what is known of it; or why a card stands here (its button). */
export type Asked =
  | Call
  | { readonly kind: 'form'; readonly call: Call }
  | { readonly kind: 'why'; readonly card: DeliveryKey };

/**
 * Answers what came in; absent for an event that was answered before. A form comes back only where one was asked for, or
 * `hasForms`. Never throws: a fault is told to the person.
 */
export type Receive = (inbound: Inbound) => Promise<Reply | Form | undefined>;

/** Something that may be meant: what the option gets, and what a person reads of it. */
export type Suggestion = { readonly value: string; readonly label: string };

/** Whoever has begun to write; who is not said to manage, does not. */
export type Suggesting = Pick<Inbound, 'workspace' | 'channel' | 'who' | 'groups'> &
  Partial<Pick<Inbound, 'mayChange'>> & { readonly wanted: Suggested; readonly begun: string };

/** What may be meant by the beginning of an option's text, best first; from memory or the database only. */
export type Suggest = (asking: Suggesting) => Promise<readonly Suggestion[]>;
