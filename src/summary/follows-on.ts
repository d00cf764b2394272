const words = (written: string): string => written.split(/\s+/).filter(Boolean).join('|');

type Patterns = {
  /** First words that point back. */
  readonly openings: string;
  /** Beginnings that look so and point nowhere. */
  readonly not: string;
  /** Pronouns that stand for who speaks, and verbs of saying beside them. */
  readonly pronouns: string;
  readonly verbs: string;
  /** Whether the pronoun may hang on its verb: "dit-il", "a-t-elle ajouté". */
  readonly isHung?: boolean;
};

/** English, French, Russian. */
const PATTERNS: Readonly<Record<string, Patterns>> = {
  en: {
    openings: words(
      `he she it they him his her its their he's she's it's they're this that these those such`,
    ),
    not: 'this (?:week|month|year|morning|evening|summer|autumn|winter|spring)',
    pronouns: 'he|she|it|they',
    verbs: words(
      'said says told added adding wrote stated declared insisted warned explained continued went',
    ),
  },
  fr: {
    openings: words(
      `il elle ils elles lui celui celle ceux celles ce c cet cette ces cela ceci ça son sa ses leur leurs`,
    ),
    not: `il (?:y a|faut|s['’]agit)|c(?:e|et|ette) (?:semaine|mois|année|matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)`,
    pronouns: 'il|elle|ils|elles',
    verbs: words(`a ont ajoute affirme dit déclare poursuit explique assure précise`),
    isHung: true,
  },
  ru: {
    openings: words(`он она оно они его её ее их ему ей им это этот эта эти эту этого этому этом тот та те`),
    not: 'это (?:правда|факт)',
    pronouns: 'он|она|они',
    verbs:
      words(`сказал сказала сказали заявил заявила заявили добавил добавила добавили отметил отметила отметили
      подчеркнул подчеркнула подчеркнули сообщил сообщила сообщили пояснил пояснила написал написала`),
  },
};

type Reading = { readonly opening: RegExp; readonly not: RegExp; readonly saying: RegExp };

const READINGS: ReadonlyMap<string, Reading> = new Map(
  Object.entries(PATTERNS).map(([language, patterns]) => [language, readingOf(patterns)]),
);

function readingOf({ openings, not, pronouns, verbs, isHung = false }: Patterns): Reading {
  const ends = String.raw`(?![\p{L}\p{M}])`;
  const starts = String.raw`^[^\p{L}\p{N}]*`;
  const behind = String.raw`[,”"»’…!?]\s*[–—-]?\s*`;
  return {
    opening: new RegExp(`${starts}(?:${openings})${ends}`, 'iu'),
    not: new RegExp(`${starts}(?:${not})`, 'iu'),
    saying: new RegExp(
      [
        `${behind}(?:${pronouns})\\s+(?:${verbs})${ends}`,
        `${behind}(?:${verbs})\\s+(?:${pronouns})${ends}`,
        ...(isHung ? [`-(?:${pronouns})${ends}`] : []),
      ].join('|'),
      'iu',
    ),
  };
}

/**
 * Whether a sentence is understood only right behind the one before it: led by a pronoun, or somebody's words whose
 * speaker is one: "It said …", "“…”, he said in Elsa", "Il a ajouté", «Он добавил».
 */
export function followsOn(sentence: string, language: string | undefined): boolean {
  const reading = READINGS.get(language ?? '');
  if (reading === undefined) return false;
  return (reading.opening.test(sentence) && !reading.not.test(sentence)) || reading.saying.test(sentence);
}
