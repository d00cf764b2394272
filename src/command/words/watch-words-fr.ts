import { listed } from '#card/counted.ts';
import { queryFaultInFrench } from '#command/words/query-fault-fr.ts';
import { day, joined, say, typed } from '#command/words/say.ts';
import type { LookBackFigures, WatchWords } from '#command/words/watch-words.ts';

const nothingOnHand = say`Aucun article en réserve pour l'instant : rien à dire du passé.`;

/** What is said where somebody tries or begins a watch, in French. */
export const watchFrench: WatchWords = {
  lookedBack: (figures) =>
    figures.days === 0
      ? nothingOnHand
      : say`Sur ${period(figures)} : ${stories(figures)}${crowding(figures)}.`,
  lookedBackInFull: (figures) =>
    figures.days === 0
      ? nothingOnHand
      : say`**${daysOf(figures)}${archive(figures)} : ${stories(figures)}, ${count(figures.articles, 'article')} ; ${figures.busiestDay} le jour le plus chargé ; ${figures.atNight} la nuit.**${sample(figures)}`,
  missedNarrowly: ({ articles, isAtLeast, names, event }) =>
    say`Manqué de peu : ${isAtLeast ? 'au moins ' : ''}${count(articles, 'article')} ${articles < 2 ? 'nomme' : 'nomment'} ${listed(names, 'et')}, sans ${event}.`,
  foundBy: (evidence) => say`Trouvé : ${evidence}.`,
  cardsWillCome: say`Une fiche dès que cela se produit, sans mention.`,
  digestWillCome: (at, zone) => say`Une synthèse chaque jour à ${at} (${zone}), sans mention.`,
  tested: (topic, understood) => say`**« ${topic} »**, compris : ${understood}. Rien n'a été enregistré.`,
  tooMuch: (topic, figures) =>
    say`**Pas encore enregistré : c'est beaucoup.** « ${topic} » seul : ${stories(figures)} sur ${period(figures)}, ${figures.busiestDay} le jour le plus chargé, ${aNight(figures)} par nuit.`,
  narrowIt: (narrower) =>
    narrower.length === 0
      ? say`Ajoutez un second nom ou un événement pour préciser.`
      : say`Préciser : ${joined(
          narrower.map(({ written, stories }) => say`${typed(written)} (${count(stories, 'dossier')})`),
          ' · ',
        )}.`,
  badQuery: (fault, place) => say`**Non enregistré.** Position ${place} : ${queryFaultInFrench(fault)}`,
  noTopic: (fault, place) => say`**Ce n'est pas un sujet.** Position ${place} : ${queryFaultInFrench(fault)}`,
  noSuchHour: (written) =>
    say`**Non enregistré.** « ${written} » n'est pas une heure. Écrivez ${typed('08:00')}.`,
  sample: {
    note: "Exemple de ce que ce sujet apporte, non une nouvelle d'à présent.",
    isComing: (headline, channel) => say`**« ${headline} » arrive dans ${channel} comme exemple.**`,
    standsAlready: (story, channel) => say`${typed(story)} figure déjà dans ${channel}.`,
    hasEnded: (story, state) => say`**Non publié :** la fiche de ${typed(story)} ici : ${state}.`,
  },
  actions: {
    postSample: "L'afficher ici comme exemple",
    change: 'Modifier',
    changeIt: 'Le modifier',
    missed: 'Manqués de peu',
    cardsAtMost: 'Fiches quand même, 6/h au plus',
    dailyDigest: (at) => `Synthèse à ${at} (conseillé)`,
  },
};

/** French counts nothing, and one, in the singular. */
const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('fr')} ${number < 2 ? one : many}`;

const stories = (figures: LookBackFigures): string => count(figures.stories, 'dossier');

const daysOf = ({ days }: LookBackFigures): string => count(days, 'jour');

/** Of one story there is no busiest day to tell. */
const crowding = ({ stories, busiestDay, atNight }: LookBackFigures): string =>
  stories < 2 ? '' : `, ${busiestDay} le jour le plus chargé, ${atNight} la nuit`;

/** Below one it would be told as none. */
const aNight = ({ atNight, days }: LookBackFigures): string =>
  atNight > 0 && atNight < days ? 'moins de 1' : String(Math.round(atNight / Math.max(1, days)));

function period(figures: LookBackFigures): string {
  const { days, sampled, isAllWeHold } = figures;
  if (sampled !== undefined)
    return `les ${count(sampled, 'article')} les plus récents qui peuvent y répondre (${daysOf(figures)})`;
  return `${days < 2 ? 'le dernier jour' : `les ${days} derniers jours`}${isAllWeHold ? ' (tout ce que nous avons)' : ''}`;
}

const archive = ({ archiveFrom }: LookBackFigures) =>
  archiveFrom === undefined ? '' : say` (archive depuis le ${day(archiveFrom)})`;

const sample = ({ sampled }: LookBackFigures): string =>
  sampled === undefined
    ? ''
    : ` Seuls les ${count(sampled, 'article')} les plus récents qui peuvent y répondre ont été lus.`;
