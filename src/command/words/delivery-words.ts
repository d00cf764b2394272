import type { Phrase } from '#card/phrase.ts';
import type { WhenUncertain } from '#channel/channel.ts';
import { dayAndTime, say, typed } from '#command/words/say.ts';
import type { DeliveryState } from '#delivery/delivery.ts';
import type { OwedMessage } from '#delivery/owed-message.ts';

/** A message that a channel is owed, as it is told to those who manage it. */
export type OwedFigures = {
  readonly kind: OwedMessage['kind'];
  readonly words: string;
  readonly channel: string;
  readonly state: DeliveryState;
  readonly plannedAt: string;
  readonly attempts: number;
  readonly repeats: number;
  readonly reason: string;
  readonly key: string;
};

/** What is said of messages that did not simply arrive, in one language. */
export type DeliveryWords = {
  readonly states: Readonly<Record<DeliveryState, string>>;
  readonly heading: (messages: number, isMore: boolean) => Phrase;
  readonly nothing: Phrase;
  readonly line: (owed: OwedFigures) => Phrase;
  readonly detail: (owed: OwedFigures) => Phrase;
  /** `what` is a channel or a platform. */
  readonly stopped: (what: string, since: string, until: string, reason: string) => Phrase;
  readonly isBusy: (what: string, until: string) => Phrase;
  readonly perhapsTwice: (messages: number) => Phrase;
  readonly policy: (policy: WhenUncertain) => Phrase;
  readonly policyEverywhere: (policy: WhenUncertain) => Phrase;
  readonly noSuchPolicy: (asked: string) => Phrase;
  readonly noSuch: (asked: string) => Phrase;
  readonly replayed: (words: string) => Phrase;
  /** A line that is to be taken away, since its card was. */
  readonly soughtAgain: (words: string) => Phrase;
  readonly notReplayed: (words: string, state: string) => Phrase;
  readonly dropped: (words: string) => Phrase;
  readonly notDropped: (words: string, state: string) => Phrase;
  readonly resumed: (what: string) => Phrase;
  readonly show: (place: number) => string;
  readonly replay: string;
  readonly drop: string;
  readonly tryAgain: (what: string) => string;
};

const english: DeliveryWords = {
  states: {
    pending: 'waiting',
    sending: 'being sent',
    unknown: 'being looked for',
    held: 'held',
    sent: 'sent',
    superseded: 'told among others',
    cancelled: 'called off',
    expired: 'too late',
    uncertain: 'uncertain',
    dead: 'given up',
  },
  heading: (messages, isMore) =>
    isMore
      ? say`**The newest ${messages} messages:**`
      : say`**${messages} ${messages === 1 ? 'message' : 'messages'}:**`,
  nothing: say`**None.** Nothing was given up, came too late, or is uncertain.`,
  line: ({ state, channel, words, plannedAt, reason, key }) =>
    say`${english.states[state]} · ${channel} · “${words}” · ${dayAndTime(plannedAt)}${because(reason)} · ${typed(key)}`,
  detail: ({ kind, words, channel, state, plannedAt, attempts, repeats, reason, key }) =>
    say`**${{ card: 'Card', line: 'Line below a card', digest: 'Digest' }[kind]}: “${words}”**, ${channel}: ${english.states[state]}. Planned for ${dayAndTime(plannedAt)}, tried ${attempts} times${repeats > 0 ? `, sent again ${repeats} times without knowing whether it stood` : ''}${because(reason)}. ${typed(key)}`,
  stopped: (what, since, until, reason) =>
    say`**${what} refuses messages since ${dayAndTime(since)}**: ${typed(reason)}. The next is tried ${dayAndTime(until)}.`,
  isBusy: (what, until) => say`${what} asked to wait until ${dayAndTime(until)}.`,
  perhapsTwice: (messages) =>
    say`**${messages} ${messages === 1 ? 'message' : 'messages'} may stand twice**: sent again, as nobody could look whether they had arrived (${typed('readout-admin deliveries twice')}).`,
  policy: (policy) =>
    policy === 'repeat'
      ? say`**Here a message of which nobody can know whether it arrived is sent again.** It may stand twice; none is missing.`
      : say`**Here a message of which nobody can know whether it arrived is not sent again.** It may be missing; none stands twice. The list says which.`,
  policyEverywhere: (policy) =>
    say`**In every channel that says nothing of its own, a message of which nobody can know whether it arrived is ${policy === 'repeat' ? 'sent again' : 'not sent again'}.**`,
  noSuchPolicy: (asked) => say`**“${asked}” is neither ${typed('repeat')} nor ${typed('skip')}.**`,
  noSuch: (asked) => say`**“${asked}” is no state, no message and no stopped channel here.**`,
  replayed: (words) =>
    say`**“${words}” is sent again.** Quiet hours and limits hold. That cannot be undone once it has arrived.`,
  soughtAgain: (words) =>
    say`**“${words}” is looked for again**, and taken away where it stands: its card was removed. It is not sent again.`,
  notReplayed: (words, state) => say`**“${words}” is not sent again:** it is ${state}.`,
  dropped: (words) => say`**“${words}” is dropped**, and will not be sent. It stays in the list as given up.`,
  notDropped: (words, state) => say`**“${words}” cannot be dropped:** it is ${state}.`,
  resumed: (what) => say`**${what} is tried again now.** That cannot be undone.`,
  show: (place) => `Show ${place}`,
  replay: 'Send again',
  drop: 'Drop',
  tryAgain: (what) => `Try ${what} again`,
};

