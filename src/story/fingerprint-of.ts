import type { ArticleId } from '#article/article.ts';
import type { OutletId } from '#feed/outlet.ts';
import type { Analysis, Sentence } from '#language/analysis.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';
import { phrasebookOf } from '#lexicon/find-mentions.ts';
import type { ActorMention, Mentions } from '#lexicon/lexicon.ts';
import { principalsOf } from '#lexicon/principals-of.ts';
import { actsFor } from '#lexicon/side-of.ts';
import { isInitiator, isTalkedAbout } from '#match/is-spoken-of.ts';
import type { Fingerprint } from '#story/fingerprint.ts';
import { formOf } from '#story/form-of.ts';
import { headOf, standsIn, wordsOf } from '#story/head-of.ts';
import { termsOf } from '#story/terms-of.ts';
import { asidesOf, isSubjectAlone, standsAside } from '#story/told-aside.ts';
import { toldEvents } from '#story/told-events.ts';

/** A name in the headline says more about what happened than one further down. */
const TITLE_WEIGHT = 3;
const FIRST_SENTENCE_WEIGHT = 1.5;
const OTHER_WEIGHT = 0.5;

/** An adjective ("Russian gas") says less about who acts than a name does. */
const DEMONYM_SHARE = 0.5;

const OFFICE_SHARE = 0.5;
const AGAIN_WEIGHT = 0.25;

/** "President of France Emmanuel Macron": the country only says who the person is. */
const TITLE_SHARE = 0.1;
const IMPLIED_WEIGHT = 0.1;

/** "Spoke about Ukraine", "before his call with Z", "at the initiative of Z": who is spoken of does not act. */
const ASIDE_SHARE = 0.3;

/** For whom an actor acts on the article's day. */
type ActsAs = (actor: ActorId) => readonly ActorId[];

/** What tells how much a mention says about who acts. */
type Known = { readonly actsAs: ActsAs; readonly aside: ReadonlySet<ActorMention> };

/** The article that a fingerprint is taken of. `voiceOf`: the office whose own text it is. */
type Told = {
  readonly id: ArticleId;
  readonly outlet: OutletId;
  readonly at: string;
  readonly voiceOf?: ActorId;
};

/** What grouping keeps of an article: taken from title and lead alone, where a report says what it is about. */
export function fingerprintOf(
  article: Told,
  analysis: Analysis,
  mentions: Mentions,
  lexicon: Lexicon,
): Fingerprint {
  const head = headOf(analysis);
  const named = mentions.actors
    .filter((mention) => standsIn(mention, head, analysis) && !isSpokenAbout(mention.actor, lexicon))
    .filter((mention, _, all) => !all.some((other) => covers(other, mention)));
  const when = new Date(article.at);
  const actsAs = (actor: ActorId): readonly ActorId[] => actsFor(actor, lexicon, when);
  const sidesOf = (actor: ActorId): readonly ActorId[] =>
    actsAs(actor).length > 0 ? actsAs(actor) : isSide(actor, lexicon) ? [actor] : [];
  const isPerson = (actor: ActorId): boolean => lexicon.actors.get(actor)?.kind === 'person';
  const voices = article.voiceOf === undefined ? [] : principalsOf(article.voiceOf, lexicon, when);
  const asides = asidesOf(mentions.events, analysis);
  const spokenOf = new Set(
    named.filter(
      (mention) =>
        standsAside(mention, asides) ||
        isSubjectAlone(mention, mentions.events, analysis) ||
        isTalkedAbout(mention, sentenceOf(mention, analysis)),
    ),
  );
  const acting = named.filter((mention) => !spokenOf.has(mention));
  const aside = new Set([
    ...spokenOf,
    ...acting.filter(
      (mention) =>
        isInitiator(mention, sentenceOf(mention, analysis)) && sidesBeside(mention, acting, sidesOf) > 1,
    ),
  ]);
  const words = wordsOf(head).filter(({ index, sentence, word }) => !isNamed(named, index, sentence, word));

  return {
    article: article.id,
    outlet: article.outlet,
    at: article.at,
    ...(analysis.language === undefined ? {} : { language: analysis.language }),
    ...(voices.length === 0 ? {} : { voices }),
    form: formOf(analysis.passages.find(({ place }) => place === 'title')?.text ?? '', article.voiceOf),
    actors: withImplied(withVoices(weighActors(named, analysis, { actsAs, aside }), voices), actsAs),
    events: toldEvents(mentions.events, {
      named: named.filter((mention) => !aside.has(mention)),
      voices,
      isPerson,
      actsAs,
      sidesOf,
      asides,
      head,
      analysis,
      when,
    }),
    numbers: [...new Set(words.map(({ written }) => written.text).filter(isTellingNumber))],
    ...termsOf(words, {
      analysis,
      events: mentions.events,
      words: phrasebookOf(analysis, lexicon).words,
    }),
  };
}

