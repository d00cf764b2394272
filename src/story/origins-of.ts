import type { ArticleId } from '#article/article.ts';
import { isVerified, type Outlet, type OutletId } from '#feed/outlet.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import type { Statement } from '#statement/statement.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { sideSpokenForBy } from '#story/own-texts-of.ts';
import { outletCalled, takenFrom } from '#story/publisher-of.ts';
import type { Origin } from '#story/story.ts';
import type { ArticleFacts, StoryFacts } from '#story/story-facts.ts';

/** So much of a text counts as its lead where there is no summary. */
const LEAD_CHARACTERS = 600;

/** "PARIS, 1 July (AFP) –": the agency line of a text ends within so much of it. */
const AGENCY_LINE_CHARACTERS = 80;

/** Two articles with so large a share of their terms in common are one text, printed twice. */
const COPY_SHARE = 0.8;
const LEAST_TERMS_OF_A_COPY = 6;

/** What one report of a story rests on, as far as title and lead tell. */
export type ReportOrigin =
  | { readonly kind: 'rests-on'; readonly origins: readonly Origin[] }
  /** The same text as an earlier report: it rests on what that one rests on. */
  | { readonly kind: 'copy'; readonly of: ArticleId }
  /** A denial rests on its speaker, and says nothing about what the denied reports rest on. */
  | { readonly kind: 'denial' }
  /** The word of an unverified outlet makes nothing an origin. */
  | { readonly kind: 'unverified' };

/**
 * What the story's reports rest on, each origin once, in order of arrival: from the outermost attribution in title
 * or lead. A denial rests on its speaker and says nothing about what the denied reports rest on. An unverified outlet
 * is no origin, and what it says that others said, or whose report it says it passes on, makes none of them one.
 */
export function originsOf(facts: StoryFacts, lexicon: Lexicon): readonly Origin[] {
  const origins: Origin[] = [];
  const articles = facts.articles.filter(({ outlet }) => isVerified(outlet));
  for (const [position, one] of articles.entries()) {
    const earlier = articles.slice(0, position);
    const report = originOfReport(one, earlier, { ...facts, articles }, lexicon);
    const named = report.kind === 'rests-on' ? report.origins : [];
    for (const origin of named.filter((cited) => !isToldBy(cited, earlier))) {
      if (!origins.some((known) => isSameOrigin(known, origin, lexicon, facts.now))) origins.push(origin);
    }
  }
  return origins;
}

/** What each report rests on by itself, by article. */
export function originsByReport(facts: StoryFacts, lexicon: Lexicon): ReadonlyMap<ArticleId, ReportOrigin> {
  const articles = facts.articles.filter(({ outlet }) => isVerified(outlet));
  const told = articles.map(
    (one, position) =>
      [
        one.article.id,
        originOfReport(one, articles.slice(0, position), { ...facts, articles }, lexicon),
      ] as const,
  );
  const unverified = facts.articles.map(({ article }) => [article.id, { kind: 'unverified' }] as const);
  return new Map<ArticleId, ReportOrigin>([...unverified, ...told]);
}

function originOfReport(
  one: ArticleFacts,
  earlier: readonly ArticleFacts[],
  facts: StoryFacts,
  lexicon: Lexicon,
): ReportOrigin {
  const { outlet, statements, fingerprint } = one;
  if (outlet.voiceOf !== undefined && sideSpokenForBy(outlet, lexicon, facts.now) !== undefined) {
    return restsOn([{ kind: 'side', actor: outlet.voiceOf }]);
  }
  const original = earlier.find((before) => isCopy(fingerprint, before.fingerprint));
  if (original !== undefined) return { kind: 'copy', of: original.article.id };

  const cited = citedOutlets(one, facts);
  if (cited.length > 0) return restsOn(cited);

  const attributed = statements.filter(
    (statement) => statement.sides.length > 0 && standsInLead(statement, one),
  );
  if (attributed.some(({ denies }) => denies)) return { kind: 'denial' };
  if (attributed.length > 0) {
    return restsOn(attributed.map((statement) => ({ kind: 'side', actor: voiceIn(statement, lexicon) })));
  }
  const from = takenFrom(one);
  return restsOn(reportingOf(from === undefined ? outlet : outletCalled(from, facts.outlets)));
}

