import type { Inbound } from '#command/inbound.ts';
import type { FeedRecord } from '#feed/feed.ts';
import { newFeedRecord } from '#feed/new-feed-record.ts';
import { NOON } from '../delivery/owed.ts';
import type { aDesk } from './a-desk.ts';

/** A language that people are answered in. */
export type Language = 'en' | 'fr';
type Desk = Awaited<ReturnType<typeof aDesk>>;

/** What is asked (STORY is the story that `before` gives the name of), after what has happened before, and how the answer has to begin or what has to stand in it. */
export type ProductRow = {
  readonly asked: string;
  readonly before?: (at: Desk, ask: (words: string) => Promise<unknown>) => Promise<unknown>;
  readonly differing?: Partial<Inbound>;
  /** Something of ours that does not work. */
  readonly broken?: Partial<Desk['desk']>;
  readonly en: readonly RegExp[];
  readonly fr: readonly RegExp[];
  /** What the buttons say in English. */
  readonly buttons?: readonly RegExp[];
};

const CALL = 'Macron Putin call';
const aCall = (at: Desk) => at.report('Macron and Putin spoke by phone on Monday');
const watchCall: ProductRow['before'] = (_at, ask) => ask(`watch add ${CALL}`);
const aFlood = async (at: Desk) => {
  for (let number = 1; number <= 12; number += 1)
    await at.report(`Macron and Putin spoke by phone, call ${number}`);
};

const aFeed = (changes: Partial<FeedRecord>) => async (at: Desk) => {
  const read = { lastReadAt: '2026-03-02T11:55:00.000Z', isFirstVisitDone: true };
  await at.desk.ledger.feeds.save({ ...newFeedRecord(at.feed, NOON), ...read, ...changes });
};

