import type { Card, CardSide } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { sourceCount } from '#card/source-count.ts';

/** Something that changed from one card to the next; `who` is a side where one is meant, `count` how many. */
export type CardTurn = {
  readonly kind:
    | 'side-spoke'
    | 'side-silent'
    | 'new-words'
    | 'words-gone'
    | 'taken-off'
    | 'status'
    | 'merged'
    | 'reports'
    | 'reports-gone'
    | 'headline'
    | 'summary'
    | 'figures';
  readonly who: string;
  readonly count: number;
  /** Whether it must not be missed: a side spoke, or the story took another turn. */
  readonly isMaterial: boolean;
};

/**
 * What a reader finds changed on the second card, the gravest first; at least one thing where they differ at all. Times
 * at which feeds were read do not count.
 */
export function cardTurns(before: Card, after: Card): readonly CardTurn[] {
  const turns = [
    ...takenOffTurns(before, after),
    ...sideTurns(before, after),
    ...statusTurns(before, after),
    ...reportTurns(before, after),
    ...wordTurns(before, after),
  ];
  return turns.length > 0 ? turns : [turn('figures', false)];
}

const turn = (kind: CardTurn['kind'], isMaterial: boolean, more: Partial<CardTurn> = {}): CardTurn => ({
  kind,
  who: '',
  count: 0,
  ...more,
  isMaterial,
});

function takenOffTurns(before: Card, after: Card): readonly CardTurn[] {
  const count = after.takenOff.length - before.takenOff.length;
  return count > 0 ? [turn('taken-off', true, { count })] : [];
}

function sideTurns(before: Card, after: Card): readonly CardTurn[] {
  const known = new Map([...before.sides, ...others(before)].map((side) => [side.name, side]));
  return [...after.sides, ...others(after)].flatMap((side) => sideTurn(known.get(side.name), side, after));
}

const others = ({ others }: Card): readonly CardSide[] => (others === undefined ? [] : [others]);

function sideTurn(
  before: CardSide | undefined,
  { name, quotes }: CardSide,
  after: Card,
): readonly CardTurn[] {
  const known = new Set(before?.quotes.map(({ words }) => words));
  const fresh = quotes.filter(({ words }) => !known.has(words)).length;
  const gone = known.size - (quotes.length - fresh);
  const isParty = after.sides.some((side) => side.name === name);
  if (known.size === 0 && fresh > 0) return [turn('side-spoke', isParty, { who: name, count: fresh })];
  if (quotes.length === 0 && known.size > 0) return [turn('side-silent', isParty, { who: name })];
  return [
    ...(fresh > 0 ? [turn('new-words', false, { who: name, count: fresh })] : []),
    ...(gone > 0 ? [turn('words-gone', false, { who: name, count: gone })] : []),
  ];
}

/** The first words of the status are its name: what follows counts and tells times. */
function statusTurns(before: Card, after: Card): readonly CardTurn[] {
  const isMerged = after.sides.length === 0 && before.sides.length > 0 && after.footer.length === 0;
  if (isMerged) return [turn('merged', true)];
  return before.tone === after.tone && nameIn(before.status) === nameIn(after.status)
    ? []
    : [turn('status', true, { who: nameIn(after.status) })];
}

function nameIn(status: Phrase): string {
  const [first] = status;
  return first?.kind === 'text' ? first.text.replaceAll(/[\d,].*$/g, '').trim() : '';
}

function reportTurns(before: Card, after: Card): readonly CardTurn[] {
  const count = sourceCount(after) - sourceCount(before);
  if (count === 0) return [];
  return count > 0 ? [turn('reports', false, { count })] : [turn('reports-gone', false, { count: -count })];
}

function wordTurns(before: Card, after: Card): readonly CardTurn[] {
  return [
    ...(before.headline === after.headline ? [] : [turn('headline', false)]),
    ...(said(before) === said(after) ? [] : [turn('summary', false)]),
  ];
}

const said = ({ summary }: Card): string => summary.map(({ words }) => words).join(' ');
