/**
 * What somebody types behind each command, and how the answer begins, in English and in French.
 * STORY is a story's name, FEED the address of a feed, TOPIC what the channel watches.
 */
export type Asked = { readonly typed: string; readonly en: RegExp; readonly fr: RegExp };

const KEPT = 'Macron and Putin spoke by phone on Monday';

/** A row for every command, in an order in which none takes away what the next is about. */
export const EVERY_COMMAND: Readonly<Record<string, Asked>> = {
  help: {
    typed: '',
    en: /^Readout posts one card per diplomatic event[^]*\/readout watch add TOPIC/,
    fr: /^Readout publie une fiche par événement[^]*\/readout veille ajouter SUJET/,
  },
  privacy: { typed: '', en: /^I read no messages\./, fr: /^Je ne lis pas vos messages\./ },
  status: {
    typed: '',
    en: /^None of 1 feed read yet\.\n1 article on hand/,
    fr: /^Aucun flux lu sur 1\.\n1 article en réserve/,
  },
  'watch add': {
    typed: 'Iran',
    en: /^#desk now watches “Iran”\. Understood as: .+You get a card when it happens, at once, no mention\./s,
    fr: /^#desk suit maintenant « Iran »\. Compris : .+Une fiche dès que cela se produit, sans mention\./s,
  },
  'watch list': {
    typed: '',
    en: /^#desk watches 2 topics\n1 · Iran · at once · 0 stories in 30 days/,
    fr: /^#desk suit 2 sujets\n1 · Iran · immédiat · 0 dossier en 30 jours/,
  },
  'watch test': {
    typed: 'TOPIC',
    en: /^“Macron Putin call”, understood as: .+ Nothing was saved\./,
    fr: /^« Macron Putin call », compris : .+ Rien n'a été enregistré\./,
  },
  'watch edit': {
    typed: 'Iran urgent:yes',
    en: /^“Iran” is told on the first report\. Urgent: it passes quiet hours/,
    fr: /^« Iran » est annoncé dès le premier rapport\. Urgent : passe les heures calmes/,
  },
  'watch digest': {
    typed: 'Iran at:08:00',
    en: /^“Iran” comes as a digest every day at 08:00 \(UTC\)\./,
    fr: /^« Iran » arrive en synthèse chaque jour à 08:00 \(UTC\)\./,
  },
  'watch pause': {
    typed: 'Iran',
    en: /^“Iran” is paused until somebody resumes it\./,
    fr: /^« Iran » est en pause jusqu'à sa reprise\./,
  },
  'watch resume': {
    typed: 'Iran',
    en: /^“Iran” is watched again\./,
    fr: /^« Iran » est de nouveau suivi\./,
  },
  'watch mute': {
    typed: 'STORY',
    en: /^This channel hears no more of R-\w+, but for what takes it back\./,
    fr: /^Ce \w+ n'entend plus parler de R-\w+, sauf rectifications\./,
  },
  'watch sample': {
    typed: 'STORY',
    en: new RegExp(`^“${KEPT}” comes to #desk as a sample\\.`),
    fr: new RegExp(`^« ${KEPT} » arrive dans #desk comme exemple\\.`),
  },
  'news latest': {
    typed: '',
    en: /^1 story in the last 7 days, newest first\nR-\w+ · .+\nREPORTED, one origin \(World Wire\)/,
    fr: /^1 dossier sur 7 jours, du plus récent au plus ancien\nR-\w+ · .+\nRAPPORTÉ, .+\(World Wire\)/,
  },
  'news since': {
    typed: '3d',
    en: /^Since 27 Feb, 12:00 GMT: nothing moved\./,
    fr: /^Depuis le 27 févr\., 12:00 UTC\+0 : rien n'a bougé\./,
  },
  'news search': {
    typed: 'Macron',
    en: /^“Macron”: 1 story since .+, newest first/,
    fr: /^« Macron » : 1 dossier depuis le .+, du plus récent au plus ancien\nR-\w+ · .+\nRAPPORTÉ, /,
  },
  'news topics': {
    typed: '',
    en: /^#desk watches 2 topics; of the last 7 days:\nIran · nothing/,
    fr: /^#desk suit 2 sujets ; depuis 7 jours :\nIran · rien/,
  },
  'news contacts': {
    typed: 'Macron Putin',
    en: /^No contact found for “Macron Putin”\. Contacts are kept since /,
    fr: /^Aucun contact trouvé pour « Macron Putin »\. Les contacts sont conservés depuis /,
  },
  'story show': {
    typed: 'STORY',
    en: new RegExp(`^${KEPT}\n[^]*\nWho said what\nAll reports\nHistory\nShow here$`),
    fr: new RegExp(`^${KEPT}\n[^]*\nQui a dit quoi\nTous les articles\nHistorique\nMontrer ici$`),
  },
  'story sides': {
    typed: 'STORY',
    en: new RegExp(`^${KEPT} · R-\\w+ · who said what\n`),
    fr: new RegExp(`^${KEPT} · R-\\w+ · qui a dit quoi\n`),
  },
  'story sources': {
    typed: 'STORY',
    en: /· 1 report in order of arrival\nA1 World Wire · wire, /,
    fr: /· 1 article, par ordre d'arrivée\nA1 World Wire · agence, /,
  },
  'story history': {
    typed: 'STORY',
    en: /^No card of R-\w+ is known to have stood in #desk\./,
    fr: /^Aucune fiche de R-\w+ n'est connue dans #desk\./,
  },
  'story why': {
    typed: 'STORY',
    en: /^Topic “Macron Putin call”, watched since /,
    fr: /^Sujet « Macron Putin call », suivi depuis /,
  },
  'story hide': {
    typed: 'STORY',
    en: /^Which report of R-\w+ is about another event\?/,
    fr: /^Quel article de R-\w+ concerne un autre fait \?/,
  },
  'feed add': {
    typed: 'FEED',
    en: /^Added: Harbour & Co \(news\.example\/world\.xml\)\. [^]*counts as unverified/,
    fr: /^Ajouté : Harbour & Co \(news\.example\/world\.xml\)\. [^]*compte comme non vérifié/,
  },
  'feed list': {
    typed: '',
    en: /^This workspace reads 1 feed of its own\n1 · Harbour & Co/,
    fr: /^Cet espace lit 1 flux à lui\n1 · Harbour & Co/,
  },
  'feed health': { typed: '', en: /^0 of 2 feeds well, 2 not read yet\./, fr: /^0 flux sur 2 en ordre, / },
  'feed export': {
    typed: '',
    en: /^1 feed of this workspace, as a list[^]*<opml /,
    fr: /^1 flux de cet espace, en une liste[^]*<opml /,
  },
  'feed import': {
    typed: 'FEED',
    en: /^That is no OPML list\. Give the link of one, or its text\./,
    fr: /^Ce n'est pas une liste OPML\. Donnez le lien d'une liste, ou son texte\./,
  },
  'feed release': { typed: '1', en: /^Nothing is held back of “1”\./, fr: /^Rien n'est retenu de « 1 »\./ },
  'feed drop': { typed: '1', en: /^Nothing is held back of “1”\./, fr: /^Rien n'est retenu de « 1 »\./ },
  'feed remove': { typed: '1', en: /^No longer read: Harbour & Co\./, fr: /^N'est plus lu : Harbour & Co\./ },
  'readout-admin settings': {
    typed: 'quiet:22:00-07:00',
    en: /^#desk: time zone UTC · quiet hours 22.00–07:00 · at most 6 cards an hour/,
    fr: /^#desk : fuseau UTC · heures calmes 22.00–07:00 · 6 fiches par heure au plus/,
  },
  'readout-admin audit': {
    typed: '',
    en: /^Changes[^]*newest first[^]*readout-admin settings/,
    fr: /^Modifications[^]*plus récente[^]*readout-admin réglages/,
  },
  'readout-admin deliveries': {
    typed: '',
    en: /^None\. Nothing was given up, came too late, or is uncertain\./,
    fr: /^Aucun\. Rien n’a été abandonné, n’est arrivé trop tard ni n’est incertain\./,
  },
  'readout-admin export': {
    typed: '',
    en: /^2 topics of #desk, with conditions and digests[^]*Macron Putin call;/,
    fr: /^2 sujets de #desk, avec conditions et synthèses[^]*Macron Putin call;/,
  },
  'readout-admin import': {
    typed: '',
    en: /^Nothing was changed: that is no list of topics\./,
    fr: /^Rien n'a été modifié : ce n'est pas une liste de sujets\./,
  },
  'watch remove': {
    typed: 'Iran',
    en: /^#desk no longer watches “Iran”\. /,
    fr: /^#desk ne suit plus « Iran »\. /,
  },
};
