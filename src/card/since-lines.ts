import type { Composing } from '#card/composing.ts';
import { contextWordsIn } from '#card/context-words.ts';
import { type FirstSince, firstSince } from '#card/first-since.ts';
import type { Phrase } from '#card/phrase.ts';
import { source, text } from '#card/phrase-of.ts';
import { inQuotationMarks } from '#card/quotation-marks.ts';
import { labelOf } from '#card/quote-of.ts';
import { sourceName } from '#card/source-name.ts';
import type { Detector } from '#language/detector.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { Statement } from '#statement/statement.ts';

/**
 * "First since …": a line on what a report says, in its words, and a line on what our archive holds, with when that
 * begins. The archive alone is told of where it holds an earlier one.
 */
export function sinceLines(
  composing: Composing,
  means: { readonly lexicon: Lexicon; readonly detect: Detector },
): readonly Phrase[] {
  const claim = composing.account.event === undefined ? undefined : firstSince(composing, means);
  return [
    ...(claim === undefined ? [] : [reportedLine(claim, composing)]),
    ...archiveLine(composing, claim !== undefined),
  ];
}

function reportedLine(claim: FirstSince, composing: Composing): Phrase {
  const { article, words } = claim;
  const said = composing.dossier.statements.find((statement) => holds(statement, claim));
  const by =
    said === undefined
      ? contextWordsIn(composing.language).reportedBy(sourceName(article, composing))
      : labelOf(said, composing);
  const quoted = inQuotationMarks(words.replace(/\s+/gu, ' '), composing.languageOf(article));
  return [text(`${quoted} · ${by} `), source(composing.numberOf(article.id))];
}

/** Whether somebody is said to have said these words. */
const holds = ({ article, place, spans }: Statement, claim: FirstSince): boolean =>
  article === claim.article.id &&
  place === claim.place &&
  spans.some(({ start, end }) => start <= claim.span.start && claim.span.end <= end);

function archiveLine({ dossier, language, nameOf }: Composing, isClaimed: boolean): readonly Phrase[] {
  if (dossier.contactsBefore === undefined) return [];
  const { kind, last, keptSince: since } = dossier.contactsBefore;
  const between = dossier.contactsBefore.between.map(nameOf);
  const words = contextWordsIn(language);
  if (last === undefined) return isClaimed ? [words.noEarlier({ kind, between, since })] : [];
  // What a feed held from before we began to read is no beginning.
  const isWithin = last.at >= since;
  return [words.lastOne({ kind, between, ...(isWithin && { since }) }, last)];
}
