import type { Sentence, Word } from '#language/analysis.ts';
import type { ActorMention } from '#lexicon/lexicon.ts';
import { dateWordsIn } from '#story/date-words.ts';

/** Between a name and its verb: "Berg on Monday said", "said the spokesman of President Berg". */
const VERB_REACH = 4;
/** Between "Berg said" and whoever does what is told: "Berg said that President Moran". */
const SUBJECT_REACH = 4;
const MARK = /[,;:–—]/u;

/** A sentence that tells of a contact, and who is named in it. */
type Told = {
  readonly words: Sentence['words'];
  readonly text: string;
  readonly event: { readonly firstWord: number };
  readonly named: readonly ActorMention[];
  readonly language: string | undefined;
};

/**
 * Whether somebody is named only as who says that others are, or will be, in touch: "Moran will visit Elsa, Berg told
 * reporters", "Berg said Moran would call". Somebody else must be named as who acts; whoever speaks of "my talks" or "a
 * call with" acts himself.
 */
export function isOnlySaying(mention: ActorMention, told: Told): boolean {
  return isBehindWhatIsSaid(mention, told) || isBeforeWhatIsSaid(mention, told);
}

/** "…, Berg told reporters", "…, a indiqué Berg", «…, сообщил Берг»: a clause of its own behind the event. */
function isBehindWhatIsSaid(mention: ActorMention, told: Told): boolean {
  const { words, text, event, named } = told;
  const [subject] = named;
  if (subject === undefined || isOf(mention, subject) || subject.firstWord > event.firstWord) return false;
  const from = clauseStart(mention.firstWord, words, text);
  return from > event.firstWord && saysWithin(words.slice(from), told);
}

/** "Berg said (that) Moran will call": somebody else acts right behind the verb. */
function isBeforeWhatIsSaid(mention: ActorMention, told: Told): boolean {
  const { words, text, event, named } = told;
  const behind = words.slice(mention.lastWord + 1, mention.lastWord + 1 + VERB_REACH);
  const verb = behind.findIndex(({ folded }) => saidIn(told).has(folded));
  if (verb < 0) return false;
  const at = mention.lastWord + 1 + verb;
  if (MARK.test(text.slice(words[mention.lastWord]?.end, words[at]?.start))) return false;
  const subject = named.find(({ firstWord }) => firstWord > at);
  return (
    subject !== undefined &&
    !isOf(mention, subject) &&
    subject.firstWord - at - 1 <= SUBJECT_REACH &&
    subject.firstWord < event.firstWord &&
    words.slice(at + 1, subject.firstWord).every((word) => leadsToSubject(word, told))
  );
}

const isOf = (one: ActorMention, other: ActorMention): boolean =>
  one.actor === other.actor || one.firstWord === other.firstWord;

const saidIn = ({ language }: Told): ReadonlySet<string> => dateWordsIn(language)?.said ?? new Set();

/** "That", "President", "the Norlandic": no verb, and nothing of the speaker's own doing. */
const leadsToSubject = ({ folded, text }: Word, { language }: Told): boolean =>
  dateWordsIn(language)?.announced.has(folded) === true || folded === 'the' || /^\p{Lu}/u.test(text);

function clauseStart(word: number, words: Sentence['words'], text: string): number {
  for (let at = word; at > 0; at -= 1) {
    if (MARK.test(text.slice(words[at - 1]?.end, words[at]?.start))) return at;
  }
  return 0;
}

const saysWithin = (clause: readonly Word[], told: Told): boolean =>
  clause.slice(0, VERB_REACH + 1).some(({ folded }) => saidIn(told).has(folded));
