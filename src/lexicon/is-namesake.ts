import type { ActorMention } from '#lexicon/lexicon.ts';
import type { Phrasebook } from '#lexicon/phrasebook.ts';
import type { SentenceAt } from '#lexicon/sentence-at.ts';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Behind these the name of a country, a state or a city is somebody's surname; folded. */
const GIVEN_NAMES = wordSet(
  `michael george denzel martha kerry john james robert david william richard thomas charles daniel matthew mark paul
  steven andrew kevin brian edward ronald jason jeffrey ryan jacob gary eric jonathan stephen larry justin scott brandon
  benjamin samuel gregory frank raymond jack dennis jerry tyler aaron henry douglas peter adam nathan zachary walter kyle
  harold carl arthur roger keith jeremy terry lawrence sean christian albert ethan austin joe willie jesse billy bryan
  bruce ralph roy eugene louis philip bobby johnny mary patricia jennifer linda elizabeth barbara susan jessica sarah
  karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie
  rebecca laura helen sharon cynthia kathleen amy angela shirley anna ruth brenda pamela nicole katherine samantha
  christine catherine virginia rachel carolyn janet maria heather diane julie joyce victoria kelly christina joan evelyn
  jean pierre jacques michel alain philippe nicolas francois laurent patrick olivier sophie isabelle nathalie claire
  jose juan carlos luis miguel antonio francisco pedro manuel javier carmen marco luca giuseppe`,
);

/** Countries whose English name people are given at birth: with a surname behind it names a person; folded. */
const NAMES_GIVEN = wordSet('jordan chad georgia israel');

/** Words behind which a country is an airline or a brand; folded. */
const BRANDS = wordSet('air');

/** What stands behind a country though it is written with a capital: "Jordan Valley", "leave Chad Monday"; folded. */
const NO_SURNAMES = wordSet(
  `king queen prince princess crown president prime foreign minister ministry ambassador parliament army river valley
  basin border dream state war strip embassy government times
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december`,
);

/**
 * Whether the name of a country or a city is part of another name: of a person ("Denzel Washington", "Jordan Miller") or
 * an airline. Tells nothing where capitals tell nothing: in a line of them and in German.
 */
export function isNamesake(
  { firstWord, lastWord, by }: ActorMention,
  { words, text }: SentenceAt,
  { language, names }: Phrasebook,
): boolean {
  const named = words[firstWord];
  if (!named || firstWord !== lastWord || by === 'demonym') return false;
  const isJoined = (left: number): boolean => text.slice(words[left]?.end, words[left + 1]?.start) === ' ';
  const before = words[firstWord - 1]?.folded ?? '';
  if ((GIVEN_NAMES.has(before) || BRANDS.has(before)) && isJoined(firstWord - 1))
    return /^\p{Lu}/u.test(words[firstWord - 1]?.text ?? '');
  const next = words[lastWord + 1];
  if (!next || !NAMES_GIVEN.has(named.folded) || language === 'de' || !isJoined(lastWord)) return false;
  if (!/^\p{Lu}\p{Ll}/u.test(next.text) || /['’ʼ]s$/u.test(named.text)) return false;
  const isKnown = NO_SURNAMES.has(next.folded) || names(words, lastWord + 1).length > 0;
  return !isKnown && words.some((word) => /^\p{Ll}{4,}/u.test(word.text));
}
