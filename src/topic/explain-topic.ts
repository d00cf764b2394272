import type { Actor, ActorKind, Names } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { officeOf } from '#lexicon/office-id.ts';
import { shownName } from '#lexicon/shown-name.ts';
import type { Part, Topic } from '#topic/topic.ts';

/**
 * What a part of a topic is: an actor of a kind, an event, a word that the lexicon can translate, one that it cannot, or
 * words in quotation marks.
 */
export type Nature = ActorKind | 'event' | 'common-word' | 'plain-word' | 'exact-words';

/** How one part of a topic was understood. */
export type PartExplanation = {
  /** As the person wrote it. */
  readonly written: string;
  readonly kind: Part['kind'];
  /** The shown names of the actors or events it stands for; the words themselves where they are plain words. */
  readonly understoodAs: readonly string[];
  /** What it is; several where one name stands for several, or where alternatives differ. */
  readonly natures: readonly Nature[];
  /** In how many languages it is known; 1 for plain words that it cannot translate. */
  readonly languages: number;
};

/** How a topic was understood, part by part, and what is left out or restricted, as written. */
export type TopicExplanation = {
  readonly parts: readonly PartExplanation[];
  readonly excluded: readonly PartExplanation[];
  readonly restrictions: readonly string[];
};

/** Says in a reader's language what a topic means. */
export function explainTopic(topic: Topic, lexicon: Lexicon, language: string): TopicExplanation {
  return {
    parts: topic.parts.map((part) => explainPart(part, lexicon, language)),
    excluded: topic.excluded.map((part) => explainPart(part, lexicon, language)),
    restrictions: topic.restrictions.map(({ written }) => written),
  };
}

function explainPart(part: Part, lexicon: Lexicon, language: string): PartExplanation {
  const { written, kind } = part;
  switch (part.kind) {
    case 'actor': {
      const understoodAs = part.actors.map((actor) => shownName(actor, lexicon, language));
      const named = part.actors.flatMap((actor) => lexicon.actors.get(actor) ?? []);
      const offices = part.actors.flatMap((actor) => officeOf(actor) ?? []);
      const natures = distinct([
        ...named.map((actor) => actor.kind),
        ...offices.map(() => 'office' as const),
      ]);
      const counts = [
        ...named.map((actor) => languagesOfNames(actor, lexicon)),
        ...offices.map(({ role }) => countOf(lexicon.roles.get(role)?.titles)),
      ];
      return { written, kind, understoodAs, natures, languages: Math.max(1, ...counts) };
    }
    case 'event': {
      const events = part.events.map((id) => ({ id, type: lexicon.events.get(id) }));
      const understoodAs = events.map(({ id, type }) => type?.shown[language] ?? type?.shown['en'] ?? id);
      const counts = events.map(({ type }) => countOf(type?.phrases));
      return { written, kind, understoodAs, natures: ['event'], languages: Math.max(1, ...counts) };
    }
    case 'words':
      return explainWord(part, lexicon, language);
    case 'any':
      return explainGroup(part, part.options, lexicon, language);
    case 'near':
      return explainGroup(part, [part.left, part.right], lexicon, language);
  }
}

function explainWord(
  { written, kind, concept, isExact }: Extract<Part, { readonly kind: 'words' }>,
  lexicon: Lexicon,
  language: string,
): PartExplanation {
  const names = concept && lexicon.concepts.get(concept)?.names;
  if (!names) {
    return {
      written,
      kind,
      understoodAs: [written],
      natures: [isExact ? 'exact-words' : 'plain-word'],
      languages: 1,
    };
  }
  const understoodAs = [names[language]?.[0] ?? written];
  return { written, kind, understoodAs, natures: ['common-word'], languages: countOf(names) };
}

function explainGroup(
  part: Part,
  members: readonly Part[],
  lexicon: Lexicon,
  language: string,
): PartExplanation {
  const explained = members.map((member) => explainPart(member, lexicon, language));
  const understoodAs = explained.flatMap((member) => member.understoodAs);
  const natures = distinct(explained.flatMap((member) => member.natures));
  const languages = Math.min(...explained.map((member) => member.languages));
  return { written: part.written, kind: part.kind, understoodAs, natures, languages };
}

/** The names of countries come in every language of the lexicon; `any` is a name in all that write Latin letters. */
function languagesOfNames({ country, names }: Actor, { languages }: Lexicon): number {
  if (country !== undefined) return languages.length;
  if (names['any'] === undefined) return countOf(names);
  return languages.filter((language) => names[language] !== undefined || isLatin(language)).length;
}

const isLatin = (language: string): boolean => new Intl.Locale(language).maximize().script === 'Latn';

const countOf = (names: Names | undefined): number =>
  Object.keys(names ?? {}).filter((language) => language !== 'any').length;

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];
