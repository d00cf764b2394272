import type { Phrase } from '#card/phrase.ts';
import { text } from '#card/phrase-of.ts';

/** What the operator is told of deliveries that went wrong, in one language. `reason` is the platform's own word. */
export type DeliveryNoticeWords = {
  readonly channelStopped: (channel: string, reason: string) => Phrase;
  readonly platformStopped: (platform: string, reason: string) => Phrase;
  readonly sentAgain: (channel: string, reason: string) => Phrase;
  readonly uncertain: (channel: string, reason: string) => Phrase;
  /** A line below a card that somebody had removed. */
  readonly leftBehind: (channel: string, reason: string) => Phrase;
  readonly givenUp: (channel: string, reason: string) => Phrase;
  readonly tryAgain: string;
  readonly show: string;
};

const strong = (words: string) => text(words, 'strong');
const reported = (reason: string) => text(reason, 'code');

const english: DeliveryNoticeWords = {
  channelStopped: (channel, reason) => [
    strong(`Nothing can be posted in ${channel}`),
    text(': '),
    reported(reason),
    text(
      '. Readout stops sending there, and tries one message after 5 minutes, after 30, then once an hour.',
    ),
  ],
  platformStopped: (platform, reason) => [
    strong(`${platform} does not accept Readout’s token`),
    text(': '),
    reported(reason),
    text('. Nothing is sent there any more but one try an hour, or at the next start.'),
  ],
  sentAgain: (channel, reason) => [
    strong(`Perhaps twice in ${channel}`),
    text(': the answer to a message was lost, and nobody can look whether it stands ('),
    reported(reason),
    text('). It was sent again; with the right to read the channel that would not be needed.'),
  ],
  uncertain: (channel, reason) => [
    strong(`Perhaps missing in ${channel}`),
    text(': the answer to a message was lost, and nobody can look whether it stands ('),
    reported(reason),
    text('). It was not sent again: look, and decide.'),
  ],
  leftBehind: (channel, reason) => [
    strong(`Perhaps still in ${channel}`),
    text(': a line below a card that was removed could not be found, or not be taken away ('),
    reported(reason),
    text('). Nothing is missing. Where it stands, delete it there, or have Readout try again.'),
  ],
  givenUp: (channel, reason) => [
    strong(`Given up in ${channel}`),
    text(': '),
    reported(reason),
    text('. The message is kept, and can be sent again.'),
  ],
  tryAgain: 'Try again now',
  show: 'Show',
};

const french: DeliveryNoticeWords = {
  channelStopped: (channel, reason) => [
    strong(`Plus rien ne peut être publié dans ${channel}`),
    text(' : '),
    reported(reason),
    text(
      '. Readout cesse d’y écrire et essaie un seul message après 5 minutes, après 30, puis une fois par heure.',
    ),
  ],
  platformStopped: (platform, reason) => [
    strong(`${platform} n’accepte pas le jeton de Readout`),
    text(' : '),
    reported(reason),
    text('. Plus rien n’y est envoyé, sauf un essai par heure ou au prochain démarrage.'),
  ],
  sentAgain: (channel, reason) => [
    strong(`Peut-être en double dans ${channel}`),
    text(' : la réponse à un message s’est perdue, et rien ne permet de voir s’il est en place ('),
    reported(reason),
    text('). Il a été renvoyé ; avec le droit de relire ce qui y est écrit, ce ne serait pas nécessaire.'),
  ],
  uncertain: (channel, reason) => [
    strong(`Manque peut-être dans ${channel}`),
    text(' : la réponse à un message s’est perdue, et rien ne permet de voir s’il est en place ('),
    reported(reason),
    text('). Il n’a pas été renvoyé : vérifiez, puis décidez.'),
  ],
  leftBehind: (channel, reason) => [
    strong(`Peut-être encore dans ${channel}`),
    text(' : une ligne sous une fiche retirée n’a pas pu être retrouvée, ou pas retirée ('),
    reported(reason),
    text('). Rien ne manque. Si elle est en place, supprimez-la, ou faites réessayer Readout.'),
  ],
  givenUp: (channel, reason) => [
    strong(`Abandonné dans ${channel}`),
    text(' : '),
    reported(reason),
    text('. Le message est conservé et peut être renvoyé.'),
  ],
  tryAgain: 'Réessayer maintenant',
  show: 'Voir',
};

/** The words of a language; English where there are none in it. */
export const deliveryNoticeWordsIn = (language: string | undefined): DeliveryNoticeWords =>
  language === 'fr' ? french : english;
