import type { Option } from '#command/command.ts';
import { languageMeant } from '#command/language-meant.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { parseQuery } from '#topic/parse-query.ts';
import type { Part, Restriction, Topic } from '#topic/topic.ts';

/** The options that narrow a search, each by itself; a word of several goes in quotes. */
export const narrowingOptions = [
  narrowingOption('outlet', 'média', {
    en: 'Only what this outlet published',
    fr: 'Seulement ce que ce média a publié',
  }),
  narrowingOption('language', 'langue', {
    en: 'Only articles in this language: French, or fr',
    fr: 'Seulement les articles dans cette langue : français, ou fr',
  }),
  narrowingOption('event', 'événement', {
    en: 'Only what tells of this: visit, "phone call", sanctions',
    fr: 'Seulement ce qui en parle : visite, "appel téléphonique", sanctions',
  }),
  narrowingOption('actor', 'acteur', {
    en: 'Only what names this person, country or organisation',
    fr: 'Seulement ce qui nomme cette personne, ce pays ou cette organisation',
  }),
  narrowingOption('country', 'pays', {
    en: 'Only outlets of this country: France, or fr',
    fr: 'Seulement les médias de ce pays : France, ou fr',
  }),
] as const satisfies readonly Option[];

/** One of them as somebody filled it in, and what it asks of an article. */
export type Narrowing = {
  readonly option: Option;
  readonly written: string;
  readonly parts: readonly Part[];
  readonly restrictions: readonly Restriction[];
};

/** What the options ask for, or the first of them that nobody can make sense of. */
export type Narrowings =
  | { readonly kind: 'narrowings'; readonly narrowings: readonly Narrowing[] }
  | { readonly kind: 'not-understood'; readonly option: Option; readonly written: string };

/** Reads the options that narrow a search. */
export function narrowingsIn(options: Readonly<Record<string, string>>, lexicon: Lexicon): Narrowings {
  const narrowings: Narrowing[] = [];
  for (const option of narrowingOptions) {
    const written = options[option.name]?.trim() ?? '';
    if (written === '') continue;
    const narrowing = narrowingOf(option, written, lexicon);
    if (narrowing === undefined) return { kind: 'not-understood', option, written };
    narrowings.push(narrowing);
  }
  return { kind: 'narrowings', narrowings };
}

/** Whether a search that is narrowed to this means anything. */
export const isUnderstoodAs = (option: Pick<Option, 'name'>, written: string, lexicon: Lexicon): boolean =>
  narrowingsIn({ [option.name]: written }, lexicon).kind === 'narrowings';

/** The topic of a search, with all that its options ask for beside its words. */
export const narrowedBy = (topic: Topic, narrowings: readonly Narrowing[]): Topic => ({
  ...topic,
  parts: [...topic.parts, ...narrowings.flatMap(({ parts }) => parts)],
  restrictions: [...topic.restrictions, ...narrowings.flatMap(({ restrictions }) => restrictions)],
});

function narrowingOption<const Name extends string>(
  name: Name,
  nameInFrench: string,
  description: Option['description'],
) {
  return {
    name,
    nameInFrench,
    description,
    kind: 'word',
    isRequired: false,
    ...(name === 'outlet' && { suggests: 'outlets' as const }),
  } as const;
}

function narrowingOf(
  option: (typeof narrowingOptions)[number],
  written: string,
  lexicon: Lexicon,
): Narrowing | undefined {
  const told = { option, written };
  switch (option.name) {
    case 'outlet':
      return { ...told, ...restrictedTo('outlet', written) };
    case 'language': {
      const code = languageMeant(written);
      return code === undefined ? undefined : { ...told, ...restrictedTo('lang', code) };
    }
    case 'country': {
      const code = countryMeant(written, lexicon);
      return code === undefined ? undefined : { ...told, ...restrictedTo('country', code) };
    }
    case 'event':
    case 'actor': {
      const parts = partsOf(written, option.name, lexicon);
      return parts && { ...told, parts, restrictions: [] };
    }
  }
}

const restrictedTo = (field: Restriction['field'], value: string) => ({
  parts: [],
  restrictions: [{ field, value, isNegated: false, written: `${field}:${value}` }],
});

/** The parts of what was written, where all of it is of this kind. */
function partsOf(written: string, kind: 'event' | 'actor', lexicon: Lexicon): readonly Part[] | undefined {
  const parsed = parseQuery(written, lexicon);
  if (parsed.kind === 'problem') return undefined;
  const { parts, excluded, restrictions } = parsed.topic;
  const isPlain = excluded.length === 0 && restrictions.length === 0;
  return isPlain && parts.every((part) => part.kind === kind) ? parts : undefined;
}

function countryMeant(written: string, lexicon: Lexicon): string | undefined {
  if (/^[a-z]{2}$/i.test(written)) return written.toUpperCase();
  const named = partsOf(written, 'actor', lexicon) ?? [];
  const actors = named.flatMap((part) => (part.kind === 'actor' ? part.actors : []));
  return actors.map((id) => lexicon.actors.get(id)?.country).find((code) => code !== undefined);
}