function sentenceOf(
  { passage, sentence }: ActorMention,
  { passages }: Analysis,
): { readonly words: Sentence['words']; readonly text: string } {
  const { sentences, text = '' } = passages[passage] ?? {};
  return { words: sentences?.[sentence]?.words ?? [], text };
}

/** Of how many sides others act in the same sentence: who had two others talk took the initiative alone. */
function sidesBeside(mention: ActorMention, acting: readonly ActorMention[], sidesOf: ActsAs): number {
  const others = acting.filter((one) => isBeside(one, mention) && one.actor !== mention.actor);
  return new Set(others.flatMap(({ actor }) => sidesOf(actor)[0] ?? [])).size;
}

/** What is no side and speaks for none: a place, a treaty, a company, a person without office. Its name stays a word. */
function isSpokenAbout(actor: ActorId, { actors }: Lexicon): boolean {
  const known = actors.get(actor);
  switch (known?.kind) {
    case 'place':
    case 'treaty':
    case 'company':
      return true;
    case 'person':
      return known.terms === undefined;
    case 'country':
    case 'office':
    case 'organisation':
    case 'camp':
    case undefined:
      return false;
  }
}

const isSide = (actor: ActorId, { actors }: Lexicon): boolean => {
  const kind = actors.get(actor)?.kind;
  return kind === 'country' || kind === 'organisation' || kind === 'camp';
};

/** "Russian" inside "the Russian President" names no country beside the person. */
const covers = (other: ActorMention, mention: ActorMention): boolean =>
  other.passage === mention.passage &&
  other.sentence === mention.sentence &&
  other.firstWord <= mention.firstWord &&
  mention.lastWord <= other.lastWord &&
  other.lastWord - other.firstWord > mention.lastWord - mention.firstWord;

const isBeside = (one: ActorMention, other: ActorMention): boolean =>
  one.passage === other.passage && one.sentence === other.sentence;

const isSamePlace = (one: ActorMention, other: ActorMention): boolean =>
  one.passage === other.passage && one.sentence === other.sentence && one.firstWord === other.firstWord;

function isNamed(named: readonly ActorMention[], passage: number, sentence: number, word: number): boolean {
  return named.some(
    (mention) =>
      mention.passage === passage &&
      mention.sentence === sentence &&
      mention.firstWord <= word &&
      word <= mention.lastWord,
  );
}

/** Each actor by the best place where it stands, and a little more for every further mention. */
function weighActors(
  named: readonly ActorMention[],
  analysis: Analysis,
  known: Known,
): Record<ActorId, number> {
  const weights: Record<ActorId, number> = {};
  for (const [actor, mentions] of Map.groupBy(named, (mention) => mention.actor)) {
    const places = mentions.map(
      (mention) => shareOf(mention, named, known) * weightOfPlace(mention, analysis),
    );
    weights[actor] = Math.max(...places) + (places.length - 1) * AGAIN_WEIGHT;
  }
  return weights;
}

/** As if the headline named them: "Telephone conversation with …". */
function withVoices(weights: Record<ActorId, number>, voices: readonly ActorId[]): Record<ActorId, number> {
  const voiced = voices.map((actor) => [actor, Math.max(TITLE_WEIGHT, weights[actor] ?? 0)] as const);
  return { ...weights, ...Object.fromEntries(voiced) };
}

/** Who acts for a country brings it along: a text that says "France and Russia" may tell of the same act. */
function withImplied(weights: Record<ActorId, number>, actsAs: ActsAs): Record<ActorId, number> {
  const implied = (Object.keys(weights) as ActorId[])
    .flatMap(actsAs)
    .map((country) => [country, IMPLIED_WEIGHT] as const);
  return { ...Object.fromEntries(implied), ...weights };
}

/** An office that only lends its name to whoever leads it ("the Kremlin says") acts less than that person does. */
function shareOf(mention: ActorMention, named: readonly ActorMention[], { actsAs, aside }: Known): number {
  const isTitle = named.some(
    (other) => isBeside(other, mention) && actsAs(other.actor).includes(mention.actor),
  );
  if (isTitle) return TITLE_SHARE;
  if (aside.has(mention)) return ASIDE_SHARE;
  if (mention.by === 'demonym') return DEMONYM_SHARE;
  const hasPrincipal = named.some((other) => other.by === 'principal' && isSamePlace(other, mention));
  return hasPrincipal && mention.by !== 'principal' ? OFFICE_SHARE : 1;
}

function weightOfPlace(mention: ActorMention, analysis: Analysis): number {
  if (analysis.passages[mention.passage]?.place === 'title') return TITLE_WEIGHT;
  return mention.sentence === 0 ? FIRST_SENTENCE_WEIGHT : OTHER_WEIGHT;
}

/** Two digits or more, and no year: every story of a year has it. */
const isTellingNumber = (text: string): boolean => /^\d[\d.,]+$/.test(text) && !/^(?:19|20)\d\d$/.test(text);