const french: DeliveryWords = {
  states: {
    pending: 'en attente',
    sending: 'en cours d’envoi',
    unknown: 'recherché',
    held: 'retenu',
    sent: 'envoyé',
    superseded: 'signalé parmi d’autres',
    cancelled: 'annulé',
    expired: 'trop tard',
    uncertain: 'incertain',
    dead: 'abandonné',
  },
  heading: (messages, isMore) =>
    isMore
      ? say`**Les ${messages} messages les plus récents :**`
      : say`**${messages} ${messages === 1 ? 'message' : 'messages'} :**`,
  nothing: say`**Aucun.** Rien n’a été abandonné, n’est arrivé trop tard ni n’est incertain.`,
  line: ({ state, channel, words, plannedAt, reason, key }) =>
    say`${french.states[state]} · ${channel} · « ${words} » · ${dayAndTime(plannedAt)}${parce(reason)} · ${typed(key)}`,
  detail: ({ kind, words, channel, state, plannedAt, attempts, repeats, reason, key }) =>
    say`**${{ card: 'Fiche', line: 'Ligne sous une fiche', digest: 'Synthèse' }[kind]} : « ${words} »**, ${channel} : ${french.states[state]}. Prévu pour ${dayAndTime(plannedAt)}, ${attempts} essais${repeats > 0 ? `, renvoyé ${repeats} fois sans savoir s’il était en place` : ''}${parce(reason)}. ${typed(key)}`,
  stopped: (what, since, until, reason) =>
    say`**${what} refuse les messages depuis ${dayAndTime(since)}** : ${typed(reason)}. Prochain essai ${dayAndTime(until)}.`,
  isBusy: (what, until) => say`${what} demande d’attendre jusqu’à ${dayAndTime(until)}.`,
  perhapsTwice: (messages) =>
    say`**${messages} ${messages === 1 ? 'message est peut-être' : 'messages sont peut-être'} en double** : renvoyés, faute de pouvoir vérifier leur arrivée (${typed('readout-admin deliveries twice')}).`,
  policy: (policy) =>
    policy === 'repeat'
      ? say`**Ici, un message dont on ne peut savoir s’il est arrivé est renvoyé.** Il peut être en double ; aucun ne manque.`
      : say`**Ici, un message dont on ne peut savoir s’il est arrivé n’est pas renvoyé.** Il peut manquer ; aucun n’est en double. La liste dit lesquels.`,
  policyEverywhere: (policy) =>
    say`**Dans tout salon qui ne dit rien d’autre, un message dont on ne peut savoir s’il est arrivé ${policy === 'repeat' ? 'est renvoyé' : 'n’est pas renvoyé'}.**`,
  noSuchPolicy: (asked) => say`**« ${asked} » n’est ni ${typed('repeat')} ni ${typed('skip')}.**`,
  noSuch: (asked) => say`**« ${asked} » n’est ici ni un état, ni un message, ni un salon arrêté.**`,
  replayed: (words) =>
    say`**« ${words} » est renvoyé.** Les heures calmes et les limites valent. Une fois arrivé, cela ne s’annule plus.`,
  soughtAgain: (words) =>
    say`**« ${words} » est recherché de nouveau**, et retiré s’il est en place : sa fiche l’a été. Il n’est pas renvoyé.`,
  notReplayed: (words, state) => say`**« ${words} » n’est pas renvoyé :** ${state}.`,
  dropped: (words) =>
    say`**« ${words} » est écarté** et ne sera pas envoyé. Il reste dans la liste comme abandonné.`,
  notDropped: (words, state) => say`**« ${words} » ne peut être écarté :** ${state}.`,
  resumed: (what) => say`**Nouvel essai dans ${what} dès maintenant.** Cela ne s’annule pas.`,
  show: (place) => `Voir ${place}`,
  replay: 'Renvoyer',
  drop: 'Écarter',
  tryAgain: (what) => `Réessayer ${what}`,
};

/** The words of a language; English where there are none in it. */
export const deliveryWordsIn = (language: string): DeliveryWords => (language === 'fr' ? french : english);

const because = (reason: string): string => (reason === '' ? '' : `; ${reason}`);
const parce = (reason: string): string => (reason === '' ? '' : ` ; ${reason}`);
