import type { Phrase } from '#card/phrase.ts';
import { say, typed } from '#command/words/say.ts';

/** What is said where a watch is changed or moved. */
export type EditWords = {
  /** `name`: of that role or group, where the platform tells it. */
  readonly called: (mention: string | undefined, name: string | undefined) => Phrase;
  readonly threaded: (isThreaded: boolean) => Phrase;
  readonly noSuchGroup: (written: string) => Phrase;
  readonly neitherYesNorNo: (written: string, option: string) => Phrase;
  readonly moved: (name: string, from: string, to: string, openCards: number) => Phrase;
  /** The button under it, where cards stay. */
  readonly moveThose: string;
  /** What the watch was holding, and is told in the other channel by its rules. */
  readonly goesAlong: (cards: number, to: string) => Phrase;
  /** What it was holding, and the other channel wants not. */
  readonly notToldThere: (cards: number, to: string) => Phrase;
  readonly cardsMoved: (cards: number, staying: number, to: string) => Phrase;
  readonly noCardsToMove: Phrase;
  /** None of those that were to be moved could be. */
  readonly cardsStay: (to: string) => Phrase;
  readonly isThere: (name: string, channel: string) => Phrase;
  readonly watchesItAlready: (channel: string, name: string) => Phrase;
  readonly noSuchChannel: (written: string) => Phrase;
  /** Who asks sees that channel, and does not manage what it watches. */
  readonly notYoursToFill: (channel: string) => Phrase;
  /** Nothing was named that is to be changed. */
  readonly nothingAsked: (name: string) => Phrase;
  /** Somebody changed the watch after the form was opened. */
  readonly changedMeanwhile: (name: string) => Phrase;
  readonly isGone: (channel: string) => Phrase;
};

const ENGLISH: EditWords = {
  called: (mention, name) =>
    mention === undefined
      ? say`Nobody is mentioned.`
      : say`New cards mention ${name ?? 'a role or group of your choice'}.`,
  threaded: (isThreaded) =>
    isThreaded
      ? say`What is new about a card is said in a thread of it; denials, corrections and withdrawals in the channel itself.`
      : say`What is new about a card is said in the channel.`,
  noSuchGroup: (written) =>
    say`**Not changed.** “${written}” is no role or user group that I may mention; everyone is never mentioned. The option ${typed('no-mention')} mentions nobody.`,
  neitherYesNorNo: (written, option) =>
    say`**Not changed.** “${written}” is neither yes nor no; such as ${typed(`${option}:yes`)}.`,
  moved: (name, from, to, cards) =>
    say`**“${name}” moves to ${to}.** New stories go there.${
      cards === 0
        ? ''
        : ` ${cards === 1 ? 'The open card stays' : `The ${cards} open cards stay`} in ${from} and ${cards === 1 ? 'is' : 'are'} still updated until ${cards === 1 ? 'it is' : 'they are'} quiet.`
    }`,
  moveThose: 'Move those too',
  goesAlong: (cards, to) =>
    cards === 1
      ? say`A card that it was holding goes along, and is told in ${to} by the rules there.`
      : say`${cards} cards that it was holding go along, and are told in ${to} by the rules there.`,
  notToldThere: (cards, to) =>
    cards === 1
      ? say`One card that it was holding is dropped: in ${to} somebody muted its story or removed its card.`
      : say`${cards} cards that it was holding are dropped: in ${to} somebody muted their stories or removed their cards.`,
  cardsMoved: (cards, staying, to) =>
    say`${
      cards === 1
        ? say`**The card moves to ${to}.** What stands here says where it went.`
        : say`**The ${cards} cards move to ${to}.** What stands here says where they went.`
    }${staying === 0 ? '' : say` Not moved: ${staying}. Another topic here wants it, or in ${to} somebody muted its story or removed its card.`}`,
  noCardsToMove: say`There are no cards here to be moved, or not to a channel that you manage.`,
  cardsStay: (to) =>
    say`**No card is moved.** They are not here any more, or another topic here wants them, or in ${to} somebody muted their stories or removed their cards.`,
  isThere: (name, channel) => say`“${name}” is watched in ${channel} already.`,
  watchesItAlready: (channel, name) => say`**Not moved:** ${channel} already watches “${name}”.`,
  notYoursToFill: (channel) =>
    say`**Not moved:** as far as I can tell you do not manage what ${channel} watches. Watch it there, with ${typed('watch add')}, where you may, or ask somebody who manages that channel.`,
  noSuchChannel: (written) =>
    say`**Not moved:** I know of no channel “${written}” that you can see. Name it with #, as in ${typed('to:#night')}.`,
  nothingAsked: (name) =>
    say`**Nothing was changed about “${name}”:** nothing was named that should be otherwise.`,
  changedMeanwhile: (name) =>
    say`**Not changed:** somebody changed “${name}” while your form was open. Open it again to see how it stands.`,
  isGone: (channel) => say`**Not changed:** ${channel} no longer watches that topic.`,
};

