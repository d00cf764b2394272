import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { shownName } from '#lexicon/shown-name.ts';
import type { Part, Topic } from '#topic/topic.ts';

/** How one part of a topic was understood. */
export type PartExplanation = {
  /** As the person wrote it. */
  readonly written: string;
  readonly kind: Part['kind'];
  /** The shown names of the actors or events it stands for; the words themselves where they are plain words. */
  readonly understoodAs: readonly string[];
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
      const named = part.actors.map((actor) => lexicon.actors.get(actor));
      // The names of countries come in every language of the lexicon.
      const counts = named.map((actor) =>
        actor?.country ? lexicon.languages.length : countOf(actor?.names),
      );
      return { written, kind, understoodAs, languages: Math.max(1, ...counts) };
    }
    case 'event': {
      const events = part.events.map((id) => ({ id, type: lexicon.events.get(id) }));
      const understoodAs = events.map(({ id, type }) => type?.shown[language] ?? type?.shown['en'] ?? id);
      const counts = events.map(({ type }) => countOf(type?.phrases));
      return { written, kind, understoodAs, languages: Math.max(1, ...counts) };
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
  { written, kind, concept }: Extract<Part, { readonly kind: 'words' }>,
  lexicon: Lexicon,
  language: string,
): PartExplanation {
  const names = concept && lexicon.concepts.get(concept)?.names;
  if (!names) return { written, kind, understoodAs: [written], languages: 1 };
  return { written, kind, understoodAs: [names[language]?.[0] ?? written], languages: countOf(names) };
}

function explainGroup(
  part: Part,
  members: readonly Part[],
  lexicon: Lexicon,
  language: string,
): PartExplanation {
  const explained = members.map((member) => explainPart(member, lexicon, language));
  const understoodAs = explained.flatMap((member) => member.understoodAs);
  const languages = Math.min(...explained.map((member) => member.languages));
  return { written: part.written, kind: part.kind, understoodAs, languages };
}

const countOf = (names: Readonly<Record<string, readonly string[]>> | undefined): number =>
  Object.keys(names ?? {}).filter((language) => language !== 'any').length;
