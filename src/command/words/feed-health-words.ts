import type { Phrase } from '#card/phrase.ts';
import { joined, say, typed } from '#command/words/say.ts';

/** What is said of how feeds are, in one language. */
export type FeedHealthWords = {
  /** `unread` of all are not read yet: nobody knows how they are. */
  readonly well: (well: number, all: number, unread: number) => Phrase;
  readonly noFeeds: Phrase;
  readonly readNoMore: (outlet: string) => Phrase;
  /** `how` is the health in words, `topics` what rests on the feed. */
  readonly feed: (name: string, how: Phrase, topics: readonly string[]) => Phrase;
  readonly more: (feeds: number) => Phrase;
  readonly noSuchOutlet: (named: string) => Phrase;
  readonly articles: (held: number) => string;
  readonly release: (name: string) => string;
  readonly drop: (name: string) => string;
  readonly released: (name: string, read: number, unread: number) => Phrase;
  readonly dropped: (name: string, articles: number) => Phrase;
  readonly nothingHeld: (named: string) => Phrase;
  readonly operatorOnly: Phrase;
  readonly releaseElsewhere: Phrase;
};

const english: FeedHealthWords = {
  well: (well, all, unread) =>
    say`**${well} of ${all} ${all === 1 ? 'feed' : 'feeds'} well${unread === 0 ? '' : `, ${unread} not read yet`}.**`,
  noFeeds: say`**No feeds are read here.**`,
  readNoMore: (outlet) => say`**${outlet} is not read any more**: no feed of it is left here.`,
  feed: (name, how, topics) =>
    topics.length === 0
      ? say`**${name}**: ${how}.`
      : say`**${name}**: ${how}; topics that rest on it: ${listed(topics, '“', '”')}.`,
  more: (feeds) => say`And ${feeds} more: name an outlet to see its feeds.`,
  noSuchOutlet: (named) => say`**No outlet that is read here is called “${named}”.**`,
  articles: (held) => (held === 1 ? ' (1 article)' : ` (${held} articles)`),
  release: (name) => `Release ${name}`,
  drop: (name) => `Drop ${name}`,
  released: (name, read, unread) =>
    unread === 0
      ? say`**${name}: ${read} released.** What is news of the last two days goes out as such, the rest is on hand.`
      : say`**${name}: ${read} released, ${unread} could not be read.** The log says why; ${typed('readout reread')} tries again.`,
  dropped: (name, articles) => say`**${name}: ${articles} dropped.** They never come again.`,
  nothingHeld: (named) => say`**Nothing is held back of “${named}”.**`,
  operatorOnly: say`**Only the operator decides that**, in the operator's channel or on the command line: it concerns everybody who reads this feed.`,
  releaseElsewhere: say`**Not here:** the running program releases. On the command line: ${typed('readout parked release')}.`,
};

const french: FeedHealthWords = {
  well: (well, all, unread) =>
    say`**${well} flux sur ${all} en ordre${unread === 0 ? '' : `, ${unread} pas encore ${unread < 2 ? 'lu' : 'lus'}`}.**`,
  noFeeds: say`**Aucun flux n'est lu ici.**`,
  readNoMore: (outlet) => say`**${outlet} n'est plus lu** : il n'en reste ici aucun flux.`,
  feed: (name, how, topics) =>
    topics.length === 0
      ? say`**${name}** : ${how}.`
      : say`**${name}** : ${how} ; sujets qui en dépendent : ${listed(topics, '« ', ' »')}.`,
  more: (feeds) => say`Et ${counted(feeds, 'autre')} : nommez un média pour voir ses flux.`,
  noSuchOutlet: (named) => say`**Aucun média lu ici ne s'appelle « ${named} ».**`,
  articles: (held) => ` (${counted(held, 'article')})`,
  release: (name) => `Publier ${name}`,
  drop: (name) => `Écarter ${name}`,
  released: (name, read, unread) =>
    unread === 0
      ? say`**${name} : ${counted(read, 'publié')}.** Ce qui a moins de deux jours part comme nouvelle, le reste est en réserve.`
      : say`**${name} : ${counted(read, 'publié')}, ${counted(unread, 'illisible')}.** Le journal dit pourquoi ; ${typed('readout reread')} réessaie.`,
  dropped: (name, articles) => say`**${name} : ${counted(articles, 'écarté')}.** Rien n'en reviendra.`,
  nothingHeld: (named) => say`**Rien n'est retenu de « ${named} ».**`,
  operatorOnly: say`**Seul l'opérateur en décide**, dans son salon ou en ligne de commande : cela concerne tous ceux qui lisent ce flux.`,
  releaseElsewhere: say`**Pas ici :** c'est le programme en marche qui publie. En ligne de commande : ${typed('readout parked release')}.`,
};

/** The words of a language; English where there are none in it. */
export const feedHealthWordsIn = (language: string): FeedHealthWords =>
  language === 'fr' ? french : english;

/** French counts nothing, and one, in the singular. */
const counted = (number: number, one: string): string => `${number} ${number < 2 ? one : `${one}s`}`;

const listed = (topics: readonly string[], open: string, close: string): Phrase =>
  joined(
    topics.map((topic) => say`${open}${topic}${close}`),
    ', ',
  );
