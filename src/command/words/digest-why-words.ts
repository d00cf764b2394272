import type { Phrase } from '#card/phrase.ts';
import { say } from '#command/words/say.ts';

/** How it is told why a card of many stories stands in a channel. */
type DigestWhyWords = {
  /** `rhythm` as in "every day at 08:00". */
  readonly comesSo: (topics: readonly string[], rhythm: string, zone: string) => Phrase;
  /** Its topics have another rhythm by now, or are watched no more. */
  readonly nothingComesSoNow: Phrase;
  readonly heldInQuietHours: Phrase;
  readonly overBudget: (cardsAnHour: number) => Phrase;
  readonly tellsOf: (stories: number) => Phrase;
  /** Stands before the short name of a story. */
  readonly whyAbout: string;
};

const english: DigestWhyWords = {
  comesSo: (topics, rhythm, zone) =>
    say`**Because** ${topics.length === 1 ? 'this topic comes' : 'these topics come'} as a digest ${rhythm} (${zone}): ${topics.map((topic) => `“${topic}”`).join(', ')}.`,
  nothingComesSoNow: say`**Because** its topics came as a digest at that hour; none does now.`,
  heldInQuietHours: say`**Because** the quiet hours held what came meanwhile: it is told in one card when they end.`,
  overBudget: (cards) =>
    say`**Because** at most ${cards} new cards an hour come to this channel: what is over comes in one.`,
  tellsOf: (stories) =>
    stories === 0
      ? say`There was no story to tell of.`
      : say`It tells of ${stories} ${stories === 1 ? 'story' : 'stories'}.`,
  whyAbout: 'Why',
};

const french: DigestWhyWords = {
  comesSo: (topics, rhythm, zone) =>
    say`**Parce que** ${topics.length === 1 ? 'ce sujet arrive' : 'ces sujets arrivent'} en synthèse ${rhythm} (${zone}) : ${topics.map((topic) => `« ${topic} »`).join(', ')}.`,
  nothingComesSoNow: say`**Parce que** ses sujets arrivaient en synthèse à cette heure ; plus aucun maintenant.`,
  heldInQuietHours: say`**Parce que** les heures calmes ont retenu ce qui est venu : une seule fiche le dit à leur fin.`,
  overBudget: (cards) =>
    say`**Parce que** ce salon reçoit au plus ${cards} fiches par heure : le reste arrive en une seule.`,
  tellsOf: (stories) =>
    stories === 0
      ? say`Il n’y avait aucun dossier à signaler.`
      : say`Elle signale ${stories} ${stories === 1 ? 'dossier' : 'dossiers'}.`,
  whyAbout: 'Pourquoi',
};

/** The words on a card of many stories: French for French readers, English for everybody else. */
export const digestWhyWordsIn = (language: string): DigestWhyWords => (language === 'fr' ? french : english);
