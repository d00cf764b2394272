import type { Ask, Desk, Option } from '#command/command.ts';
import type { Known } from '#command/nearest.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { countryName } from '#lexicon/country-names.ts';
import { shownName } from '#lexicon/shown-name.ts';

/** All that an option that narrows a search may be filled with, as a reader of this language calls it. */
export function knownFor(
  option: Pick<Option, 'name'>,
  ask: Ask,
  desk: Desk,
  language: string,
): Iterable<Known> {
  const outlets = [...desk.catalogue.outletsFor(ask.channel.workspace).values()];
  switch (option.name) {
    case 'outlet':
      return outlets.map(({ name }) => ({ value: name, label: name, names: [name] }));
    case 'country':
      return countriesOf(outlets, language);
    case 'actor':
      return actorsOf(desk.lexicon, language);
    case 'event':
      return eventsOf(desk.lexicon, language);
    default:
      return [];
  }
}

/** Those of which something is read. */
function countriesOf(outlets: readonly { readonly country?: string }[], language: string): readonly Known[] {
  const codes = new Set(outlets.flatMap(({ country }) => country ?? []));
  return [...codes].map((code) => {
    const label = countryName(code, language) ?? code;
    return { value: code, label, names: [code, label, countryName(code, 'en') ?? code] };
  });
}

const actorsOf = ({ actors, ...lexicon }: Lexicon, language: string): readonly Known[] =>
  [...actors.values()].map(({ id, names }) => {
    const label = shownName(id, { ...lexicon, actors }, language);
    const called = [label, ...(names[language] ?? []), ...(names['en'] ?? []), ...(names['any'] ?? [])];
    return { value: label, label, names: called };
  });

const eventsOf = ({ events }: Lexicon, language: string): readonly Known[] =>
  [...events.values()].flatMap(({ query }) => {
    const called = [...(query[language] ?? []), ...(query['en'] ?? [])];
    const [label] = called;
    return label === undefined ? [] : [{ value: label, label, names: called }];
  });
