import { InvalidSettings } from '#config/problem.ts';
import type { Catalogue } from '#feed/catalogue.ts';
import type { Ledger } from '#ledger.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { shownName } from '#lexicon/shown-name.ts';
import { sideOf } from '#lexicon/side-of.ts';
import { EVERY_SPEAKER, type RuledSide } from '#statement/ruled-side.ts';
import { storedFacts } from '#story/gather-facts.ts';
import type { Decision } from '#story/ruling.ts';
import type { Story } from '#story/story.ts';
import {
  findArticle,
  findStatement,
  type NamedArticle,
  type NamedStatement,
  partsOf,
  type StoryParts,
} from '#story/story-parts.ts';

/** What the operator can do to a story. */
export type Verb = 'split' | 'merge' | 'side';

/** What a ruling is planned with. */
export type Planning = {
  readonly ledger: Ledger;
  readonly catalogue: Catalogue;
  readonly lexicon: Lexicon;
  readonly now: Date;
};

/** What would be decided, and what it would do, a line each. */
export type PlannedRuling = { readonly decision: Decision; readonly preview: readonly string[] };

/** A title is cut here: it only has to be recognised. */
const TITLE_CHARACTERS = 90;

/**
 * Reads what was typed behind `readout story split|merge|side`. Throws with the remedy where it names nothing that is
 * there. Changes nothing.
 */
export function planRuling(verb: Verb, typed: readonly string[], planning: Planning): Promise<PlannedRuling> {
  switch (verb) {
    case 'split':
      return planSplit(typed, planning);
    case 'merge':
      return planMerge(typed, planning);
    case 'side':
      return planSide(typed, planning);
  }
}

async function planSplit(
  [name = '', ...named]: readonly string[],
  planning: Planning,
): Promise<PlannedRuling> {
  const story = await storyCalled(name, 'split', planning);
  const parts = await partsIn(story, planning);
  const leaving = named.map((one) => findArticle(one, parts) ?? refuse('split', noSuchPart(one, story)));
  const chosen = new Set(leaving.map(({ name: part }) => part));
  const part = (isLeaving: boolean): readonly string[] =>
    parts.articles.filter((one) => chosen.has(one.name) === isLeaving).map(tellArticle);
  const isFirstNamed = chosen.has(parts.articles[0]?.name ?? '');
  if (chosen.size === parts.articles.length)
    refuse('split', {
      message: `That is all of ${story.shortName}.`,
      remedy: 'Name only what is another event.',
    });
  return {
    decision: {
      kind: 'split',
      story: story.id,
      articles: leaving.map(({ facts }) => facts.article.id),
    },
    preview: [
      `${story.shortName} and its cards keep the part with the first report:`,
      ...part(isFirstNamed),
      'A story of its own, never one with it again:',
      ...part(!isFirstNamed),
    ],
  };
}

async function planMerge(
  [one = '', other = '']: readonly string[],
  planning: Planning,
): Promise<PlannedRuling> {
  const stories = [
    await storyCalled(one, 'merge', planning),
    await storyCalled(other, 'merge', planning),
  ] as const;
  const [first, second] = stories;
  if (first.id === second.id)
    refuse('merge', {
      message: `${one} and ${other} are one story already: ${first.shortName}.`,
      remedy: 'There is nothing to do.',
    });
  const [older, younger] = first.openedAt <= second.openedAt ? [first, second] : [second, first];
  const { articles } = await partsIn(younger, planning);
  return {
    decision: { kind: 'merge', story: older.id, other: younger.id },
    preview: [
      `${older.shortName}, the older, lives on. ${younger.shortName} becomes part of it, with`,
      ...articles.map(tellArticle),
    ],
  };
}

