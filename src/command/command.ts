import type { FeedSearch } from '#article/feed-search.ts';
import type { Card } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import type { Action } from '#channel/action.ts';
import type { ChannelRef } from '#channel/channel.ts';
import type { PlatformState } from '#channel/chat-platforms.ts';
import type { AttemptLimit } from '#command/feed/attempt-limit.ts';
import type { Form } from '#command/form.ts';
import type { AskStanding } from '#command/standing.ts';
import type { Wording } from '#command/wording.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Detector } from '#language/detector.ts';
import type { Ledger } from '#ledger.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Story } from '#story/story.ts';
import type { Summarizer } from '#summary/summarizer.ts';

/** One of the few values that an option takes; typed words may say it by its label in any language as well. */
export type Choice = { readonly value: string; readonly label: Wording };

/** What can be suggested while somebody types the text of an option. */
export type Suggested = 'topics' | 'watches' | 'stories' | 'own-feeds' | 'outlets';

/**
 * One thing a person can fill in. `text` takes the rest of the line where a platform has only text, a `word` is given
 * by its name; a `flag` is given or not; a `file` is given as the address at which its platform has it, where it has
 * files at all; a `channel` or `group` (a role, a user group) as the platform's own id of it. `Ask.options` holds what was filled in under the English `name`, whatever language it was filled in.
 */
export type Option = {
  readonly name: string;
  readonly nameInFrench: string;
  readonly description: Wording;
  readonly kind: 'text' | 'word' | 'number' | 'time' | 'flag' | 'file' | 'channel' | 'group';
  readonly isRequired: boolean;
  /** All that a `word` may be; absent where it may be anything. */
  readonly choices?: readonly Choice[];
  readonly suggests?: Suggested;
  /** A story that need not be named at its card, nor in the thread of it. */
  readonly isOfCard?: true;
  /** Of a `text`: where one line ends and the next begins means something; elsewhere it is a space. */
  readonly hasLines?: true;
};

/**
 * What a person gets back. `done`: something changed. `answer`: a look-up. `refused`: nothing changed, and how to mend
 * it. Who asked sees it, and nobody else, unless it `isPublic`.
 */
export type Reply = {
  readonly kind: 'done' | 'answer' | 'refused';
  readonly lines: readonly Phrase[];
  /** What is wrong with this option: where it was filled into a form, it is said beside its field. */
  readonly option?: string;
  readonly cards?: readonly Card[];
  readonly actions?: readonly Action[];
  /** The other pages of a long list: pressed, each takes the place of this one. */
  readonly pages?: Pages;
  /** Something to keep; shown as each platform can. */
  readonly file?: { readonly name: string; readonly text: string };
  /** For everybody in the channel, because somebody pressed “Show here”. */
  readonly isPublic?: true;
  /** Takes the place of the message whose button was pressed, where only who pressed it sees that. */
  readonly replaces?: true;
};

/** Where a long list goes on. */
export type Pages = { readonly previous?: Action; readonly next?: Action };

/** Which page of a list is asked for, from 1, and as of when, so that what is new moves nothing. */
export type PageAsked = { readonly number: number; readonly asOf: Date };

/** Who asks, from where, and when. */
export type Ask = {
  readonly channel: ChannelRef;
  /** The person's id on their platform; at a terminal their name there. */
  readonly who: string;
  readonly options: Readonly<Record<string, string>>;
  /** The person's own language, a primary subtag; absent: their workspace's. */
  readonly language?: string;
  /** The person's own time zone, where their platform tells it. */
  readonly zone?: string;
  /** Who asks may look only. Commands that change things are not run for them; a button may still be theirs. */
  readonly isLookingOnly?: true;
  /** Other channels that the options name and that this person sees: a command can reach no others. */
  readonly named?: readonly ChannelRef[];
  /** What this person is in another channel of the workspace; absent: they see none. `standingIn` asks it. */
  readonly standing?: AskStanding;
  /** Roles or user groups that the options name, by id, as the platform calls them: a command can call no others. */
  readonly callable?: Readonly<Record<string, string>>;
  /** The names of the same, as people see them on the platform. */
  readonly groupNames?: Readonly<Record<string, string>>;
  /** The story of the card at which, or in whose thread, it is asked; and the channel in which that card stands. */
  readonly card?: { readonly story: Story; readonly channel: ChannelRef };
  /** Somebody chose a message that is no card. */
  readonly isOfNoCard?: true;
  /** Absent: the first page, as of now. */
  readonly page?: PageAsked;
};

/** How many held-back articles were carried, and how many could not be read. */
export type Released = { readonly read: number; readonly unread: number };

/** What commands work with. */
export type Desk = {
  readonly ledger: Ledger;
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  readonly search: FeedSearch;
  /** What people may still have asked of servers that they name. */
  readonly attempts: AttemptLimit;
  readonly detect: Detector;
  readonly summarizer: Summarizer;
  readonly clock: Clock;
  /** A name that nobody can guess, another each time; for what stands on buttons. */
  readonly freshToken: () => string;
  /** How many topics all channels of one workspace may watch together; absent: any number. */
  readonly mostWatches?: number;
  /** Stands on every card, such as the demo's "demo wording, nobody's statement". */
  readonly note?: string;
  /** Bytes the database takes, where that can be told. */
  readonly databaseBytes?: () => Promise<number>;
  /** Bytes that are free on the database's disk, where it is ours. */
  readonly freeDiskBytes?: () => Promise<number>;
  /** Carries what the flood rule held back of an outlet; absent where nothing is carried, as on the command line. */
  readonly release?: (outlet: OutletId) => Promise<Released | undefined>;
  /** How the chat platforms stand, where this process connects them. */
  readonly platforms?: () => readonly PlatformState[];
};

/** A command as every platform offers it. `path` names it in code and is how it is typed in English: ['watch', 'add']. */
export type Command = {
  readonly path: readonly [string, ...string[]];
  /** Word for word the path in French: ['veille', 'ajouter']. Typed words may mix both. */
  readonly pathInFrench: readonly [string, ...string[]];
  readonly description: Wording;
  readonly options: readonly Option[];
  /** Looking is for anyone; changing is for those who manage. */
  readonly isChanging: boolean;
  /** A look-up that is worth the whole channel's while: its reply offers to be shown there. */
  readonly isShareable?: true;
  /** May be asked also where only those who manage may look. */
  readonly isForAnyone?: true;
  /** Stands behind buttons alone: no platform lists it, and nobody is asked whether they meant it. */
  readonly isOnButtons?: true;
  /** Of a button that only the answers of this command offer: whoever may type that may press it. */
  readonly comesWith?: Command['path'];
  /** A change, though it is nobody's right to refuse: who may only look takes back what they did themselves. */
  readonly isTakingBack?: true;
  /** Of a button that stands for another command: which one; absent where it means none any more. */
  meant?(ask: Ask, desk: Desk): Promise<Command | undefined>;
  run(ask: Ask, desk: Desk): Promise<Reply>;
  /** The form by which it is filled in, with what is known already; a reply where there is nothing to fill in. */
  form?(ask: Ask, desk: Desk): Promise<Form | Reply>;
};
