import type { Phrase } from '#card/phrase.ts';
import { say } from '#command/words/say.ts';

/** How fast what is kept grows; `daysLeft`: for how long the disk has room, where that is known. */
export type Growth = {
  readonly articlesADay: number;
  readonly megabytesADay: number;
  readonly daysLeft?: number;
};

type GrowthWords = (growth: Growth) => Phrase;

const english: GrowthWords = ({ articlesADay, megabytesADay, daysLeft }) =>
  say`It grows by about ${articlesADay} articles a day, ${megabytesADay.toFixed(1)} MB${daysLeft === undefined ? '' : `; the disk has room for about ${daysLeft} more days of that`}.`;

const french: GrowthWords = ({ articlesADay, megabytesADay, daysLeft }) =>
  say`Elle grandit d’environ ${articlesADay} articles par jour, ${megabytesADay.toFixed(1).replace('.', ',')} Mo${daysLeft === undefined ? '' : ` ; le disque a de la place pour environ ${daysLeft} jours encore`}.`;

/** The words on growth: French for French readers, English for everybody else. */
export const growthWordsIn = (language: string): GrowthWords => (language === 'fr' ? french : english);