async function planSide(
  [name = '', part = '', ...words]: readonly string[],
  planning: Planning,
): Promise<PlannedRuling> {
  const story = await storyCalled(name, 'side', planning);
  const parts = await partsIn(story, planning);
  const article = findArticle(part, parts);
  const statement = findStatement(part, parts);
  const said = words.join(' ');
  const ruled = ruledFor({ article, statement }) ?? refuse('side', noSuchPart(part, story));
  const isLifted = said === 'read';
  const side = isLifted || said === 'none' ? undefined : sideCalled(said, planning);
  const becomes = side === undefined ? said : shownName(side, planning.lexicon, 'en');
  const affected = parts.statements.filter(
    (one) => one.statement.article === ruled.article && isOf(one, ruled),
  );
  return {
    decision: {
      kind: 'side',
      story: story.id,
      ruled: { ...ruled, ...(side !== undefined && { side }) },
      ...(isLifted && { isLifted: true as const }),
    },
    preview: [
      isLifted
        ? 'For whom they speak is read from the article again:'
        : `Words that speak for ${becomes === 'none' ? 'no side' : becomes} from now on:`,
      ...affected.map(tellStatement),
    ],
  };
}

function ruledFor({
  article,
  statement,
}: {
  readonly article: NamedArticle | undefined;
  readonly statement: NamedStatement | undefined;
}): Pick<RuledSide, 'article' | 'speakerWords'> | undefined {
  if (article !== undefined) return { article: article.facts.article.id, speakerWords: EVERY_SPEAKER };
  if (statement === undefined) return undefined;
  const { article: id, speakerWords = '' } = statement.statement;
  return { article: id, speakerWords };
}

const isOf = ({ statement }: NamedStatement, { speakerWords }: Pick<RuledSide, 'speakerWords'>): boolean =>
  speakerWords === EVERY_SPEAKER || speakerWords === (statement.speakerWords ?? '');

async function storyCalled(name: string, verb: Verb, { ledger }: Planning): Promise<Story> {
  const found = await ledger.stories.findByShortName(name.trim().toUpperCase());
  const story = found?.mergedInto === undefined ? found : await ledger.stories.find(found.mergedInto);
  return (
    story ??
    refuse(verb, {
      message: `No story of everyone's news is called “${name}”.`,
      remedy: 'Take a short name such as R-7K2Q from a card, or from “readout news latest”.',
    })
  );
}

async function partsIn(story: Story, { ledger, catalogue }: Planning): Promise<StoryParts> {
  return partsOf(await storedFacts([story.id], ledger, catalogue.outletsFor(story.workspace)));
}

/** By its id, or by a name that people call it; an office and who holds it stand for their side. */
function sideCalled(typed: string, { lexicon, now }: Planning): ActorId {
  const wanted = typed.toLowerCase();
  const sides = new Set(
    [...lexicon.actors.values()]
      .filter(
        ({ id, shown, names }) =>
          id === wanted ||
          [...Object.values(shown), ...Object.values(names).flat()].some(
            (name) => name.toLowerCase() === wanted,
          ),
      )
      .flatMap(({ id }) => sideOf(id, lexicon, now) ?? []),
  );
  const [side, ...others] = sides;
  if (side !== undefined && others.length === 0) return side;
  return refuse('side', {
    message: `“${typed}” is ${side === undefined ? 'no side that is known' : `several sides: ${[...sides].join(', ')}`}.`,
    remedy: 'Take a country or an organisation, “none”, or “read” for what the article says.',
  });
}

const noSuchPart = (typed: string, { shortName }: Story) => ({
  message: `${shortName} has no “${typed}”.`,
  remedy: `Reports are A1, A2 …: “readout story sources ${shortName}”; statements S1, S2 …: “readout story sides ${shortName}”.`,
});

function refuse(verb: Verb, problem: { readonly message: string; readonly remedy: string }): never {
  throw new InvalidSettings([{ where: `readout story ${verb}`, ...problem }]);
}

const tellArticle = ({ name, facts }: NamedArticle): string =>
  `  ${name} ${facts.outlet.name}: ${cut(facts.article.title)}`;

const tellStatement = ({ name, in: article, statement }: NamedStatement): string =>
  `  ${name} (${article}) ${statement.speakerWords ?? 'nobody named'}: ${cut(statement.words)}`;

function cut(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ');
  return line.length <= TITLE_CHARACTERS ? line : `${line.slice(0, TITLE_CHARACTERS)}…`;
}
