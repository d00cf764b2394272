import { listed } from '#card/counted.ts';
import { day, dayAndTime, joined, say, typed } from '#command/words/say.ts';
import type { WhyWords } from '#command/words/why-words.ts';

/** Why, in French. */
export const whyFrench: WhyWords = {
  theTitle: 'le titre',
  sentence: (number) => `la phrase ${number}`,
  sentenceOfText: (number) => `la phrase ${number} du texte`,
  quoted: (words) => `« ${words} »`,
  and: 'et',
  or: 'ou',
  has: (place, found) => `${place} contient ${found}`,
  countsAsPresent: (who, outlet) => `${who} compte comme présent dans un texte de ${outlet}`,
  because: (found, outlet, at) => say`**Parce que** ${found}. (${outlet}, ${dayAndTime(at)})`,
  toldAs: {
    planned: say`L'article parle d'un projet, non d'un fait accompli.`,
    denied: say`L'article dit que cela n'a pas eu lieu, ou que c'est démenti.`,
    'called-for': say`L'article dit que quelqu'un le demande, non que cela a eu lieu.`,
    past: say`L'article parle d'un fait ancien.`,
    unclear: say`L'article ne dit pas avec certitude que cela a eu lieu.`,
  },
  watched: (topic, since) => say`Sujet « ${topic} », suivi depuis le ${day(since)}.`,
  posted: (at, edits) =>
    say`Publié ${dayAndTime(at)} : premier article${joined(
      edits.map((edit) => say` ; modifié ${dayAndTime(edit.at)} : ${edit.why}`),
      '',
    )}.`,
  changes: {
    'side-spoke': (who) => `déclaration (${who})`,
    confirmed: (who) => `texte d'origine (${who})`,
    denied: (who) => `démenti (${who})`,
    corrected: () => 'rectification',
    withdrawn: () => 'retrait',
  },
  cardStands: (state) => say`Sa fiche ici : ${state}.`,
  storyStands: (state) => say`Le dossier compte ici parmi les : ${state}.`,
  isPartOf: (story) => say`Cet article fait partie du dossier ${typed(story)}.`,
  lacks: (found, missing) => say`**Non publié :** ${found}, mais rien sur ${listed(missing, 'ni')}.`,
  looksLike: (found, event) => say`« ${found} » y ressemble, sans être : ${event}.`,
  doesNotCount: (found, discounts) => say`**Non publié :** ${found}, mais ${listed(discounts, 'et')}.`,
  discounts: {
    'not-in-person': (found, name) => `« ${found} » ne désigne que quelqu'un ou quelque chose lié à ${name}`,
    past: (found) => `« ${found} » y est un fait ancien`,
    reversed: (found) => `« ${found} » y va dans l'autre sens`,
    'of-others': (found) => `« ${found} » y concerne d'autres`,
  },
  isTooFarApart: (found) => say`**Non publié :** ${found}, mais à plus de deux phrases de distance.`,
  holdsExcluded: (found) => say`**Non publié :** ${found}, que le sujet exclut.`,
  isFromElsewhere: (conditions) =>
    say`**Non publié :** le sujet demande ${typed(conditions.join(' '))}, ce qui n'est pas le cas ici.`,
  isArchive: say`**Non publié :** l'article répond au sujet, mais n'était déjà plus récent quand il a été vu ici.`,
  cameBefore: say`**Non publié :** l'article répond au sujet, mais date d'avant sa mise en veille dans ce salon.`,
  isOnItsWay: say`**Pas encore publié :** l'article répond au sujet.`,
  isPaused: say`**Non publié :** l'article répond au sujet, mais celui-ci est en pause ici.`,
  meetsNothing: (topics) =>
    topics === 0
      ? say`**Non publié :** ce salon ne suit rien.`
      : say`**Non publié :** l'article ne contient rien d'aucun sujet suivi dans ce salon.`,
  nearest: (topic, since) => say`Sujet le plus proche ici : « ${topic} », suivi depuis le ${day(since)}.`,
  isHeldBack: say`**Non publié :** son flux a soudain apporté beaucoup de nouveau ; le tout est retenu jusqu'à l'examen par l'opérateur.`,
  isUnread: say`**Non publié :** nous n'avons pas pu le lire. L'erreur vient de nous ; l'opérateur la voit.`,
  neverSeen: (link) =>
    say`**Non publié :** ${typed(link)} ne figure dans aucun flux que nous lisons, ou depuis trop longtemps.`,
  noSuchCard: say`**Cette fiche n'est plus connue ici.**`,
  cardElsewhere: say`**Ce message figure dans un autre salon.** Posez la question là-bas.`,
  onHand: say`Il reste disponible sous ${typed('news search')}.`,
};
