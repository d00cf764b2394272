import type { Phrase } from '#card/phrase.ts';
import type { Id } from '#kernel/id.ts';

/** What a card of many stories is: at its hour, at the end of quiet hours, or what was too much for an hour. */
export type DigestKind = 'digest' | 'quiet' | 'list';

/** A story on a card of many. */
export type DigestEntry = {
  /** Short name: R-7K2Q. */
  readonly story: string;
  readonly headline: string;
  /** In capitals, without sources. */
  readonly status: Phrase;
  /** One sentence, verbatim, of a story that has no card of its own in the channel. */
  readonly sentence?: string;
  /** Its first report, of a story that has no card of its own in the channel. */
  readonly read?: { readonly label: string; readonly link: string; readonly host: string };
  /** A card of it stands in the channel. */
  readonly hasCard: boolean;
  /** The platform's own id of that card, to which the line leads where the platform has links to messages. */
  readonly message?: Id<'Message'>;
  /** What moved since the last digest. */
  readonly news: readonly Phrase[];
};

/** Stories under one heading. What stands in a `firm` section is never left out for want of room. */
export type DigestSection = {
  readonly heading: string;
  readonly isFirm: boolean;
  readonly entries: readonly DigestEntry[];
};

/** Something that can be done next: a button, and the command that it stands for, or whose form it opens. */
export type DigestAction = { readonly label: string; readonly command: string; readonly opensForm?: true };

/** A scheduled card of many stories, free of any platform's markup, in reading order. */
export type DigestCard = {
  readonly kind: DigestKind;
  readonly language: string;
  /** IANA zone for platforms that cannot show times in the reader's own. */
  readonly zone: string;
  readonly title: Phrase;
  readonly sections: readonly DigestSection[];
  /** What was found nothing of, and what was not read. */
  readonly notes: readonly Phrase[];
  /** What can be done next, each with the command that does it; absent on cards of an earlier Readout. */
  readonly actions?: readonly DigestAction[];
  /** The card as one plain sentence: notifications, screen readers, lock screens. */
  readonly plain: string;
};
