import type { CardWords, DecidedWords } from '#card/card-words.ts';
import { counted, listed } from '#card/counted.ts';
import { person, source, text, time } from '#card/phrase-of.ts';

/** What a card says in French. Names take no article, so that none is wrong. */
export const frenchWords: CardWords = {
  headlineOf: (outlet) => `Titre : ${outlet}`,
  via: (outlet, aggregator) => `${outlet} via ${aggregator}`,
  unverified: (outlet, named) =>
    `${outlet} (ajouté ici, non vérifié${named === undefined ? '' : ` ; il nomme ${named}`})`,
  topics: (names) =>
    `${names.length > 1 ? 'sujets' : 'sujet'} ${names.map((name) => `« ${name} »`).join(', ')}`,
  oneSide: "UNE SEULE PARTIE POUR L'INSTANT",
  bothSides: 'LES DEUX PARTIES SE SONT EXPRIMÉES',
  severalSides: (spoke, sides) => `${spoke} PARTIES SUR ${sides} SE SONT EXPRIMÉES`,
  hasSpoken: (side, silent) => `parole de : ${side} · rien vu de : ${listed(silent, 'ou')}`,
  reported: (origins) => `RAPPORTÉ, ${originsIn(origins)}`,
  announced: 'ANNONCÉ',
  announcedFor: [text('ANNONCÉ pour le ', 'strong')],
  deniedBy: (side) => `DÉMENTI par : ${side}`,
  deniedHere: (side, at, number) => [text(`démenti par : ${side}, à `), time(at), text(' '), source(number)],
  corrected: 'CORRIGÉ',
  hadGiven: ({ outlet, words, to, owner, number }) => [
    text(`${outlet} avait attribué ${words} à : ${to} ; ces mots figurent dans le texte de : ${owner} `),
    source(number),
  ],
  decided: (what) => [text(decidedWords(what))],
  decidedLine: ({ from, to, on, ...what }) => [
    text(`RECTIFICATION sur ${on} : ${decidedWords(what)}. Figurait ici sous ${what.side} de `),
    time(from),
    text(' à '),
    time(to),
    text('.'),
  ],
  aQuotation: 'une citation',
  stoodUnder: (side, from, to) => [
    text(`Figurait ici sous ${side} de `),
    time(from),
    text(' à '),
    time(to),
    text(' : '),
  ],
  withdrawnBy: (outlet) => `RETIRÉ par ${outlet}`,
  withdrawnMark: 'RETIRÉ : ',
  noOtherOrigin: "aucun autre média ne l'a rapporté par lui-même",
  stoodHere: (from, to) => [text('Ce qui figurait ici de '), time(from), text(' à '), time(to), text(' : ')],
  vanished: "N'EST PLUS À SON ADRESSE",
  vanishedSince: (outlet, since, answered) => [
    text('depuis '),
    time(since),
    text(`${answered}. ${outlet} n'a pas dit pourquoi.`),
  ],
  vanishedReport: ({ outlet, number, since }) => [
    text(`N'est plus à son adresse : ${outlet} `),
    source(number),
    text(', depuis '),
    time(since),
    text(". Il n'a pas dit pourquoi."),
  ],
  ownText: (outlet, language) => `${outlet}, texte d'origine, en ${language}`,
  quotedBy: (speaker, outlet, language) => `${speaker}, cité par ${outlet}, en ${language}`,
  reportedBy: (speaker, outlet, language) => `${speaker}, selon ${outlet}, en ${language}`,
  denying: (speaker) => `${speaker}, démentant`,
  stateControlled: "contrôlé par l'État",
  joint: (sides) => `propos communs : ${listed(sides, 'et')}`,
  notInOwnText: "pas trouvé dans un texte d'origine à ce stade",
  noSentence: (readAt, number) => [
    text('aucune phrase à ce sujet trouvée dans ce texte '),
    source(number),
    text(' (lu à '),
    time(readAt),
    text(')'),
  ],
  onlyLeadRead: (readAt, number) => [
    text('aucun propos trouvé dans le titre et le chapeau de ce texte '),
    source(number),
    text(' ; le reste n’a pas été lu (vu à '),
    time(readAt),
    text(')'),
  ],
  nothingYet: (outlet, readAt) => [
    text(`rien de publié pour l'instant (flux ${outlet} lu à `),
    time(readAt),
    text(')'),
  ],
  feedDown: (outlet, since) => [
    text(`le flux ${outlet} ne répond plus depuis `),
    time(since),
    text(' ; on ne peut rien en dire'),
  ],
  notReadDirectly: 'aucun propos trouvé à ce stade ; nous ne lisons pas cette partie directement',
  others: 'Autres',
  mutedBy: (who, until) => [
    text('En sourdine ici, par '),
    person(who),
    ...(until === undefined ? [] : [text(", jusqu'au "), time(until, 'date-time')]),
    text(' : seules les rectifications sont encore dites.'),
  ],
  nowIn: (channel) => `DÉSORMAIS DANS ▸ ${channel}`,
  nowPartOf: (shortName) => `FAIT MAINTENANT PARTIE DE ▸ ${shortName}`,
  follows: (shortName) => `fait suite à ${shortName}`,
  outlets: (outlets, owners) =>
    owners < outlets ? `${outlets} médias, ${counted(owners, 'propriétaire')}` : counted(outlets, 'média'),
  restsOn: (origins, outlets) => `${outlets === 1 ? 'repose' : 'reposent'} sur : ${origins.join(', ')}`,
  publishedAndSeen: (published, seen) => [text('publié à '), time(published), text(', vu à '), time(seen)],
  publishedAndUpdated: (published, updated) => [
    text('publié à '),
    time(published),
    text(', mis à jour à '),
    time(updated),
  ],
  read: (outlet) => `Lire : ${outlet}`,
  sideSpoke: (side, at, on, isComplete) => [
    text(`${side} s'est exprimé (`),
    time(at),
    text(`) sur ${on}.${isComplete ? ' Les deux parties se sont désormais exprimées.' : ''}`),
  ],
  spokeTogether: ({ sides, publisher, at, on, isComplete }) => [
    text(
      publisher === undefined
        ? `${listed(sides, 'et')} se sont exprimés (`
        : `${publisher} : texte commun publié, ${listed(sides, 'et')} (`,
    ),
    time(at),
    text(`) sur ${on}.${isComplete ? ' Les deux parties se sont désormais exprimées.' : ''}`),
  ],
  confirmed: (outlet, at, on) => [
    text(`${outlet} : texte d'origine publié (`),
    time(at),
    text(`) sur ${on}.`),
  ],
  deniedLine: (side, at, on) => [text(`DÉMENTI par : ${side} (`), time(at), text(`) : ${on}.`)],
  correctedLine: ({ words, owner, side, from, to, on }) => [
    text(
      `RECTIFICATION sur ${on} : ${words} figure dans le texte de : ${owner}. Figurait ici sous ${side} de `,
    ),
    time(from),
    text(' à '),
    time(to),
    text('.'),
  ],
  liftedLine: (words, side, on) => [
    text(
      `RECTIFICATION sur ${on} : ${words} figure de nouveau sous ${side} : son propre texte contient aussi ces mots.`,
    ),
  ],
  withdrawnLine: (outlet, at, title) => [text(`RETIRÉ par ${outlet} (`), time(at), text(`) : « ${title} ».`)],
};

function decidedWords({ words, outlet, side, by, movedTo, more }: DecidedWords): string {
  const what = `${words} (${outlet})${more > 0 ? ` et ${more} de plus de : ${side}` : ''}`;
  if (movedTo !== undefined) return `${what} concerne un autre fait, désormais dans le dossier ${movedTo}`;
  return by === 'operator'
    ? `${what} n'est pas attribué à : ${side}, sur décision de l'opérateur`
    : `${what} a été retiré ici par des membres de cet espace`;
}

/** What nobody but an unverified outlet tells has no origin that we could name. */
function originsIn(origins: number): string {
  if (origins === 0) return 'sans origine vérifiée';
  return origins === 1 ? 'une origine' : `${origins} origines`;
}
