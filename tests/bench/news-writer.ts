import type { Actor } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import type { EventType } from '#lexicon/event.ts';
import type { Dice } from './dice.ts';
import { FILLERS, HEADLINES, REPORTS, VOCABULARY } from './english-sentences.ts';

/** Writes invented news about the lexicon's actors and events; nobody ever said any of it. */
export type NewsWriter = {
  /** One line about two actors and an event. */
  headline(): string;
  /** Sentences of about so many words together; about one in four tells of actors. */
  text(words: number): string;
};

/** One sentence in so many tells of actors. */
const REPORT_EVERY = 4;

/** A writer in one language. Beside English it strings the lexicon's own words together: names, phrases, verbs of saying. */
export function newsWriter(lexicon: Lexicon, language: string, dice: Dice): NewsWriter {
  const say = sentencesIn(lexicon, language, dice);
  return {
    headline: say.headline,
    text: (words) => {
      const sentences: string[] = [];
      let written = 0;
      while (written < words) {
        const sentence = dice.below(REPORT_EVERY) === 0 ? say.report() : say.filler();
        sentences.push(sentence);
        written += sentence.split(' ').length;
      }
      return sentences.join(' ');
    },
  };
}

type Sentences = Readonly<Record<'headline' | 'report' | 'filler', () => string>>;

function sentencesIn(lexicon: Lexicon, language: string, dice: Dice): Sentences {
  const actors = namesIn(lexicon, language);
  const phrases = phrasesIn(lexicon, language);
  const verbs = lexicon.speech[language]?.verbs ?? phrases;
  const slots: Readonly<Record<string, () => string>> = {
    actor: () => dice.pickEarly(actors),
    event: () => dice.pickEarly(phrases),
    verb: () => dice.pick(verbs),
    word: () => dice.pick(VOCABULARY),
  };
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]?.() ?? slot);
  if (language === 'en') {
    return {
      headline: () => fill(dice.pick(HEADLINES)),
      report: () => fill(dice.pick(REPORTS)),
      filler: () => fill(dice.pick(FILLERS)),
    };
  }
  return {
    headline: () => fill('{actor} {event} {actor}'),
    report: () => fill('{actor} {verb}: {event}, {actor} {verb}.'),
    filler: () => fill('{event} {verb} {event} {verb} {event}.'),
  };
}

function namesIn({ actors }: Lexicon, language: string): readonly string[] {
  const nameOf = ({ names, shown }: Actor): string =>
    names[language]?.[0] ?? shown[language] ?? shown['en'] ?? '';
  return [...actors.values()].map(nameOf).filter((name) => name !== '');
}

/** Phrases that are written as they stand: none with an open end or a gap. */
function phrasesIn({ events }: Lexicon, language: string): readonly string[] {
  const phrasesOf = ({ phrases }: EventType): readonly string[] => phrases[language] ?? phrases['en'] ?? [];
  return [...events.values()].flatMap(phrasesOf).filter((phrase) => !/[*…]/u.test(phrase));
}
