import type { Headed } from '#card/headed.ts';
import type { Phrase } from '#card/phrase.ts';

/** One colour per status: grey one side or reported, blue both sides, amber denied or corrected, red withdrawn. */
export type Tone = 'grey' | 'blue' | 'amber' | 'red';

/** Words under a side: quoted words keep their marks; reported speech has none. */
export type CardQuote = {
  /** Who, in whose language, by whom: "Kremlin, as quoted by World Wire, in its English". */
  readonly label: Phrase;
  /** Verbatim. */
  readonly words: string;
  readonly isQuoted: boolean;
  /** Primary subtag of `words`. */
  readonly language?: string;
  readonly source: number;
  /** "not found in an own text so far" and the like. */
  readonly mark?: Phrase;
};

/** One side of the card: its words, or why there are none. Never both empty. */
export type CardSide = {
  readonly name: string;
  readonly quotes: readonly CardQuote[];
  readonly silence?: Phrase;
  readonly more: number;
};

/** What one side's own text says on a subject: a sentence with its source, or why none stands here. */
export type CardCell = {
  readonly side: string;
  /** Verbatim; with `source`. */
  readonly words?: string;
  readonly source?: number;
  /** Instead of words: "quoted above", or that its text has no sentence on it. */
  readonly phrase?: Phrase;
};

/** A subject on which both sides' own texts can be compared. */
export type CardRow = { readonly subject: string; readonly cells: readonly CardCell[] };

/** An article the card rests on; `number` is what `[n]` on the card means. */
export type CardSource = {
  readonly number: number;
  readonly outlet: string;
  readonly title: string;
  readonly link?: string;
  /** The host of `link`, shown wherever the link is offered. */
  readonly host?: string;
  readonly publishedAt: string;
  readonly stateControlled?: string;
};

/** What is shown of one story in one channel, free of any platform's markup, in reading order. */
export type Card = {
  /** Short name of the story: R-7K2Q. */
  readonly story: string;
  readonly language: string;
  /** IANA zone for platforms that cannot show times in the reader's own. */
  readonly zone: string;
  readonly headline: string;
  /** Where the headline is from; absent on cards of an earlier Readout and over a report that was taken back. */
  readonly headed?: Headed;
  readonly about: Phrase;
  readonly tone: Tone;
  /** Status in capitals and what it means here. */
  readonly status: Phrase;
  /** What stood here and no longer does, struck through. */
  readonly takenOff: readonly Phrase[];
  /** Who muted the story in this channel, and until when. */
  readonly muted?: Phrase;
  readonly summary: readonly { readonly words: string; readonly source: number }[];
  readonly sides: readonly CardSide[];
  readonly others?: CardSide;
  /** Side by side, subject by subject; at most three rows. */
  readonly rows?: readonly CardRow[];
  /** "First since …", reported and in our archive. */
  readonly context: readonly Phrase[];
  /** Outlets, owners, what they rest on, times. */
  readonly footer: readonly Phrase[];
  /** All that its words rest on, then others in order of arrival; of very many the first. */
  readonly sources: readonly CardSource[];
  /** How many articles of the story are not among the sources; absent where all are. */
  readonly moreSources?: number;
  /** What may be opened: own texts first, else the first report. */
  readonly reads: readonly { readonly label: string; readonly link: string; readonly host: string }[];
  /** The card as one plain sentence: notifications, screen readers, lock screens. */
  readonly plain: string;
};
