import type { Analysis, Sentence } from '#language/analysis.ts';
import { foldWord } from '#language/fold-word.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { ActorMention, Mentions } from '#lexicon/lexicon.ts';
import { sideOf } from '#lexicon/side-of.ts';
import { findQuotations } from './quotations.ts';

/** "Joint statement", "joint Norlandic-Surlandic declaration", « communiqué conjoint », «совместное заявление», «спільна заява». */
const JOINT =
  /(?<![\p{L}\p{N}])(?:joint (?:[\p{L}\p{M}.’'–-]+ ){0,4}?(?:statement|declaration|communiqu[eé])|(?:déclaration|communiqué) (?:conjointe?|commune?)|совместн(?:ое|ого|ом|ым|ая|ой|ую) (?:заявлени|деклараци|коммюнике)\p{L}*|спільн(?:а|ої|ій|у|ою) (?:заяв|декларац)\p{L}*|gemeinsame erklärung|(?:declaración|comunicado) conjunt[ao]|dichiarazione congiunta|declaração conjunta)(?!\p{L})/iu;

/** Beside the names of those whose text it is, nothing but these stands around such words; folded, of all languages. */
const BESIDE_NAMES: ReadonlySet<string> = new Set(
  `the a of by between with from and to as well his her its une un le la les l du de des d par entre avec et
  между и с со от der die das des von und mit el los las del y con por
  president presidents minister ministers prime foreign leader leaders head heads state government chancellor king
  president presidents presidente ministre ministres premier premiere etrangeres etrangers affaires chef chefs etat
  gouvernement dirigeants chancelier roi republique republic federation mr mrs ms m mm mme
  президент президента президентов президентом министр министра министров министром премьер лидер лидера лидеров
  глава главы глав государств государства правительств правительства иностранных дел республики федерации`
    .split(/\s+/u)
    .map(foldWord),
);

/** Who speaks for himself speaks for nobody else: a transcript, however its title calls it. */
const ONE_SPEAKER =
  /(?<![\p{L}\p{N}.])(?:I(?!\p{L}|[.)])|[Jj]e|[Jj][’'](?=\p{L})|[Яя]|[Мм]не|[Мм]еня|[Ii]ch|[Yy]o)(?![\p{L}\p{N}])/u;

/** Whether words call something a statement of several together. */
export const namesJointText = (text: string): boolean => JOINT.test(text);

/**
 * With whom a side publishes a text as their joint statement: whom the title, or the sentence that opens the text,
 * names as its authors, itself left out. None where that sentence only tells of such a statement ("adopted a joint
 * statement"), where the rest of it is only its subject ("on Z"), or where one person speaks in the text.
 */
export function jointAuthorsOf(
  { analysis, mentions, at }: { readonly analysis: Analysis; readonly mentions: Mentions; readonly at: Date },
  ownSide: ActorId,
  lexicon: Lexicon,
): readonly ActorId[] {
  const [passage, sentence] = jointOpening(analysis) ?? [];
  if (passage === undefined || sentence === undefined || isSpokenByOne(analysis)) return [];
  const text = analysis.passages[passage]?.text ?? '';
  const here = mentions.actors.filter((one) => one.passage === passage && one.sentence === 0);
  const authors = authorsIn(sentence, text, here).flatMap(({ actor }) => sideOf(actor, lexicon, at) ?? []);
  return [...new Set(authors)].filter((side) => side !== ownSide);
}

/** The first sentence of title, summary or text that has such words. */
function jointOpening({ passages }: Analysis): readonly [number, Sentence] | undefined {
  for (const [at, { text, sentences }] of passages.entries()) {
    const [first] = sentences;
    if (first && namesJointText(text.slice(first.start, first.end))) return [at, first];
  }
  return undefined;
}

function isSpokenByOne({ passages }: Analysis): boolean {
  return passages.some(({ text }) => {
    const quotations = findQuotations(text);
    const found = ONE_SPEAKER.exec(text);
    return (
      found !== null && !quotations.some(({ inner }) => inner.start <= found.index && found.index < inner.end)
    );
  });
}

/** The names around the words, up to the first other word behind them; none where another word stands before. */
function authorsIn(
  { start, end, words }: Sentence,
  text: string,
  mentions: readonly ActorMention[],
): readonly ActorMention[] {
  const found = JOINT.exec(text.slice(start, end));
  if (!found) return [];
  const from = start + found.index;
  const to = from + found[0].length;
  const isBeside = (at: number): boolean =>
    BESIDE_NAMES.has(words[at]?.folded ?? '') ||
    /^\p{Lu}/u.test(words[at]?.text ?? '') ||
    mentions.some(({ firstWord, lastWord }) => firstWord <= at && at <= lastWord);
  const before = words.flatMap((word, at) => (word.end <= from ? [at] : []));
  if (!before.every(isBeside)) return [];
  const stop = words.findIndex(
    (word, at) => word.start >= to && (!isBeside(at) || partsText(text, words, at)),
  );
  return mentions.filter(({ lastWord }) => stop < 0 || lastWord < stop);
}

/** A mark that ends what names the authors: "Joint statement: Z must stop". */
const partsText = (text: string, words: Sentence['words'], at: number): boolean =>
  /[:;—–|]|\s-\s/u.test(text.slice(words[at - 1]?.end, words[at]?.start));