const restsOn = (origins: readonly Origin[]): ReportOrigin => ({ kind: 'rests-on', origins });

/** Whoever cites a report of this story rests on what that rests on, and that has been said. */
const isToldBy = (cited: Origin, earlier: readonly ArticleFacts[]): boolean =>
  cited.kind !== 'side' && earlier.some(({ outlet }) => outlet.id === cited.outlet);

/** An outlet's own reporting; nobody's where we do not know the outlet, or only by the word of a workspace. */
function reportingOf(outlet: Outlet | undefined): readonly Origin[] {
  switch (outlet?.kind) {
    case 'wire':
      return [{ kind: 'wire', outlet: outlet.id, name: outlet.name }];
    case 'official':
    case 'media':
    case 'analysis':
      return [{ kind: 'outlet', outlet: outlet.id }];
    case 'unverified':
    case undefined:
      return [];
  }
}

/** Other outlets that title, lead or agency line name: "AFP reports", "told The Courier", "PARIS (AFP) –". */
function citedOutlets(one: ArticleFacts, { outlets, articles }: StoryFacts): readonly Origin[] {
  const head = headOf(one);
  const inStory = new Set<OutletId>(articles.map(({ outlet }) => outlet.id));
  return [...outlets.values()]
    .filter(
      ({ id, kind }) =>
        id !== one.outlet.id &&
        kind !== 'unverified' &&
        kind !== 'official' &&
        (kind === 'wire' || inStory.has(id)),
    )
    .filter(({ name, alsoCalled = [] }) => [name, ...alsoCalled].some((called) => standsWhole(called, head)))
    .map(({ id, kind, name }) =>
      kind === 'wire' ? { kind, outlet: id, name } : { kind: 'outlet', outlet: id },
    );
}

/** Where a summary leads, the text's own first words still bear the agency line. */
const headOf = ({ article: { title, summary, text = '' } }: ArticleFacts): string =>
  summary === undefined
    ? `${title}\n${text.slice(0, LEAD_CHARACTERS)}`
    : `${title}\n${summary}\n${text.slice(0, AGENCY_LINE_CHARACTERS)}`;

/** Case counts: "Time" is an outlet, "time" is not. */
function standsWhole(name: string, text: string): boolean {
  // Hardly any name stands in a text, and to look for one as a word costs a hundred times as much.
  if (!text.includes(name)) return false;
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'u').test(text);
}

function standsInLead({ place, spans }: Statement, { article }: ArticleFacts): boolean {
  if (place !== 'text') return true;
  return article.summary === undefined && (spans[0]?.start ?? LEAD_CHARACTERS) < LEAD_CHARACTERS;
}

/** The office that spoke where one did, else the side: "rest on: Kremlin", not "rest on: Dmitry Peskov". */
function voiceIn({ speaker, sides }: Statement, lexicon: Lexicon): ActorId {
  const isOffice = speaker !== undefined && lexicon.actors.get(speaker)?.kind === 'office';
  return isOffice ? speaker : (sides[0] as ActorId);
}

/** Near-identical leads: the second is the first, reprinted. */
function isCopy(one: Fingerprint, other: Fingerprint): boolean {
  const here = Object.keys(one.terms);
  const there = Object.keys(other.terms);
  if (Math.min(here.length, there.length) < LEAST_TERMS_OF_A_COPY) return false;
  const shared = here.filter((term) => term in other.terms).length;
  return shared / (here.length + there.length - shared) >= COPY_SHARE;
}

/** A side's office and the side itself are one origin. */
function isSameOrigin(one: Origin, other: Origin, lexicon: Lexicon, at: Date): boolean {
  if (one.kind === 'side' && other.kind === 'side') {
    return one.actor === other.actor || sideOf(one.actor, lexicon, at) === sideOf(other.actor, lexicon, at);
  }
  return one.kind !== 'side' && other.kind !== 'side' && one.outlet === other.outlet;
}
