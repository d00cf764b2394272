import type { Phrase } from '#card/phrase.ts';
import { say, typed } from '#command/words/say.ts';
import type { OutletChoice } from '#subscription/outlet-choice.ts';

/** What of it a list of watches shows. */
export type ListedWishes = {
  readonly isInThread: boolean;
  readonly languages: readonly string[];
  readonly outlets: { readonly are: OutletChoice['are']; readonly count: number } | undefined;
  readonly isWithoutLines: boolean;
};

/** What is said of what a watch asks for about its cards. */
export type WishWords = {
  /** By their subtags, the most wanted first; none: those of the workspace. */
  readonly languages: (codes: readonly string[]) => Phrase;
  readonly outlets: (are: OutletChoice['are'] | undefined, names: readonly string[]) => Phrase;
  readonly lines: (areSaid: boolean) => Phrase;
  readonly notUnderstood: (option: 'languages' | 'outlets', typed: string) => Phrase;
  /** As short as a list of watches has room for. */
  readonly inShort: (wishes: ListedWishes) => string;
  /** The button to the second half of the form. */
  readonly more: string;
  readonly moreTitle: string;
};

const namesIn = (reader: string) => {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  return (codes: readonly string[]): string => codes.map((code) => names.of(code) ?? code).join(', ');
};
const inEnglish = namesIn('en');
const inFrench = namesIn('fr');

/** Behind what a line says already. */
const following = (wishes: readonly string[]): string => wishes.map((wish) => ` · ${wish}`).join('');

const ENGLISH: WishWords = {
  languages: (codes) =>
    codes.length === 0
      ? say`Its cards are told in the languages of this workspace.`
      : say`Its cards are told in ${inEnglish(codes)}, in this order, then in the languages of this workspace.`,
  outlets: (are, names) => {
    if (are === undefined) return say`Every outlet may open a card.`;
    return are === 'only'
      ? say`Only a report of ${names.join(', ')} opens a card; the card then tells what all say.`
      : say`No report of ${names.join(', ')} opens a card; the card of another tells what all say.`;
  },
  lines: (areSaid) =>
    areSaid
      ? say`What is new about a card is also said in a line.`
      : say`What is new about a card changes it silently; only denials, corrections and withdrawals are said in a line.`,
  notUnderstood: (option, written) =>
    option === 'languages'
      ? say`**Not changed.** “${written}” is no language that I know; five at most, such as ${typed('languages:fr,en')}.`
      : say`**Not changed.** “${written}” is no outlet that is read here, or means several; such as ${typed('outlets:"World Wire, Courier"')}, or all but one: ${typed('outlets:-Courier')}.`,
  inShort: ({ isInThread, languages, outlets, isWithoutLines }) =>
    following([
      ...(isInThread ? ['in threads'] : []),
      ...(languages.length === 0 ? [] : [languages.join(', ')]),
      ...(outlets === undefined
        ? []
        : [
            `${outlets.are === 'only' ? 'only' : 'without'} ${outlets.count} outlet${outlets.count === 1 ? '' : 's'}`,
          ]),
      ...(isWithoutLines ? ['no lines'] : []),
    ]),
  more: 'More settings',
  moreTitle: 'More of a watch',
};

const FRENCH: WishWords = {
  languages: (codes) =>
    codes.length === 0
      ? say`Ses fiches sont dites dans les langues de cet espace.`
      : say`Ses fiches sont dites dans cet ordre : ${inFrench(codes)}, puis dans les langues de cet espace.`,
  outlets: (are, names) => {
    if (are === undefined) return say`Chaque média peut ouvrir une fiche.`;
    return are === 'only'
      ? say`Seul un article de ${names.join(', ')} ouvre une fiche ; la fiche dit ensuite ce que tous disent.`
      : say`Aucun article de ${names.join(', ')} n'ouvre de fiche ; la fiche d'un autre dit ce que tous disent.`;
  },
  lines: (areSaid) =>
    areSaid
      ? say`La suite d'une fiche est aussi dite dans une ligne.`
      : say`La suite d'une fiche la modifie en silence ; seuls démentis, rectifications et retraits sont dits dans une ligne.`,
  notUnderstood: (option, written) =>
    option === 'languages'
      ? say`**Rien n'a été modifié.** « ${written} » n'est pas une langue que je connais ; cinq au plus, par exemple ${typed('langues:fr,en')}.`
      : say`**Rien n'a été modifié.** « ${written} » n'est pas un média lu ici, ou en désigne plusieurs ; par exemple ${typed('médias:"World Wire, Courrier"')}, ou tous sauf un : ${typed('médias:-Courrier')}.`,
  inShort: ({ isInThread, languages, outlets, isWithoutLines }) =>
    following([
      ...(isInThread ? ['en fils'] : []),
      ...(languages.length === 0 ? [] : [languages.join(', ')]),
      ...(outlets === undefined
        ? []
        : [
            `${outlets.are === 'only' ? 'seulement' : 'sans'} ${outlets.count} média${outlets.count === 1 ? '' : 's'}`,
          ]),
      ...(isWithoutLines ? ['sans lignes'] : []),
    ]),
  more: 'Autres réglages',
  moreTitle: 'Autres réglages',
};

/** The words in this language, else in English. */
export const wishWordsIn = (language: string): WishWords => (language === 'fr' ? FRENCH : ENGLISH);
