import type { Analysis, Word } from '#language/analysis.ts';
import { foldWord } from '#language/fold-word.ts';
import { memoise } from '#language/memoise.ts';
import { formsIn } from '#lexicon/forms-in.ts';
import type { EventMention } from '#lexicon/lexicon.ts';
import { ABOUT, WITH } from '#match/participant-words.ts';
import { contactKindOf } from '#story/contact-kind-of.ts';
import { dateWordsIn } from '#story/date-words.ts';

/** Whether a contact is told as coming before another one or after it. */
type Beside = 'before' | 'after';

type Spot = Pick<EventMention, 'passage' | 'sentence' | 'firstWord'>;

const foldedSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(foldWord));

/** English, French, Russian, German, Spanish. */
const BEFORE = foldedSet('before ahead avant перед до vor antes');
const AFTER = foldedSet('after following après suite после nach después tras');

/** Between "before" and the other contact: "before his call", "after a long phone call". */
const CONTACT_REACH = 5;
/** "About the war in Ukraine", "on Iran": so many words between that word and whoever is only spoken of. */
const ABOUT_REACH = 3;
/** So many are kept of what each language says "about" by. */
const LANGUAGES = 50;
/** "Au sujet de", "à propos de". */
const SUBJECT = foldedSet('sujet propos');

/** A sentence's part from "before" or "after" on, where that leads to another contact: "before his call with Z". */
export type Aside = {
  readonly passage: number;
  readonly sentence: number;
  readonly from: number;
  readonly beside: Beside;
};

/** The parts of an article's sentences that tell of another contact than the one that they report. */
export function asidesOf(events: readonly EventMention[], { passages }: Analysis): readonly Aside[] {
  return events
    .filter(({ event }) => contactKindOf(event) !== undefined)
    .flatMap((contact) => {
      const words = passages[contact.passage]?.sentences[contact.sentence]?.words ?? [];
      const from = words.findLastIndex(
        ({ folded }, at) =>
          at > 0 &&
          at < contact.firstWord &&
          at >= contact.firstWord - CONTACT_REACH &&
          (BEFORE.has(folded) || AFTER.has(folded)),
      );
      if (from < 0) return [];
      const beside: Beside = BEFORE.has(words[from]?.folded ?? '') ? 'before' : 'after';
      return [{ passage: contact.passage, sentence: contact.sentence, from, beside }];
    });
}

/** Whether a mention stands in such a part. */
export const standsAside = (mention: Spot, asides: readonly Aside[]): boolean =>
  asides.some(
    ({ passage, sentence, from }) =>
      mention.passage === passage && mention.sentence === sentence && mention.firstWord > from,
  );

/** Whether a sentence names somebody only as what a contact was about: "spoke by phone about the war in Ukraine". */
export function isSubjectAlone(
  { passage, sentence, firstWord }: Spot,
  events: readonly EventMention[],
  { passages, language = '' }: Analysis,
): boolean {
  const words = passages[passage]?.sentences[sentence]?.words ?? [];
  const about = aboutIn(language);
  const reach = words.slice(Math.max(0, firstWord - 1 - ABOUT_REACH), firstWord);
  const from = reach.findLastIndex(({ folded }) => about.has(folded));
  if (from < 0 || reach.slice(from + 1).some((word) => isOfOtherPhrase(word, language))) return false;
  return events.some(
    (one) =>
      one.passage === passage &&
      one.sentence === sentence &&
      one.firstWord < firstWord &&
      contactKindOf(one.event) !== undefined,
  );
}

const aboutIn = memoise(
  (language: string): ReadonlySet<string> => new Set([...formsIn(ABOUT, language), ...SUBJECT]),
  LANGUAGES,
);

/** "On Friday with Z": that word began another phrase. */
const isOfOtherPhrase = ({ folded }: Word, language: string): boolean =>
  formsIn(WITH, language).includes(folded) ||
  /^\d/.test(folded) ||
  dateWordsIn(language)?.weekdays.has(folded) === true;
