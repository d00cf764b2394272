import type { Grammar } from './find-cues.ts';
import type { Token } from './sentence-tokens.ts';

/** The tokens that name a speaker; `to` is the first behind them. */
export type Phrase = {
  readonly from: number;
  readonly to: number;
  /** The first token of everything that belongs to it on its left, such as a leading comma or "and". */
  readonly edge: number;
  /** Whether "as" stands before it: "as Mr X said". */
  readonly isAside: boolean;
};

const LONGEST_PHRASE = 16;

/**
 * The subject of a verb of saying that ends before `cueFrom` and begins at `floor` or later; nothing where the
 * words do not really say it was said.
 */
export function phraseBefore(
  tokens: readonly Token[],
  cueFrom: number,
  floor: number,
  grammar: Grammar,
): Phrase | undefined {
  const last = lastOfSubject(tokens, cueFrom, grammar);
  if (last === undefined || last < floor) return undefined;
  if (grammar.pronouns.has(tokens[last]?.lower ?? '')) return told(phraseAt(tokens, last, last + 1, grammar));

  const end = tokens[last]?.lower === ',' ? headBeforeApposition(tokens, last, grammar) : last;
  if (end === undefined || end < floor || !isNominal(tokens, end, grammar)) return undefined;
  const start = Math.max(floor, startOfRun(tokens, end, grammar));
  const from = withoutLeading(tokens, start, end + 1, grammar);
  return isSpeakable(tokens, from, end + 1, grammar)
    ? told(phraseAt(tokens, from, last + 1, grammar))
    : undefined;

  function told(phrase: Phrase): Phrase | undefined {
    const before = tokens[phrase.from - 1]?.lower ?? '';
    return grammar.words.conditions.has(before) ? undefined : phrase;
  }
}

/** The subject that begins at `at`, behind an inverted verb or an "according to". */
export function phraseAfter(tokens: readonly Token[], at: number, grammar: Grammar): Phrase | undefined {
  const { words } = grammar;
  let from = at;
  while (isAdverbial(tokens[from], grammar) || isDay(tokens, from, grammar)) from += 1;
  if (words.impersonal.has(tokens[from]?.lower ?? '')) return placeBehind(tokens, from + 1, grammar);
  const first = tokens[from]?.lower ?? '';
  if (words.prepositions.has(first) && !isRussianPlace(first)) return undefined;
  if (grammar.pronouns.has(tokens[from]?.lower ?? '')) return phraseAt(tokens, from, from + 1, grammar);

  const to = endOfRun(tokens, from, grammar);
  if (!isSpeakable(tokens, from, to, grammar)) return undefined;
  const end = joinedBehind(tokens, from, to, grammar) ?? apposedTo(tokens, to, grammar);
  return phraseAt(tokens, from, end, grammar);
}

/** "souligne-t-on à l'Élysée": the place behind speaks. */
function placeBehind(tokens: readonly Token[], at: number, grammar: Grammar): Phrase | undefined {
  if (!grammar.words.destinations.has(tokens[at]?.lower ?? '')) return undefined;
  const to = endOfRun(tokens, at + 1, grammar);
  return isSpeakable(tokens, at + 1, to, grammar) ? phraseAt(tokens, at + 1, to, grammar) : undefined;
}

/** "…, said Mr X and Ms Y.": behind two or more names, unless the last begins a clause of its own. */
function joinedBehind(
  tokens: readonly Token[],
  from: number,
  to: number,
  grammar: Grammar,
): number | undefined {
  const { words } = grammar;
  if (!words.ands.has(tokens[to]?.lower ?? '') || !isNames(tokens.slice(from, to), grammar)) return undefined;
  const end = endOfRun(tokens, to + 1, grammar);
  const next = tokens[end];
  const closes = next === undefined || next.kind !== 'word' || words.beside.has(next.lower);
  return closes && isNames(tokens.slice(to + 1, end), grammar) ? end : undefined;
}

/** Behind the last word of a name or an office: a time or a phrase of another kind ends it. */
function endOfRun(tokens: readonly Token[], from: number, grammar: Grammar): number {
  let to = from;
  while (to < tokens.length && isNominal(tokens, to, grammar)) {
    if (to > from && endsRun(tokens[to], tokens[to + 1], grammar)) break;
    to += 1;
  }
  return to;
}

/** "… Ms X on Monday" ends before "on", "the embassy in Port Anders" does not end before "in". */
function endsRun(token: Token | undefined, next: Token | undefined, { words }: Grammar): boolean {
  const lower = token?.lower ?? '';
  if (words.times.has(lower)) return true;
  if (!words.prepositions.has(lower) || words.of.has(lower)) return false;
  return !next?.isCapital || words.times.has(next.lower);
}

/** The first token of the clause that a subject at `at` stands in: behind a mark, a joint or a "that". */
export function startOfClause(tokens: readonly Token[], at: number, grammar: Grammar): number {
  let from = at;
  while (from > 0 && at - from < LONGEST_PHRASE && isNominal(tokens, from - 1, grammar)) from -= 1;
  return from;
}

