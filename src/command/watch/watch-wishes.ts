import type { Phrase } from '#card/phrase.ts';
import type { Ask, Desk, Option } from '#command/command.ts';
import { languageMeant } from '#command/language-meant.ts';
import { findOutlet } from '#command/news/find-outlet.ts';
import { quoted } from '#command/quoted.ts';
import { wishWordsIn } from '#command/words/wish-words.ts';
import { YES_OR_NO } from '#command/yes-or-no.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { OutletChoice } from '#subscription/outlet-choice.ts';
import type { Subscription } from '#subscription/subscription.ts';

/** More would never come to be read. */
const MOST_LANGUAGES = 5;
const ALL: readonly string[] = ['all', 'off', 'no', 'tous', 'toutes', 'non'];

const IN_ENGLISH = new Intl.DisplayNames(['en'], { type: 'language' });

/** What a watch may ask for about the cards themselves. */
export const wishOptions: readonly Option[] = [
  {
    name: 'languages',
    nameInFrench: 'langues',
    description: {
      en: 'In this order before those of the workspace, such as fr,en; off: only those',
      fr: 'Dans cet ordre avant celles de l’espace, par exemple fr,en ; non : celles-ci seules',
    },
    kind: 'word',
    isRequired: false,
  },
  {
    name: 'outlets',
    nameInFrench: 'médias',
    description: {
      en: 'Only these open a card: "World Wire, Courier"; with - all but these; all: every one',
      fr: 'Seuls ceux-ci ouvrent une fiche : "World Wire, Courrier" ; avec - tous sauf eux ; tous : chacun',
    },
    kind: 'word',
    isRequired: false,
    suggests: 'outlets',
  },
  {
    name: 'lines',
    nameInFrench: 'lignes',
    description: {
      en: 'Whether what is new about a card is said in a line too: yes or no',
      fr: 'Si la suite d’une fiche est aussi dite dans une ligne : oui ou non',
    },
    kind: 'word',
    isRequired: false,
    choices: YES_OR_NO,
  },
];

/** The watch with what it asks for from now on, or what of that nobody can make sense of. */
export type Wished =
  | { readonly kind: 'wished'; readonly watch: Subscription }
  | { readonly kind: 'not-understood'; readonly option: 'languages' | 'outlets'; readonly typed: string };

/** Reads the options; what is not named stays. */
export function withWishes(watch: Subscription, { options, channel }: Ask, desk: Desk): Wished {
  const languages = languagesIn(options['languages'], watch.languages);
  if ('unknown' in languages)
    return { kind: 'not-understood', option: 'languages', typed: languages.unknown };
  const choice = outletsIn(
    options['outlets'],
    watch.outlets,
    (named) => findOutlet(named, desk.catalogue, channel.workspace)?.id,
  );
  if ('unknown' in choice) return { kind: 'not-understood', option: 'outlets', typed: choice.unknown };
  const { lines } = options;
  const isWithoutLines = lines === undefined ? watch.isWithoutLines === true : lines.toLowerCase() === 'no';

  const { languages: _, outlets: __, isWithoutLines: ___, ...plain } = watch;
  return {
    kind: 'wished',
    watch: {
      ...plain,
      ...(languages.are && { languages: languages.are }),
      ...(choice.is && { outlets: choice.is }),
      ...(isWithoutLines && { isWithoutLines }),
    },
  };
}

/** What was changed of it, in words. */
export function tellWishes(
  watch: Subscription,
  { options, channel }: Ask,
  desk: Desk,
  language: string,
): readonly Phrase[] {
  const words = wishWordsIn(language);
  return [
    ...(options['languages'] === undefined ? [] : [words.languages(watch.languages ?? [])]),
    ...(options['outlets'] === undefined
      ? []
      : [words.outlets(watch.outlets?.are, namesOf(watch.outlets, channel.workspace, desk))]),
    ...(options['lines'] === undefined ? [] : [words.lines(watch.isWithoutLines !== true)]),
  ];
}

/** What stands in a form of them. */
export const wishValuesOf = ({ languages, outlets, isWithoutLines }: Subscription) => ({
  languages: languagesAsTyped(languages) ?? 'off',
  outlets: outletsAsTyped(outlets) ?? 'all',
  lines: isWithoutLines ? 'no' : 'yes',
});

/** The options by which it is typed again; what only `after` asks for is typed away. */
export function wishesAsTyped(
  { languages, outlets, isWithoutLines }: Subscription,
  after?: Subscription,
): readonly string[] {
  return [
    ...given('languages', languagesAsTyped(languages), after?.languages && 'off'),
    ...given('outlets', outletsAsTyped(outlets), after?.outlets && 'all'),
    ...given('lines', isWithoutLines ? 'no' : undefined, after?.isWithoutLines && 'yes'),
  ];
}

/** By their codes; Norwegian, whose code is “no”, by its name. */
const languagesAsTyped = (codes: readonly string[] | undefined): string | undefined =>
  codes?.map((code) => (isAll(code) ? (IN_ENGLISH.of(code) ?? code) : code)).join(',');

const outletsAsTyped = (choice: OutletChoice | undefined): string | undefined =>
  choice?.outlets.map((outlet) => `${choice.are === 'left-out' ? '-' : ''}${outlet}`).join(',');

const given = (name: string, value: string | undefined, away: string | undefined): readonly string[] => {
  const typed = value ?? away;
  return typed === undefined ? [] : [`${name}:${quoted(typed)}`];
};

type Languages = { readonly are: readonly string[] | undefined } | { readonly unknown: string };

function languagesIn(typed: string | undefined, before: readonly string[] | undefined): Languages {
  if (typed === undefined) return { are: before };
  if (isAll(typed)) return { are: undefined };
  const codes: string[] = [];
  for (const named of listIn(typed)) {
    const code = languageMeant(named);
    if (code === undefined) return { unknown: named };
    if (!codes.includes(code)) codes.push(code);
  }
  return codes.length === 0 || codes.length > MOST_LANGUAGES ? { unknown: typed } : { are: codes };
}

type Outlets = { readonly is: OutletChoice | undefined } | { readonly unknown: string };

/** All of them are wanted, or none: a list of both would say two things. */
function outletsIn(
  typed: string | undefined,
  before: OutletChoice | undefined,
  find: (named: string) => OutletId | undefined,
): Outlets {
  if (typed === undefined) return { is: before };
  if (isAll(typed)) return { is: undefined };
  const named = listIn(typed);
  const leftOut = named.filter((one) => one.startsWith('-'));
  if (named.length === 0 || (leftOut.length > 0 && leftOut.length < named.length)) return { unknown: typed };
  const outlets: OutletId[] = [];
  for (const one of named) {
    const outlet = find(one.replace(/^-/, ''));
    if (outlet === undefined) return { unknown: one };
    if (!outlets.includes(outlet)) outlets.push(outlet);
  }
  return { is: { are: leftOut.length > 0 ? 'left-out' : 'only', outlets } };
}

const isAll = (typed: string): boolean => ALL.includes(typed.trim().toLowerCase());

const listIn = (typed: string): readonly string[] =>
  typed
    .split(/[,;]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The outlets as people know them; one that is gone by its id. */
function namesOf(
  choice: OutletChoice | undefined,
  workspace: Subscription['workspace'],
  { catalogue }: Desk,
): readonly string[] {
  const known = catalogue.outletsFor(workspace);
  return (choice?.outlets ?? []).map((id) => known.get(id)?.name ?? id);
}