const FRENCH: EditWords = {
  called: (mention, name) =>
    mention === undefined
      ? say`Personne n'est mentionné.`
      : say`Les nouvelles fiches mentionnent ${name ?? 'le rôle ou le groupe choisi'}.`,
  threaded: (isThreaded) =>
    isThreaded
      ? say`La suite d'une fiche est dite dans un fil ; démentis, rectifications et retraits le sont dans le salon même.`
      : say`La suite d'une fiche est dite dans le salon.`,
  noSuchGroup: (written) =>
    say`**Rien n'a été modifié.** « ${written} » n'est pas un rôle ou un groupe que je peux mentionner ; tout le monde n'est jamais mentionné. L'option ${typed('sans-mention')} ne mentionne personne.`,
  neitherYesNorNo: (written, option) =>
    say`**Rien n'a été modifié.** « ${written} » n'est ni oui ni non ; par exemple ${typed(`${option}:oui`)}.`,
  moved: (name, from, to, cards) =>
    say`**« ${name} » passe dans ${to}.** Les nouveaux dossiers y vont.${
      cards === 0
        ? ''
        : ` ${cards === 1 ? 'La fiche ouverte reste' : `Les ${cards} fiches ouvertes restent`} dans ${from} et ${cards === 1 ? 'reste tenue' : 'restent tenues'} à jour tant qu'il y a du nouveau.`
    }`,
  moveThose: 'Les déplacer aussi',
  goesAlong: (cards, to) =>
    cards === 1
      ? say`Une fiche qui attendait y passe aussi ; ${to} la reçoit selon ses propres règles.`
      : say`${cards} fiches qui attendaient y passent aussi ; ${to} les reçoit selon ses propres règles.`,
  notToldThere: (cards, to) =>
    cards === 1
      ? say`Une fiche qui attendait est abandonnée : dans ${to}, quelqu'un a tu son dossier ou retiré sa fiche.`
      : say`${cards} fiches qui attendaient sont abandonnées : dans ${to}, quelqu'un a tu leurs dossiers ou retiré leurs fiches.`,
  cardsMoved: (cards, staying, to) =>
    say`${
      cards === 1
        ? say`**La fiche passe dans ${to}.** Ce qui reste ici dit où elle est.`
        : say`**Les ${cards} fiches passent dans ${to}.** Ce qui reste ici dit où elles sont.`
    }${staying === 0 ? '' : say` Non déplacées : ${staying}. Un autre sujet d'ici les veut, ou quelqu'un dans ${to} a tu leur dossier ou retiré leur fiche.`}`,
  noCardsToMove: say`Il n'y a ici aucune fiche à déplacer, ou pas vers un salon que vous gérez.`,
  cardsStay: (to) =>
    say`**Aucune fiche n'est déplacée.** Elles ne sont plus ici, ou un autre sujet d'ici les veut, ou quelqu'un dans ${to} a tu leurs dossiers ou retiré leurs fiches.`,
  isThere: (name, channel) => say`« ${name} » est déjà suivi dans ${channel}.`,
  watchesItAlready: (channel, name) => say`**Non déplacé :** ${channel} suit déjà « ${name} ».`,
  notYoursToFill: (channel) =>
    say`**Non déplacé :** autant que je puisse savoir, vous ne gérez pas ce que suit ${channel}. Suivez-le là-bas, par ${typed('veille ajouter')}, si vous le pouvez, ou demandez à qui gère ce salon.`,
  noSuchChannel: (written) =>
    say`**Non déplacé :** je ne connais pas de salon « ${written} » que vous voyez. Nommez-le avec #, comme dans ${typed('vers:#nuit')}.`,
  nothingAsked: (name) =>
    say`**Rien n'a été modifié pour « ${name} » :** rien n'a été nommé qui doive être autrement.`,
  changedMeanwhile: (name) =>
    say`**Rien n'a été modifié :** quelqu'un a modifié « ${name} » pendant que votre formulaire était ouvert. Ouvrez-le de nouveau pour voir ce qu'il en est.`,
  isGone: (channel) => say`**Rien n'a été modifié :** ${channel} ne suit plus ce sujet.`,
};

/** The words in this language, else in English. */
export const editWordsIn = (language: string): EditWords => (language === 'fr' ? FRENCH : ENGLISH);