/** The name or office that opens a sentence. */
export function openingName(
  tokens: readonly Token[],
  { words, speakerNouns, pronouns }: Grammar,
): Phrase | undefined {
  const { determiners, of, officeWords } = words;
  const isPart = ({ isCapital, lower }: Token, at: number): boolean =>
    at === 0
      ? isCapital && !words.prepositions.has(lower) && !words.joints.has(lower) && !pronouns.has(lower)
      : isCapital || [determiners, of, officeWords, speakerNouns].some((known) => known.has(lower));
  const isAdjective = (at: number): boolean =>
    words.adjectivesFollow &&
    speakerNouns.has(tokens[at - 1]?.lower ?? '') &&
    of.has(tokens[at + 1]?.lower ?? '');
  const rest = tokens.findIndex(
    (token, at) => token.kind !== 'word' || !(isPart(token, at) || isAdjective(at)),
  );
  const isOnlyArticle = rest === 1 && words.determiners.has(tokens[0]?.lower ?? '');
  return rest > 0 && !isOnlyArticle ? { from: 0, to: rest, edge: 0, isAside: false } : undefined;
}

/** Steps left over "has", "also" and adverbs; undefined where the saying is denied or only possible. */
function lastOfSubject(tokens: readonly Token[], cueFrom: number, { words }: Grammar): number | undefined {
  let at = cueFrom - 1;
  while (at >= 0) {
    const { lower = '', isCapital = false } = tokens[at] ?? {};
    // "Kelly" ends like an adverb; its capital makes a name of it.
    const isAdverb = !isCapital && /^\p{Ll}{3,}ly$/u.test(lower);
    if (words.unsaid.has(lower)) {
      return undefined;
    } else if (!words.fillers.has(lower) && !isAdverb) {
      return at;
    }
    at -= 1;
  }
  return at;
}

/** For "Name, the spokesman, said": the last token of the name before the apposition that ends at `comma`. */
function headBeforeApposition(tokens: readonly Token[], comma: number, grammar: Grammar): number | undefined {
  for (let at = comma - 1; at > 0 && comma - at <= LONGEST_PHRASE; at -= 1) {
    if (tokens[at]?.kind === 'quotation') return undefined;
    if (tokens[at]?.lower !== ',') continue;
    return isApposed(tokens, at, comma, grammar) ? at - 1 : undefined;
  }
  return undefined;
}

function isSpeakerNounNear(
  tokens: readonly Token[],
  from: number,
  to: number,
  { speakerNouns }: Grammar,
): boolean {
  return tokens.slice(from, to).some(({ lower }) => speakerNouns.has(lower));
}

/** "Name, the spokesman,", "Name, who …,", and the other way about "The spokesman of the ministry, Name,". */
function isApposed(tokens: readonly Token[], comma: number, end: number, grammar: Grammar): boolean {
  const { words, speakerNouns } = grammar;
  const opens = tokens[comma + 1]?.lower ?? '';
  const head = tokens[comma - 1];
  if (head?.kind !== 'word') return false;
  const apposed = tokens.slice(comma + 1, end);
  const run = tokens.slice(startOfClause(tokens, comma - 1, grammar), comma);
  const isTitled =
    words.determiners.has(run[0]?.lower ?? '') && run.some(({ lower }) => speakerNouns.has(lower));
  if (isTitled && apposed.length > 1 && apposed.every(({ isCapital }) => isCapital)) return true;
  if (!head.isCapital && !speakerNouns.has(head.lower)) return false;
  return (
    words.determiners.has(opens) ||
    words.relatives.has(opens) ||
    words.beside.has(opens) ||
    opens.endsWith('ing') ||
    (head.isCapital && tokens[comma - 2]?.isCapital === true) ||
    isSpeakerNounNear(tokens, comma + 1, end, grammar)
  );
}

function startOfRun(tokens: readonly Token[], end: number, grammar: Grammar): number {
  return joinedByAnd(tokens, startOfClause(tokens, end, grammar), grammar);
}

/** "Mr X, Ms Y and Ms Z said": those before the "and" take part when nothing but names and offices stands there. */
function joinedByAnd(tokens: readonly Token[], from: number, grammar: Grammar): number {
  if (!grammar.words.ands.has(tokens[from - 1]?.lower ?? '')) return from;
  let start = from;
  let mark = from - 1;
  while (mark > 0) {
    // "On Friday Mr X and Ms Y"
    const opening = startOfClause(tokens, mark, grammar);
    const first = withoutLeading(tokens, opening, mark, grammar);
    // "In a joint statement, Mr X and Ms Y": what they said it in is none of them.
    if (first > opening && !tokens[first]?.isCapital) break;
    // «В Белом доме X и Y»: which of the words are the place is for those to say who know the names.
    if (isRussianPlace(tokens[first]?.lower ?? '') && tokens[mark - 1]?.isCapital) return first;
    if (!isNames(tokens.slice(first, mark), grammar)) break;
    start = first;
    if (tokens[first - 1]?.lower !== ',') break;
    mark = first - 1;
  }
  return start;
}

