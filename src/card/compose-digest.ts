import type { Card } from '#card/card.ts';
import type { DigestAction, DigestCard, DigestEntry, DigestSection } from '#card/digest-card.ts';
import {
  type DigestFigures,
  type DigestSpan,
  type DigestWords,
  digestWordsIn,
  type Outage,
} from '#card/digest-words.ts';
import type { Phrase } from '#card/phrase.ts';
import { inOneLine, text } from '#card/phrase-of.ts';
import { sourceCount } from '#card/source-count.ts';
import type { Id } from '#kernel/id.ts';
import { minuteIn } from '#kernel/minute-in.ts';

/** A story as its card stands, and what of it is to be told. */
export type DigestStory = {
  readonly card: Card;
  /** Its card stands in the channel. */
  readonly hasCard: boolean;
  /** The platform's own id of that card. */
  readonly message?: Id<'Message'>;
  readonly news: readonly Phrase[];
  /** It was denied, corrected or withdrawn: it is never left out. */
  readonly isTakenBack: boolean;
};

/** A report that names what a topic names, without its event: no story of that topic. */
export type RelatedReport = {
  readonly story: string;
  /** As the outlet wrote it. */
  readonly headline: string;
  readonly outlet: string;
  readonly link?: string;
};

/** What is not read at the moment, and how much is. */
export type Reading = {
  readonly feeds: number;
  readonly read: number;
  readonly outages: readonly Outage[];
};

/** Why the card comes. */
export type DigestOccasion =
  | {
      readonly kind: 'digest';
      readonly span: DigestSpan;
      readonly nothingOn: readonly string[];
      readonly reading: Reading;
    }
  | { readonly kind: 'quiet'; readonly from: string; readonly to: string }
  | { readonly kind: 'list'; readonly cardsAnHour: number };

/** All that a card of many stories is composed from. */
export type DigestMatter = {
  readonly language: string;
  readonly zone: string;
  readonly occasion: DigestOccasion;
  readonly stories: readonly DigestStory[];
  readonly related?: readonly RelatedReport[];
  /** Stands on every card, such as the demo's "demo wording, nobody's statement". */
  readonly note?: string | undefined;
};

const MOST_OUTAGES = 3;

/**
 * A card of many stories. What was taken back stands right after what moved most, and is never left out; whatever was
 * withdrawn appears as that, never as news. A digest with nothing in it is one line.
 */
export function composeDigest(matter: DigestMatter): DigestCard {
  const { language, zone, occasion, stories, related = [], note } = matter;
  const words = digestWordsIn(language);
  const figures = { stories: stories.length, takenBack: stories.filter((one) => one.isTakenBack).length };
  const title = titleOf(occasion, figures, words);
  return {
    kind: occasion.kind,
    language,
    zone,
    title,
    sections: [...sectionsOf(occasion, stories, words), ...relatedSection(related, words)],
    notes: [...notesOf(occasion, figures, words), ...(note === undefined ? [] : [[text(note, 'quiet')]])],
    actions: actionsOf(occasion, figures, zone, words),
    plain: plainOf(occasion, figures, title, words),
  };
}

function titleOf(occasion: DigestOccasion, figures: DigestFigures, words: DigestWords): Phrase {
  switch (occasion.kind) {
    case 'digest':
      return figures.stories === 0 ? words.nothing(occasion.span) : words.digest(occasion.span);
    case 'quiet':
      return [text(words.whileQuiet(occasion.from, occasion.to, figures))];
    case 'list':
      return [text(words.overBudget(occasion.cardsAnHour, figures))];
  }
}

/** A lock screen cannot put times into its reader's zone. */
function plainOf(
  { kind }: DigestOccasion,
  figures: DigestFigures,
  title: Phrase,
  words: DigestWords,
): string {
  if (kind === 'digest') return words.plain(figures);
  return title.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}

function sectionsOf(
  { kind }: DigestOccasion,
  stories: readonly DigestStory[],
  words: DigestWords,
): readonly DigestSection[] {
  const takenBack = stories.filter((one) => one.isTakenBack);
  const [most, ...others] = stories.filter((one) => !one.isTakenBack).toSorted(byMovement);
  const section = (heading: string, told: readonly DigestStory[], isFirm: boolean): DigestSection => ({
    heading,
    isFirm,
    entries: told.map((one) => entryOf(one, words)),
  });
  const sections =
    kind === 'digest'
      ? [
          section(words.movedMost, most === undefined ? [] : [most], false),
          section(words.takenBack, takenBack, true),
          section(words.also, others, false),
        ]
      : [
          section(words.takenBack, takenBack, true),
          section(words.stories, most === undefined ? [] : [most, ...others], false),
        ];
  return sections.filter(({ entries }) => entries.length > 0);
}

function relatedSection(related: readonly RelatedReport[], words: DigestWords): readonly DigestSection[] {
  if (related.length === 0) return [];
  const entries = related.map(({ story, headline, outlet, link }): DigestEntry => {
    const host = link === undefined ? undefined : URL.parse(link)?.host;
    return {
      story,
      headline,
      status: [text(outlet)],
      hasCard: false,
      news: [],
      ...(link !== undefined && host !== undefined && { read: { label: words.read(outlet), link, host } }),
    };
  });
  return [{ heading: words.related, isFirm: false, entries }];
}

const byMovement = (one: DigestStory, other: DigestStory): number =>
  other.news.length - one.news.length || sourceCount(other.card) - sourceCount(one.card);

function entryOf({ card, hasCard, message, news }: DigestStory, words: DigestWords): DigestEntry {
  const status = card.status.filter((piece) => piece.kind !== 'source');
  const told = { story: card.story, headline: card.headline, status, hasCard, news };
  if (hasCard) return { ...told, ...(message !== undefined && { message }) };
  const sentence = card.summary[0]?.words;
  const first = card.sources.find(({ link }) => link !== undefined);
  return {
    ...told,
    ...(sentence !== undefined && sentence !== card.headline && { sentence }),
    ...(first?.link !== undefined &&
      first.host !== undefined && {
        read: { label: words.read(first.outlet), link: first.link, host: first.host },
      }),
  };
}

function notesOf(
  occasion: DigestOccasion,
  { stories }: DigestFigures,
  words: DigestWords,
): readonly Phrase[] {
  if (occasion.kind !== 'digest') return [];
  const { feeds, read, outages } = occasion.reading;
  const named = outages.slice(0, MOST_OUTAGES);
  const notRead = named.length === 0 ? [] : words.notRead(named, outages.length - named.length);
  // One line on a day with nothing.
  if (stories === 0) return [inOneLine([words.feedsRead(read, feeds), notRead])];
  const nothing = occasion.nothingOn.length === 0 ? [] : [words.nothingFound(occasion.nothingOn)];
  return [...nothing, ...(notRead.length === 0 ? [] : [notRead])];
}

/** What was held or too much is changed where hours and limits are; what comes as a digest, where its rhythm is. */
function actionsOf(
  occasion: DigestOccasion,
  { stories }: DigestFigures,
  zone: string,
  words: DigestWords,
): readonly DigestAction[] {
  if (occasion.kind !== 'digest')
    return [{ label: words.change, command: 'readout-admin settings', opensForm: true }];
  const since = minuteIn(zone, occasion.span.since);
  return [
    ...(stories === 0 ? [] : [{ label: words.allStories(stories), command: `news since time:${since}` }]),
    { label: words.cardsForATopic, command: 'watch digest --off', opensForm: true },
    { label: words.change, command: 'watch digest', opensForm: true },
  ];
}
