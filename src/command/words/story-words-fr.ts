import { counted, listed } from '#card/counted.ts';
import { dayAndTime, say, time, typed } from '#command/words/say.ts';
import type { StoryWords } from '#command/words/story-words.ts';

const KINDS = {
  official: 'officiel',
  wire: 'agence',
  media: 'média',
  analysis: 'analyse',
  unverified: 'ajouté ici, non vérifié',
} as const;

/** The parts of a story, in French. */
export const storyFrench: StoryWords = {
  sidesOf: (story, headline) => say`**${headline}** · ${typed(story)} · qui a dit quoi`,
  sourcesOf: (story, headline, reports) =>
    say`**${headline}** · ${typed(story)} · ${counted(reports, 'article')}, par ordre d'arrivée`,
  side: (name) => say`**${name}**`,
  others: 'Autres',
  statement: ({ name, report, label, words, isNotInOwnText }) =>
    say`${typed(name)} ${label} (${report}) : ${words}${isNotInOwnText ? " · pas trouvé dans un texte d'origine à ce stade" : ''}`,
  silence: (why) => why,
  takenOff: (stood) => say`Retiré : ${stood}`,
  more: (left) => say`et ${left} de plus`,
  report: (told) =>
    say`${typed(told.name)} **${told.outlet}** · ${[KINDS[told.kind], told.country, told.owner].filter((one) => one !== undefined).join(', ')}${told.stateControlled === undefined ? '' : ` · contrôlé par l'État : ${told.stateControlled}`} · « ${told.title} » · publié ${dayAndTime(told.publishedAt)}, vu ${time(told.seenAt)} · ${told.restsOn}${told.edition > 1 ? ` · version ${told.edition}` : ''}${told.vanishedSince === undefined ? '' : say` · n'est plus à son adresse depuis ${dayAndTime(told.vanishedSince)}`}${told.withdrawnAt === undefined ? '' : say` · retiré ${dayAndTime(told.withdrawnAt)}`}${told.isHidden ? ' · masqué ici' : ''}${told.link === undefined ? '' : say` · ${typed(told.link)}`}`,
  origins: (names) => say`repose sur : ${names.join(', ')}`,
  copyOf: (name) => say`même texte que ${typed(name)}`,
  denial: say`démenti`,
  noOrigin: say`sans origine vérifiée`,
  hidden: (names) => say`Masqué dans cet espace : ${listed(names, 'et')}.`,
  historyOf: (story, channel, revisions) =>
    say`**${typed(story)} tel qu'il figurait dans ${channel}**, ${counted(revisions, 'fiche')}, de la plus ancienne à la plus récente`,
  shown: (at, turns, isMaterial) => say`${dayAndTime(at)} ${isMaterial ? say`**!** ` : ''}${turns}`,
  firstShown: say`première fiche`,
  turns: {
    'side-spoke': ({ who }) => `parole de : ${who}`,
    'side-silent': ({ who }) => `plus de propos de : ${who}`,
    'new-words': ({ who, count }) => `${count} de plus de : ${who}`,
    'words-gone': ({ who, count }) => `${count} de moins de : ${who}`,
    'taken-off': ({ count }) => `${count} retiré${count === 1 ? '' : 's'}`,
    status: ({ who }) => `désormais : ${who}`,
    merged: () => "fait partie d'un autre dossier",
    reports: ({ count }) => `${counted(count, 'article')} de plus`,
    'reports-gone': ({ count }) => `${counted(count, 'article')} de moins`,
    headline: () => 'autre titre',
    summary: () => 'autre résumé',
    figures: () => 'chiffres et heures',
  },
  asItStood: (at, since) =>
    say`**Tel qu'il figurait le ${dayAndTime(at)}**, affiché depuis le ${dayAndTime(since)}`,
  notYetShown: (at) => say`**Aucune fiche ne figurait ici le ${dayAndTime(at)}.**`,
  neverShown: (story, channel) =>
    say`**Aucune fiche de ${typed(story)} n'est connue dans ${channel}.** Les fiches sont gardées telles qu'affichées aussi longtemps que les textes.`,
  notKept: say`D'une fiche très souvent modifiée sont gardées la première et les plus récentes.`,
  noSuchTime: (written) =>
    say`**« ${written} » n'est pas une heure de fiche.** Par exemple : ${typed('heure:18:40')} ou ${typed('heure:2026-07-02T18:40')}.`,
  whichReport: (story) => say`**Quel article de ${typed(story)} concerne un autre fait ?**`,
  whichStatement: (story) => say`**Quels propos de ${typed(story)} figurent sous la mauvaise partie ?**`,
  noSuchPart: (written, story) =>
    say`**Rien n'a changé.** ${typed(story)} n'a pas de ${typed(written)}. Les articles s'appellent A1, A2 …, les propos S1, S2 ….`,
  nothingLeft: (story) =>
    say`**Rien n'a changé.** Il ne resterait rien de ${typed(story)} ici. Mettez-le plutôt en sourdine.`,
  hid: (part, what, story, isToldToOperator) =>
    say`**${part} est masqué dans cet espace :** ${what}. Les fiches de ${typed(story)} suivent ici en quelques secondes ; une rectification dit ce qui les a quittées.${isToldToOperator ? " Ailleurs rien ne change ; l'opérateur, averti, peut le changer pour tous." : ''}`,
  showsAgain: (part, story) =>
    say`**${part} compte de nouveau ici.** Les fiches de ${typed(story)} suivent en quelques secondes.`,
  isHiddenAlready: (part) => say`${part} est déjà masqué dans cet espace.`,
  isNotHidden: (part) => say`${part} n'est pas masqué dans cet espace.`,
  noCard: say`**Ce message n'est pas une de mes fiches.** Choisissez une fiche, ou une ligne sous une fiche ; ou nommez un dossier comme en haut de sa fiche, par exemple R-7K2Q.`,
  atItsCard: {
    discord: [
      say`Dans le fil d'une fiche, rien n'est à nommer ; dans le menu du message d'une fiche, c'est **Applications → Voir ce dossier**.`,
    ],
    slack: [say`Dans le menu du message d'une fiche, c'est **Show this story**.`],
    terminal: [],
  },
  actions: {
    sides: 'Qui a dit quoi',
    sources: 'Tous les articles',
    history: 'Historique',
    notThisEvent: 'Autre fait',
    wrongSide: 'Mauvaise partie',
    muteIt: 'En sourdine ici',
  },
};