/** Names and offices with nothing beside them; of an office an adjective may stand last: "les ministères arménien". */
function isNames(row: readonly Token[], { words, speakerNouns, pronouns }: Grammar): boolean {
  const isPart = ({ lower, isCapital, kind }: Token): boolean =>
    kind === 'word' &&
    !words.prepositions.has(lower) &&
    !pronouns.has(lower) &&
    !words.times.has(lower) &&
    (isCapital ||
      [words.determiners, words.of, words.officeWords, speakerNouns].some((known) => known.has(lower)));
  const last = row.at(-1);
  const isAdjectiveLast =
    last?.kind === 'word' && !isPart(last) && speakerNouns.has(row.at(-2)?.lower ?? '') && row.length > 2;
  const parts = isAdjectiveLast ? row.slice(0, -1) : row;
  return parts.every(isPart) && parts.some(({ isCapital, lower }) => isCapital || speakerNouns.has(lower));
}

function isNominal(tokens: readonly Token[], at: number, { words, openers }: Grammar): boolean {
  const token = tokens[at];
  // Inside a sentence a point belongs to an abbreviation, unless nothing follows.
  if (token?.kind !== 'word') return /^[.&]$/.test(token?.lower ?? '') && tokens[at + 1]?.kind === 'word';
  const { joints, relatives, conditions } = words;
  return ![joints, relatives, conditions, openers].some((closed) => closed.has(token.lower));
}

/** Leaves out "On Tuesday", "In a call" and adverbs before the subject. */
function withoutLeading(tokens: readonly Token[], start: number, end: number, { words }: Grammar): number {
  let from = start;
  while (from < end - 1) {
    const lower = tokens[from]?.lower ?? '';
    if (words.fillers.has(lower) || words.times.has(lower)) from += 1;
    else if (words.prepositions.has(lower) && !isRussianPlace(lower))
      from += words.determiners.has(tokens[from + 1]?.lower ?? '') ? 3 : 2;
    else break;
  }
  return Math.min(from, end - 1);
}

/** "В Кремле заявили": in Russian a place with "в" is who speaks. */
function isRussianPlace(lower: string): boolean {
  return lower === 'в' || lower === 'во';
}

function isSpeakable(
  tokens: readonly Token[],
  from: number,
  to: number,
  { words, speakerNouns, pronouns }: Grammar,
): boolean {
  const phrase = tokens.slice(from, to).filter(({ kind }) => kind === 'word');
  const last = phrase.at(-1);
  // "Mr Petrov's claim": a possessive owns a noun and says nothing.
  if (!last || last.lower === 's' || phrase.length > LONGEST_PHRASE) return false;
  if (pronouns.has(last.lower)) return true;
  if (words.determiners.has(last.lower) || words.prepositions.has(last.lower) || words.of.has(last.lower))
    return false;
  return phrase.some(
    ({ lower, isCapital }) =>
      isCapital || words.determiners.has(lower) || speakerNouns.has(lower) || /^\p{Ll}{3,}s$/u.test(lower),
  );
}

/** "сообщили в пятницу в МИД": the day stands before the place that speaks. */
function isDay(tokens: readonly Token[], at: number, { words }: Grammar): boolean {
  return isRussianPlace(tokens[at]?.lower ?? '') && words.times.has(tokens[at + 1]?.lower ?? '');
}

function isAdverbial(token: Token | undefined, { words }: Grammar): boolean {
  return (
    token?.kind === 'word' &&
    (words.fillers.has(token.lower) || words.times.has(token.lower) || token.lower === 't')
  );
}

/** Takes in "…, the Kremlin spokesman" behind a name, when it ends the clause and holds names and words of office alone. */
function apposedTo(tokens: readonly Token[], to: number, grammar: Grammar): number {
  if (tokens[to]?.lower !== ',') return to;
  let end = to + 1;
  while (isOfTitle(tokens[end], grammar)) end += 1;
  const closes = tokens[end];
  const isClosed = closes === undefined || closes.lower === ',' || closes.lower === '.';
  return isClosed && isSpeakerNounNear(tokens, to + 1, end, grammar) ? end : to;
}

function isOfTitle(token: Token | undefined, { words, speakerNouns }: Grammar): boolean {
  if (token?.kind !== 'word') return false;
  const { determiners, of, officeWords } = words;
  return (
    token.isCapital || [determiners, of, officeWords, speakerNouns].some((known) => known.has(token.lower))
  );
}

function phraseAt(tokens: readonly Token[], from: number, to: number, { words }: Grammar): Phrase {
  const isAside = words.as.has(tokens[from - 1]?.lower ?? '');
  let edge = isAside ? from - 1 : from;
  if (words.ands.has(tokens[edge - 1]?.lower ?? '')) edge -= 1;
  if (tokens[edge - 1]?.lower === ',') edge -= 1;
  return { from, to, edge, isAside };
}
