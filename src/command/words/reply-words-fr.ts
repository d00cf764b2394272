import type { Platform } from '#channel/channel.ts';
import { contactFrench } from '#command/words/contact-words-fr.ts';
import { feedFrench } from '#command/words/feed-words-fr.ts';
import { newsFrench } from '#command/words/news-words-fr.ts';
import { partFrench } from '#command/words/part-words-fr.ts';
import type { HeldBackFigures, ReplyWords, SilentFigures } from '#command/words/reply-words.ts';
import { day, dayAndTime, groups, joined, person, say, time, typed } from '#command/words/say.ts';
import { watchFrench } from '#command/words/watch-words-fr.ts';
import { whenFrench } from '#command/words/when-words-fr.ts';
import { whyFrench } from '#command/words/why-words-fr.ts';
import { wishWordsIn } from '#command/words/wish-words.ts';

/** Replies in French. */
export const french: ReplyWords = {
  language: 'fr',
  nowWatches: (channel, topic, understood) =>
    say`**${channel} suit maintenant « ${topic} ».** Compris : ${understood}.`,
  namesIn: (languages) => `noms en ${count(languages, 'langue')}`,
  eventIn: (languages) => `événement en ${count(languages, 'langue')}`,
  or: ' ou ',
  without: 'sans',
  unknownName: (word) =>
    say`**« ${word} » ne figure pas dans notre lexique** : cherché comme simple mot, dans cette graphie.`,
  fitsNoOutlet: (restriction) => say`Aucun des médias que nous lisons ne répond à ${typed(restriction)}.`,
  didYouMean: (suggestion) => say`Vouliez-vous ${typed(suggestion)} ?`,
  alreadyThere: (channel, existing, by, since) =>
    say`${channel} le suit déjà : « ${existing} » (${person(by)}, ${day(since)}).`,
  alsoMeans: (written) => say`« ${written} » est le même sujet.`,
  tooManyTopics: (channel, limit) =>
    say`**Non enregistré.** ${channel} suit ${limit} sujets, le maximum pour un salon. Retirez-en un d'abord.`,
  tooManyInWorkspace: (limit) =>
    say`**Non enregistré.** À eux tous, les salons de cet espace suivent ${limit} sujets, le maximum ici. Retirez-en un d'abord, où que ce soit.`,
  watches: (channel, topics) =>
    topics === 0
      ? say`**${channel} ne suit encore rien.**`
      : say`**${channel} suit ${count(topics, 'sujet')}**`,
  watchLine: (watch) =>
    say`${watch.number} · **${watch.name}** · ${watch.isPaused ? 'en pause' : watch.digest ? whenFrench.rhythm(watch.digest) : 'immédiat'}${wishWordsIn('fr').inShort(watch.wishes)} · ${count(watch.storiesThisMonth, 'dossier')} en 30 jours · ${person(watch.by)}, ${day(watch.since)}`,
  idle: (paused, silent) => say`En pause : ${paused}. Rien depuis 30 jours : ${silent}.`,
  noLongerWatches: (channel, topic, cards) =>
    say`**${channel} ne suit plus « ${topic} ».** ${cards === 0 ? "Aucune fiche n'en est affichée ici." : cards === 1 ? 'Sa fiche reste, sans autre mise à jour que les rectifications.' : `Ses ${cards} fiches restent ; les ouvertes n'ont plus d'autre mise à jour que les rectifications.`}`,
  doesNotWatch: (channel, topic, topics) =>
    say`**${channel} ne suit pas « ${topic} ».** Il suit ${count(topics, 'sujet')} ; nommez-en un, ou donnez son numéro dans la liste.`,
  storiesFound: ({ stories, isAtLeast, days }, topic) =>
    topic === undefined
      ? say`**${isAtLeast ? 'au moins ' : ''}${count(stories, 'dossier')} sur ${days} jours**, du plus récent au plus ancien`
      : say`**« ${topic} » : ${isAtLeast ? 'au moins ' : ''}${count(stories, 'dossier')} sur ${days} jours**, du plus récent au plus ancien`,
  nothingFound: (days, topic) =>
    topic === undefined
      ? say`**Rien depuis ${days} jours.**`
      : say`**Rien sur « ${topic} » depuis ${days} jours.**`,
  feedsRead: ({ all, read, lastReadAt }) =>
    lastReadAt === undefined
      ? say`Aucun flux lu sur ${all}.`
      : say`${read} flux ${read < 2 ? 'lu' : 'lus'} sur ${all}, dernier à ${time(lastReadAt)}.`,
  notRead: ({ feeds, outlets, named, reasons }) =>
    say`Non lu : ${outlets > named.length ? `${count(feeds, 'flux', 'flux')} de ${outlets} médias, dont ` : ''}${joined(
      named.map(({ outlet, since }) => say`${outlet} depuis ${dayAndTime(since)}`),
      ', ',
    )}.${why(reasons)}`,
  notReadBefore: (gaps, more) =>
    say`Non lu pendant un temps : ${joined(
      gaps.map(({ outlet, since, until }) => say`${outlet} de ${dayAndTime(since)} à ${dayAndTime(until)}`),
      ', ',
    )}${more > 0 ? `, et ${count(more, 'autre')}` : ''}.`,
  heldBack: ({ articles, outlets, named }) =>
    say`**Retenu : ${count(articles, 'article')}**, plus à la fois que ces flux n'apportent d'ordinaire : ${outlets > named.length ? `${outlets} médias, dont ` : ''}${amounts(named)}. Pour les flux de cet espace, décidez dans ${typed('flux santé')} ; pour ceux de tous, l'opérateur décide : ${typed('readout parked')}.`,
  onHand: (articles, oldest, stories, topics) =>
    say`${count(articles, 'article')} en réserve${oldest === undefined ? '' : say` depuis le ${day(oldest)}`}, ${count(stories, 'dossier')}. ${count(topics, 'sujet suivi', 'sujets suivis')}.`,
  storyStates: {
    posted: 'publiés',
    joined: 'joints à une fiche',
    digested: 'en synthèse',
    held: 'retenus',
    waiting: 'en attente',
    muted: 'en sourdine',
    expired: 'trop tard pour publier',
    dead: 'publication impossible',
    uncertain: 'publication incertaine',
  },
  deliveryStates: {
    pending: 'en attente',
    sending: "en cours d'envoi",
    unknown: 'recherchés',
    held: 'retenus',
    sent: 'envoyés',
    superseded: 'dits parmi d’autres',
    cancelled: 'annulés',
    expired: 'trop tard',
    uncertain: 'envoi incertain',
    dead: 'abandonnés',
  },
  deliveries: (cards, lines) => say`Fiches : ${cards}. Lignes sous les fiches : ${lines}.`,
  none: 'aucune',
  database: (megabytes) => say`La base de données occupe ${megabytes} Mo.`,
  isConnected: (platform) => say`${platform} : connecté.`,
  isNotConnected: (platform) =>
    say`**${platform} : non connecté**, nouvel essai deux fois par minute ; le journal de l'opérateur dit pourquoi.`,
  needsToken: (platform, setting) =>
    say`**${platform} : non connecté**, le jeton de ${typed(setting)} n'y est plus accepté. Mettez-en un nouveau et redémarrez Readout ; ${typed('readout check')} dit où le trouver. Ce qui attend n'est pas perdu avant l'heure.`,
  hearsNobody: (platform, setting) =>
    say`**${platform} : les fiches partent, mais personne n'y est entendu**, le jeton de ${typed(setting)} n'y est plus accepté. Mettez-en un nouveau et redémarrez Readout ; ${typed('readout check')} dit où le trouver.`,
  noSuchStory: (name) =>
    say`**Aucun dossier ne s'appelle « ${name} ».** Les noms ressemblent à R-7K2Q et figurent en tête de chaque fiche.`,
  watch: watchFrench,
  when: whenFrench,
  why: whyFrench,
  part: partFrench,
  feed: feedFrench,
  news: newsFrench,
  contact: contactFrench,
  noRight: (platform, managers) =>
    say`**Vous pouvez consulter, pas modifier.** Les veilles sont gérées ici par ${managers.length === 0 ? '' : say`${groups(managers)}, ou par `}${MANAGERS[platform]}`,
  pages: {
    stale: say`**Ce bouton est trop ancien.** Il venait d'une liste de plus d'un jour.`,
    forged: say`**Ce bouton n'est pas de moi**, ou appartient à un autre salon.`,
  },
  tooManyLookUps: (seconds) =>
    say`Un instant : 10 recherches par minute et par personne. Réessayez dans ${seconds} s.`,
  tooManyRequests: (seconds) =>
    say`Un instant : 30 modifications et formulaires par minute et par personne. Réessayez dans ${seconds} s.`,
  help: say`**Readout** publie une fiche par événement diplomatique, avec les mots de chaque partie. Il lit des flux publics ; il ne dit pas qui a raison.`,
  helpBegins: say`**Pour commencer :**`,
  helpGoesOn: (example) => say`Tout le reste ; ${typed(example)} dit comment l’écrire :`,
  helpWord: 'aide',
  isAButton: (words) => say`**« ${words} » est un bouton :** pressez-le sous le message dont il s'agit.`,
  missing: (option, usage) => say`**Élément manquant : ${option}.** Tapez ${typed(usage)}.`,
  goesOn: (root) => say`**« ${root} » se poursuit ainsi :**`,
  noSuchCommand: (typed) => say`**« ${typed} » n'est pas une commande.**`,
  ourFault: (error) =>
    say`**Échec, rien n'a été modifié.** L'erreur vient de nous (${error}) ; l'opérateur la voit. Réessayez dans une minute.`,
  actions: {
    undo: 'Annuler',
    seeStory: 'Voir ce dossier',
    seeFirst: 'Voir le premier',
    watchThat: 'Oui, suivre cela',
    list: 'Liste',
    allTopics: 'Tous les sujets',
    watchSomething: 'Suivre un sujet',
    thatCommand: 'Oui',
    help: 'Aide',
    askAgain: 'Redemander',
    showHere: 'Montrer ici',
    previousPage: '← Précédent',
    nextPage: 'Suivant →',
    change: 'Modifier',
  },
};

/** Whom each platform lets, whatever the policy names beside them. */
const MANAGERS: Readonly<Record<Platform, string>> = {
  discord:
    "les membres qui ont « Gérer le serveur », ou par les rôles à qui ils ont donné la commande. Adressez-vous à l'un d'eux.",
  slack: "les membres de cet espace de travail. Adressez-vous à l'un d'eux.",
  terminal: "l'opérateur.",
};

/** French counts nothing, and one, in the singular. */
const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('fr')} ${number < 2 ? one : many}`;

const why = (reasons: SilentFigures['reasons']): string =>
  reasons.length === 0
    ? ''
    : ` Motifs, selon le journal : ${reasons.map(({ reason, feeds }) => `« ${reason} » (${feeds})`).join(', ')}.`;

const amounts = (named: HeldBackFigures['named']): string =>
  named.map(({ outlet, articles }) => `${outlet} (${articles})`).join(', ');