/** The product's own sentences (its section on commands), in both languages. */
export const PRODUCT_ROWS: readonly ProductRow[] = [
  {
    asked: `watch add ${CALL}`,
    before: aCall,
    en: [
      /^#desk now watches “Macron Putin call”\. Understood as: Emmanuel Macron \+ Vladimir Putin \+ phone call \(names in \d+ languages, the event in \d+ languages\)\./,
      /In the last day \(all we hold\): 1 story\./,
      /You get a card when it happens, at once, no mention\./,
    ],
    fr: [
      /^#desk suit maintenant « Macron Putin call »\. Compris : Emmanuel Macron \+ .+ \+ .+ \(noms en \d+ langues, événement en \d+ langues\)\./,
      /le dernier jour \(tout ce que nous avons\) : 1 dossier\./,
      /Une fiche dès que cela se produit, .*sans mention\./,
    ],
    buttons: [/^See that story$/, /^Post it here as a sample$/, /^Change$/, /^Undo$/],
  },
  {
    asked: 'watch add Macron',
    before: aFlood,
    en: [/^Not saved yet: this is a lot\. “Macron” alone: 12 stories/],
    fr: [/^Pas encore enregistré : c'est beaucoup\. « Macron » seul : 12 dossiers/],
    buttons: [/^Daily digest 08:00 \(recommended\)$/, /^Cards anyway, at most 6/],
  },
  {
    asked: 'watch add Iran Kohler',
    en: [/“Kohler” is not a name we know: found as a plain word only, in that spelling\./],
    fr: [/« Kohler » ne figure pas dans notre lexique : cherché comme simple mot, dans cette graphie\./],
  },
  {
    asked: 'watch add Macron (Putin call',
    en: [/^Not saved\./, /place 8/, /Did you mean .*Macron Putin call/],
    fr: [/^Non enregistré\./, /osition 8/, /Vouliez-vous .*Macron Putin call/],
    buttons: [/^Yes, watch that$/],
  },
  {
    asked: 'watch add Macron Poutine appel',
    before: watchCall,
    en: [
      /^#desk already watches it: “Macron Putin call” \(42, /,
      /“Macron Poutine appel” is the same topic\./,
    ],
    fr: [
      /^#desk le suit déjà : « Macron Putin call » \(42, /,
      /« Macron Poutine appel » est le même sujet\./,
    ],
    buttons: [/^Change it$/],
  },
  {
    asked: 'watch add Iran',
    differing: { mayChange: false },
    en: [/^You can look, not change\./, /\(E-[0-9A-Z]{3}\)$/],
    fr: [/^Vous pouvez consulter, pas modifier\./, /\(E-[0-9A-Z]{3}\)$/],
  },
  {
    asked: 'watch list',
    before: watchCall,
    en: [
      /^#desk watches 1 topic$/m,
      /Macron Putin call · at once · 0 stories in 30 days · 42, /,
      /Paused: 0\. Nothing in 30 days: 1\./,
    ],
    fr: [
      /^#desk suit 1 sujet$/m,
      /Macron Putin call · immédiat · 0 dossier en 30 jours · 42, /,
      /En pause : 0\. Rien depuis 30 jours : 1\./,
    ],
    buttons: [/^Show here$/],
  },
  {
    asked: 'watch edit 1 to:night',
    before: watchCall,
    en: [/^“Macron Putin call” moves to #night\. New stories go there\./],
    fr: [/^« Macron Putin call » passe dans #night\. Les nouveaux dossiers y vont\./],
    buttons: [/^Undo$/],
  },
  {
    asked: 'watch remove 1',
    before: watchCall,
    en: [/^#desk no longer watches “Macron Putin call”\. No card of it stands here\.$/],
    fr: [/^#desk ne suit plus « Macron Putin call »\. Aucune fiche n'en est affichée ici\.$/],
    buttons: [/^Undo$/],
  },
  {
    asked: `watch test ${CALL}`,
    before: aCall,
    en: [/archive from .*: 1 story, 1 article/, /title has “Macron”, “Putin”|“Macron”/],
    fr: [/archive depuis .*1 dossier, 1 article/, /« Macron »/],
    buttons: [/^Yes, watch that$/, /^Show here$/],
  },
  {
    asked: `news latest ${CALL}`,
    en: [/^Nothing on “Macron Putin call” in the last 7 days\./, /feeds? read|No feed read|of 1/],
    fr: [/^Rien sur « Macron Putin call » depuis 7 jours\./, /flux/],
    buttons: [/^All topics$/, /^Show here$/],
  },
  {
    asked: `news latest ${CALL}`,
    before: aFeed({
      vitals: { lastOutage: { since: '2026-03-02T02:10:00.000Z', until: '2026-03-02T05:40:00.000Z' } },
    }),
    en: [/^1 of 1 feed read, last .*11:55/m, /^Not read for a while: World Wire from .*02:10.* to .*05:40/m],
    fr: [/^1 flux lu sur 1, .*11:55/m, /^Non lu pendant un temps : World Wire de .*02:10.* à .*05:40/m],
    buttons: [/^All topics$/, /^Show here$/],
  },
  {
    asked: 'story why STORY',
    before: async (at, ask) => {
      await ask(`watch add ${CALL}`);
      return at.report('Macron calls on Putin to accept the truce');
    },
    en: [/^Not posted: /, /^Nearest topic here: “Macron Putin call”, watched since /m],
    fr: [/^Non publié : /, /^.*« Macron Putin call », suivi depuis /m],
  },
  {
    asked: 'story why https://courier.example/never-read',
    en: [/^Not posted: .*courier\.example\/never-read stood in no feed that we read, or too long ago\./],
    fr: [/^Non publié : .*courier\.example\/never-read /],
  },
  {
    asked: 'feed health',
    before: aFeed({
      failingSince: '2026-03-02T02:10:00.000Z',
      failuresInARow: 14,
      vitals: { failure: 'refused', status: 403 },
    }),
    en: [/^0 of 1 feed well\.$/m, /^World Wire: refuses us \(403\) since .*02:10.*, 14 tries\.$/m],
    fr: [/^0 flux sur 1 en ordre\.$/m, /^World Wire : .*\(403\) depuis .*02:10.*, 14 essais\.$/m],
  },
  {
    asked: 'news latest',
    before: async (_at, ask) => {
      for (let number = 1; number <= 10; number += 1) await ask('help');
    },
    en: [/^One moment: 10 look-ups a minute each\. Try again in 60 s\.$/],
    fr: [/^Un instant : 10 recherches par minute et par personne\. Réessayez dans 60 s\.$/],
  },
  {
    asked: 'status',
    broken: {
      databaseBytes: async () => {
        throw new Error('The disk is gone.');
      },
    },
    en: [
      /^That did not work, and nothing was changed\. It is our fault \(E-[0-9A-Z]{3}\); the operator sees it\. Try again in a minute\.$/,
    ],
    fr: [
      /^Échec, rien n'a été modifié\. L'erreur vient de nous \(E-[0-9A-Z]{3}\) ; l'opérateur la voit\. Réessayez dans une minute\.$/,
    ],
  },
  {
    asked: 'news since time:9:00',
    before: aCall,
    en: [/^Since .*: 1 story moved\./],
    fr: [/^Depuis .* : 1 dossier a bougé\./],
    buttons: [/^See that story$/, /^Show here$/],
  },
  {
    asked: 'wach ad Iran',
    en: [/^Did you mean \/watch add Iran\?$/],
    fr: [/^Vouliez-vous \/veille ajouter Iran \?$/],
    buttons: [/^Yes$/],
  },
];
