import { aboutLine } from '#card/about-line.ts';
import type { Card } from '#card/card.ts';
import { cardOthers, cardSides } from '#card/card-sides.ts';
import { cardReads, cardSources } from '#card/card-sources.ts';
import { type Composing, startComposing } from '#card/composing.ts';
import { contextWordsIn } from '#card/context-words.ts';
import { footerLines } from '#card/footer-lines.ts';
import { type Headline, headlineOf } from '#card/headline-of.ts';
import type { Phrase } from '#card/phrase.ts';
import { inOneLine, text } from '#card/phrase-of.ts';
import { plainSentence } from '#card/plain-sentence.ts';
import { sideBySide } from '#card/side-by-side.ts';
import { sinceLines } from '#card/since-lines.ts';
import { headlineSource, nameOfOutlet } from '#card/source-name.ts';
import { statusLine, toneOf } from '#card/status-line.ts';
import { summaryOf } from '#card/summary-of.ts';
import { takenOff } from '#card/taken-off.ts';
import type { View } from '#card/view.ts';
import type { Detector } from '#language/detector.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Dossier } from '#story/story.ts';
import type { Summarizer } from '#summary/summarizer.ts';

/**
 * The card of a story for one view. Its parts are composed in reading order, which is the order in which sources
 * get their numbers. Words of articles and statements stand verbatim; nothing is said that no article says.
 */
export function composeCard(
  dossier: Dossier,
  view: View,
  means: { readonly lexicon: Lexicon; readonly summarizer: Summarizer; readonly detect: Detector },
): Card {
  const composing = startComposing(dossier, view, means);
  const { account, language, words } = composing;
  const headline = headlineOf(composing);
  const isWithdrawn = account.status.kind === 'withdrawn';
  const shownHeadline = isWithdrawn ? `${words.withdrawnMark}${headline.words}` : headline.words;

  const about = aboutLine(headline, composing, means.lexicon);
  const status = statusLine(composing);
  const struck = takenOff(composing);
  const summary = summaryOf(headline, composing, means);
  const sides = cardSides(composing, [headline.words, ...summary.map((sentence) => sentence.words)]);
  const others = cardOthers(composing);
  const rows = sideBySide(composing, sides, means);
  const outlet = headlineSource(headline, composing);

  return {
    story: dossier.story.shortName,
    language,
    zone: view.zone,
    headline: shownHeadline,
    ...headedBy(headline, view),
    about,
    tone: toneOf(account.status),
    status: withQuiet(status, composing),
    takenOff: struck,
    summary,
    sides,
    ...(others === undefined ? {} : { others }),
    ...(rows.length > 0 && { rows }),
    context: contextOf(composing, means),
    footer: footerLines(composing),
    ...cardSources(composing),
    reads: cardReads(headline, composing),
    plain: plainSentence({ headline: headline.words, outlet, status }),
  };
}

/** What the next card for this channel is to keep. */
function headedBy({ words, outlet, article }: Headline, { headed }: View): Pick<Card, 'headed'> {
  if (article !== undefined) return { headed: { words, outlet, article: article.id } };
  return headed === undefined ? {} : { headed };
}

/** A story that is looked up long after: nothing new came since. */
function withQuiet(status: Phrase, { dossier, language }: Composing): Phrase {
  const { quietSince } = dossier;
  return quietSince === undefined
    ? status
    : inOneLine([status, contextWordsIn(language).quietSince(quietSince)]);
}

function contextOf(composing: Composing, means: Parameters<typeof sinceLines>[1]): readonly Phrase[] {
  const { dossier, words } = composing;
  const { followed } = dossier;
  return [
    ...sinceLines(composing, means),
    ...(followed === undefined ? [] : [[text(words.follows(followed))]]),
    ...vanishedLines(composing),
  ];
}

/** Where one report of several is no longer at its address, what it said stands, and this with it. */
function vanishedLines(composing: Composing): readonly Phrase[] {
  const { account, words, numberOf } = composing;
  if (account.status.kind === 'vanished') return [];
  return (account.vanished ?? []).map(({ article, outlet, since }) =>
    words.vanishedReport({
      outlet: nameOfOutlet(outlet, composing),
      number: numberOf(article),
      since,
    }),
  );
}
