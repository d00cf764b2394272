import type { FeedFigures, FeedWords, ImportFigures, OwnFeedFigures } from '#command/words/feed-words.ts';
import { day, dayAndTime, joined, person, type Said, say, typed } from '#command/words/say.ts';

/** Feeds of a workspace, in French. */
export const feedFrench: FeedWords = {
  added: (feed) => say`**Ajouté : ${feed.name}** (${typed(feed.address)}). ${contents(feed)}`,
  isOwn: say`Il n'est lu que pour cet espace et compte comme non vérifié : jamais officiel, jamais une origine à lui seul.`,
  firstVisit: say`Son contenu actuel pourra bientôt être cherché ; les fiches viendront pour ce qui paraîtra ensuite.`,
  alreadyRead: (outlet) => say`**Nous le lisons déjà : ${outlet}.** Rien n'a été ajouté.`,
  alreadyOwn: (name, by, since) => say`**Cet espace le lit déjà : ${name}** (${person(by)}, ${day(since)}).`,
  foundSeveral: (address, feeds) =>
    say`**${count(feeds, 'flux trouvé', 'flux trouvés')} à ${typed(address)}.** Lequel ? Rien n'a encore été ajouté.`,
  foundLine: (feed) => say`**${feed.name}** · ${typed(feed.address)} · ${contents(feed)}`,
  cutShort: ({ named, lookedAt }) =>
    say`${count(named, 'flux annoncé', 'flux annoncés')} à cet endroit, ${lookedAt} ${lookedAt < 2 ? 'regardé' : 'regardés'} : six requêtes par site au plus. Pour un autre, donnez son adresse.`,
  noFeedAt: (address, cutShort) =>
    cutShort === undefined
      ? say`**Aucun flux trouvé à ${typed(address)}.** Nous avons regardé la page, ce qu'elle indique et les emplacements habituels. Donnez l'adresse du flux lui-même si vous la connaissez.`
      : say`**Aucun flux lisible trouvé à ${typed(address)}.**`,
  noAnswerAt: (address, detail) =>
    say`**Rien n'a été ajouté.** ${typed(address)}, selon le journal : « ${detail} »`,
  noAddress: say`**Ce n'est pas une adresse web.** Donnez un site ou un flux, tel que ${typed('example.org/news')}.`,
  hasPassword: say`**Rien n'a été ajouté.** Nous n'interrogeons pas d'adresses contenant un nom d'utilisateur et un mot de passe.`,
  tooMany: (limit) =>
    say`**Non ajouté.** Cet espace lit ${limit} flux à lui, le maximum. Retirez-en un d'abord.`,
  tooFast: (limit) =>
    say`**Non ajouté.** ${limit} flux ont été ajoutés ou essayés ici en une heure, le maximum. Réessayez plus tard.`,
  own: (feeds) =>
    feeds === 0
      ? say`**Cet espace n'a encore aucun flux à lui.**`
      : say`**Cet espace lit ${count(feeds, 'flux', 'flux')} à lui**`,
  ownLine: (feed) =>
    say`${feed.number} · **${feed.name}** · ${typed(feed.address)} · ${standing(feed)} · ${person(feed.by)}, ${day(feed.since)}`,
  everyones: (feeds, outlets) =>
    say`Et ${count(feeds, 'flux', 'flux')} de ${count(outlets, 'média')}, ${feeds === 1 ? 'lu' : 'lus'} pour tous.`,
  everyonesLine: (outlet, address) => say`${outlet} · ${typed(address)}`,
  removed: (name) => say`**N'est plus lu : ${name}.** Ce qu'il a apporté reste ; rien de nouveau ne viendra.`,
  noSuchFeed: (named, feeds) =>
    say`**Aucun flux de cet espace ne s'appelle « ${named} ».** Il en a ${feeds} ; nommez-en un, ou donnez son numéro dans la liste.`,
  isEveryones: (outlet) =>
    say`**${outlet} est lu pour tous** et ne peut être retiré ici. Un sujet peut l'exclure : ${typed('-outlet:')}.`,
  imported: (figures) =>
    say`**${count(figures.added, 'flux ajouté', 'flux ajoutés')} sur ${figures.listed}.**${rest(figures)}`,
  notTaken: (named) => say`Non ajoutés, entre autres : ${joined(named.map(typed), ', ')}.`,
  noOpml: say`**Ce n'est pas une liste OPML.** Donnez le lien d'une liste, ou son texte.`,
  emptyOpml: say`**Cette liste ne contient aucun flux.** Rien n'a été ajouté.`,
  listTitle: 'Flux de cet espace, par Readout',
  exported: (feeds) =>
    say`**${count(feeds, 'flux', 'flux')} de cet espace**, en une liste que tout lecteur de flux accepte.`,
  keptBack: (feeds) =>
    say`${count(feeds, 'flux laissé de côté', 'flux laissés de côté')} : l'adresse donne accès à qui la connaît, elle n'est donc montrée à personne.`,
  nothingToExport: say`**Cet espace n'a aucun flux à lui à exporter.**`,
  actions: { add: 'Ajouter', more: 'Suite', addOne: 'Ajouter un flux' },
};

/** French counts nothing, and one, in the singular. */
const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('fr')} ${number < 2 ? one : many}`;

const contents = ({ items, newestAt }: FeedFigures): Said =>
  newestAt === undefined
    ? say`${count(items, 'article')}.`
    : say`${count(items, 'article')}, dernier ${dayAndTime(newestAt)}.`;

function standing({ readAt, failingSince }: OwnFeedFigures): Said {
  if (failingSince !== undefined) return say`ne répond plus depuis ${dayAndTime(failingSince)}`;
  return readAt === undefined ? 'pas encore lu' : say`lu ${dayAndTime(readAt)}`;
}

function rest({ alreadyRead, notReached, noFeed, overLimit }: ImportFigures): string {
  const said = [
    alreadyRead > 0 ? `déjà lus : ${alreadyRead}` : '',
    notReached > 0 ? `hors d'atteinte : ${notReached}` : '',
    noFeed > 0 ? `sans flux : ${noFeed}` : '',
    overLimit > 0 ? `au-delà de 50 flux, ou de 20 par heure : ${overLimit}` : '',
  ].filter((part) => part !== '');
  return said.length === 0 ? '' : ` Non ajoutés, ${said.join(' ; ')}.`;
}
