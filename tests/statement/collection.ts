import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Article, ArticleId } from '#article/article.ts';
import type { FeedId } from '#feed/feed.ts';
import type { Outlet, OutletId } from '#feed/outlet.ts';
import { analyse } from '#language/analyse.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { findMentions } from '#lexicon/find-mentions.ts';
import { findAttributions } from '#statement/find-attributions.ts';
import type { Attribution, Statement } from '#statement/statement.ts';
import { statementsOf } from '#statement/statements-of.ts';

const FOLDER = 'tests/fixtures/statements';
const LANGUAGES = { english: 'en', french: 'fr', russian: 'ru' } as const;
/** Written before any rule was changed for them, and after all were changed for the first. */
const SETS = ['', '-later'] as const;
const AT = new Date('2025-07-01T12:00:00Z');
/** Of the letters that either has, so many must be in both: a card's words begin and end where the speaker's do. */
const LEAST_OVERLAP = 0.75;

const COURIER: Outlet = {
  id: 'courier' as OutletId,
  name: 'The Courier',
  kind: 'media',
  owner: 'The Courier',
  languages: ['en', 'fr', 'ru'],
};

/** A statement as the person who wrote the text means it. */
export type Meant = {
  readonly who: string;
  readonly words: string;
  readonly sides: readonly ActorId[];
  readonly inner?: ActorId;
  readonly denies?: boolean;
};

/** A text of the collection. `class`: which way of saying, or of not saying, it shows. */
export type Told = {
  readonly language: string;
  readonly isLater: boolean;
  readonly class: string;
  readonly text: string;
  readonly says: readonly Meant[];
};

/** What the program made of a text; each meant statement has the one found for it at its place. */
export type Outcome = {
  readonly told: Told;
  readonly found: readonly Statement[];
  readonly attributions: readonly Attribution[];
  readonly answers: readonly (Statement | undefined)[];
};

/** The whole collection, in the order of its files. */
export function readTold(): readonly Told[] {
  return files().flatMap(({ file, language, isLater }) => {
    const texts = parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Omit<Told, 'language' | 'isLater'>[];
    return texts.map((text) => ({ language, isLater, ...text }));
  });
}

/** The files that no language claims. */
export function unreadFiles(): readonly string[] {
  const read = files().map(({ file }) => file);
  return readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && !read.includes(file));
}

function files() {
  return SETS.flatMap((set) =>
    Object.entries(LANGUAGES).map(([name, language]) => ({
      file: `${name}${set}.yaml`,
      language,
      isLater: set !== '',
    })),
  );
}

/** Reads a text as the journey reads an article of an outlet that speaks for nobody. */
export function listen(told: Told, lexicon: Lexicon): Outcome {
  const { language, text } = told;
  const analysis = analyse({ text, language }, () => undefined);
  const reading = { analysis, mentions: findMentions(analysis, lexicon, AT), at: AT };
  const found = statementsOf(articleOf(text), COURIER, reading, lexicon);
  const attributions = findAttributions(reading, lexicon);
  return { told, found, attributions, answers: told.says.map((meant) => answerTo(meant, found, text)) };
}

/** Whether words, speaker, sides and denial are all as meant. */
export function isRight(meant: Meant, found: Statement | undefined): found is Statement {
  if (found === undefined) return false;
  const speaker = found.speakerWords ?? '';
  const isSpeaker = speaker !== '' && (meant.who.includes(speaker) || speaker.includes(meant.who));
  return isSpeaker && hasSides(meant, found) && found.denies === (meant.denies ?? false);
}

/** Sides that a statement stands under and whose words, as meant, it does not touch. */
export function wrongSides({ told, found }: Outcome): readonly string[] {
  return found.flatMap((statement) =>
    statement.sides
      .filter(
        (side) => !told.says.some((meant) => meant.sides.includes(side) && touches(meant, statement, told)),
      )
      .map((side) => `${side}: ${statement.words}`),
  );
}

/** What differs from what is meant, a line each. */
export function missesIn(outcome: Outcome): readonly string[] {
  const { told, found, answers } = outcome;
  const lines = told.says.flatMap((meant, at) => missOf(meant, answers[at]));
  const extra = found
    .filter((statement) => !answers.includes(statement))
    .map((statement) => `extra: ${shown(statement)}`);
  return [...lines, ...extra].map((line) => `${told.language} ${told.class}, ${line}`);
}

function missOf(meant: Meant, found: Statement | undefined): readonly string[] {
  if (found === undefined) return [`missed: ${meant.who} | ${meant.words}`];
  return isRight(meant, found)
    ? []
    : [`wrong: ${shown(found)}, meant ${meant.who} (${meant.sides.join(', ')})`];
}

const shown = ({ speakerWords, words, sides, denies }: Statement): string =>
  `${speakerWords ?? '?'} (${sides.join(', ')}${denies ? ', denies' : ''}) | ${words}`;

function answerTo({ words }: Meant, found: readonly Statement[], text: string): Statement | undefined {
  const meant = lettersOf(spansOf(words, text), text);
  const [best] = found
    .map((statement) => ({ statement, overlap: overlapOf(meant, lettersOf(statement.spans, text)) }))
    .toSorted((one, other) => other.overlap - one.overlap);
  return best && best.overlap >= LEAST_OVERLAP ? best.statement : undefined;
}

function touches({ words }: Meant, { spans }: Statement, { text }: Told): boolean {
  return overlapOf(lettersOf(spansOf(words, text), text), lettersOf(spans, text)) > 0;
}

function hasSides({ sides }: Meant, found: Statement): boolean {
  return new Set(sides).symmetricDifference(new Set(found.sides)).size === 0;
}

type Stretch = { readonly start: number; readonly end: number };

/** Where the parts of the meant words stand. Throws where the text does not have them. */
export function spansOf(words: string, text: string): readonly Stretch[] {
  let from = 0;
  return words.split(' … ').map((part) => {
    const start = text.indexOf(part, from);
    if (start < 0) throw new Error(`“${part}” does not stand in: ${text}`);
    from = start + part.length;
    return { start, end: from };
  });
}

function lettersOf(spans: readonly Stretch[], text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { start, end } of spans) {
    for (let at = start; at < end; at += 1) if (/[\p{L}\p{N}]/u.test(text.charAt(at))) inside.add(at);
  }
  return inside;
}

function overlapOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  return one.intersection(other).size / Math.max(1, one.union(other).size);
}

function articleOf(text: string): Article {
  return {
    id: 'article' as ArticleId,
    feed: 'feed' as FeedId,
    outlet: COURIER.id,
    title: '',
    text,
    isFullText: true,
    seenAt: AT.toISOString(),
    edition: 1,
    isArchive: false,
  };
}
