import type { Phrase } from '#card/phrase.ts';
import { dayAndTime, say, typed } from '#command/words/say.ts';
import type { WhenWords } from '#command/words/when-words.ts';

const WEEK = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** About when, in French. */
export const whenFrench: WhenWords = {
  rhythm: ({ days, at, weekday }) => {
    if (days === 'daily') return `chaque jour à ${at}`;
    return days === 'weekdays' ? `les jours ouvrés à ${at}` : `chaque ${WEEK[(weekday ?? 1) - 1]} à ${at}`;
  },
  digestSet: (name, rhythm, zone, next) =>
    say`**« ${name} » arrive en synthèse ${whenFrench.rhythm(rhythm)}** (${zone}). La prochaine : ${dayAndTime(next)}.`,
  relatedToo: say`Elle cite aussi les dossiers qui répondent au sujet sans l’événement ; ils n’arrivent jamais en fiche.`,
  noneRelated: say`Elle ne cite que les dossiers qui répondent à tout le sujet.`,
  atOnceSet: (name) => say`**« ${name} » arrive de nouveau aussitôt**, une fiche par dossier.`,
  noSuchRhythm: (written) =>
    say`**Rien n'a changé.** « ${written} » n'est pas un rythme. Par exemple : ${typed('days:ouvrés at:08:00')} ; les jours : quotidien, ouvrés, ou un jour comme lundi.`,
  paused: (name, until) =>
    until === undefined
      ? say`**« ${name} » est en pause** jusqu'à sa reprise.`
      : say`**« ${name} » est en pause jusqu'au ${dayAndTime(until)}.**`,
  resumed: (name) =>
    say`**« ${name} » est de nouveau suivi.** Ce qui est venu entre-temps arrive avec le prochain article.`,
  noSuchMoment: (written) =>
    say`**Rien n'a changé.** « ${written} » n'est pas un moment à venir. Par exemple : ${typed('jusque:07:00')}, ${typed('jusque:12h')}, ${typed('jusque:3j')} ou ${typed('jusque:2026-07-02')}.`,
  muted: (story, until, elsewhere) =>
    until === undefined
      ? say`${channelNamed(elsewhere)}** n'entend plus parler de ${story}**, sauf rectifications.`
      : say`${channelNamed(elsewhere)}** n'entend plus parler de ${story} jusqu'au ${dayAndTime(until)}**, sauf rectifications.`,
  unmuted: (story, elsewhere) => say`${channelNamed(elsewhere)}** entend de nouveau parler de ${story}.**`,
  notMuted: (story, elsewhere) =>
    say`${story} n'est pas en sourdine ${elsewhere === undefined ? 'ici' : `dans ${elsewhere}`}.`,
  conditions: (name, needs, isUrgent) =>
    say`**« ${name} » est annoncé ${whenFrench.ground[needs]}.** ${isUrgent ? 'Urgent : passe les heures calmes avec deux origines ou le texte d’une partie.' : 'Attend la fin des heures calmes.'}`,
  noSuchGround: (written) =>
    say`**Rien n'a changé.** « ${written} » n'est pas une condition : ${typed('exige:compte-rendu')}, ${typed('exige:deux-origines')} ou ${typed('exige:texte-propre')}.`,
  settings: (channel, { zone, quiet, cardsAnHour, pingsAnHour, pingsADay }) =>
    say`**${channel} :** fuseau ${zone} · heures calmes ${quiet === undefined ? 'non' : `${quiet.from}–${quiet.to}`} · ${cardsAnHour} fiches par heure au plus · mentions : ${pingsAnHour} par heure, ${pingsADay} par jour.`,
  noSuchZone: (written) =>
    say`**Rien n'a changé.** « ${written} » n'est pas un fuseau horaire. Par exemple : ${typed('fuseau:Europe/Paris')}.`,
  noSuchHours: (written) =>
    say`**Rien n'a changé.** « ${written} » ne sont pas des heures. Par exemple : ${typed('calme:22:00-07:00')}, ou ${typed('calme:non')}.`,
  noSuchBudget: (written) =>
    say`**Rien n'a changé.** « ${written} » n'est pas un tel nombre : fiches de 1 à 60, mentions de 0 à 60.`,
  ground: {
    'one-report': 'dès le premier rapport',
    'two-origins': 'dès que deux origines le rapportent, ou qu’une partie publie son texte',
    'own-text': 'dès qu’une partie publie son texte',
  },
  unaccounted: (stories) =>
    say`**${stories} d'entre eux ne ${stories === 1 ? 'figure' : 'figurent'} nulle part** : l'erreur vient de nous, signalez-la à l'opérateur.`,
  total: (stories, states) =>
    stories === 0
      ? say`Aucun dossier n’a encore répondu à un sujet.`
      : say`Dossiers répondant à un sujet : ${stories} = ${states}.`,
};

const channelNamed = (elsewhere: string | undefined): Phrase =>
  elsewhere === undefined ? say`**Ce salon**` : say`**${elsewhere}**`;
