import { foldWord } from '#language/fold-word.ts';
import { memoise } from '#language/memoise.ts';
import type { ActorId } from '#lexicon/actor.ts';
import type { Fingerprint } from '#story/fingerprint.ts';

type Form = Fingerprint['form'];

/** Words by which newsrooms mark a form, folded, of all languages together: none means something else in another. */
type Marks = {
  /** They stand apart, by a mark, in front or at the end: "Opinion: …", "… | Opinion". */
  readonly labels: readonly string[];
  /** The headline begins with them. */
  readonly openings: readonly string[];
  /** They stand anywhere. */
  readonly anywhere: readonly string[];
};

const APART = String.raw`\s*(?:[:|–—]|-\s)`;
/** "The Courier weekly quiz no. 12:": so much may stand around what a page that reports nothing is called. */
const CALLED = String.raw`(?:[\p{L}\p{N}'-]+ ){0,4}`;
const NUMBERED = String.raw`(?: ?(?:#|no\.?|n°|№|nr\.?)? ?\d+)?`;
/** Before "podcast" no verb may stand: what somebody tells one is a report. */
const OWN_SHOW = `(?:(?:the|our|new|daily|weekly|news|listen|le|notre|unser|der|наш|новый) |the ${String.raw`(?:[\p{L}\p{N}'-]+ ){1,3}`})*`;
const A_COUNT = String.raw`(?:\p{L}+|\d+)`;

/** In the order in which they count: a live blog on an opinion is a live blog. English, French, German, Spanish, Russian. */
const MARKS: Readonly<Record<Exclude<Form, 'report'>, Marks>> = {
  live: {
    // At the end it stands behind one event that is told as a report tells it: "Storm hits Port Elsa: live".
    labels: [],
    openings: ['live(?=.*(?:updates?|latest|blog))'],
    anywhere: [
      `(?:live|direct|en direct|directo|live-?ticker|news-?ticker|news-?blog|онлайн|трансляция|хроника)(?=${APART})`,
      'live updates?',
      'live[ -]?blog',
      'as it happened',
      'en direct',
      'minute par minute',
      'im live-?ticker',
      'im live-?blog',
      'en vivo',
      'en directo',
      'minuto a minuto',
      'прямая трансляция',
      'текстовая трансляция',
      'онлайн-трансляция',
    ],
  },
  roundup: {
    labels: [
      '(?:the )?(?:morning|evening|daily|news|world) briefing',
      'briefing',
      'letters',
      `${CALLED}(?:quiz|quizz|crosswords?|sudoku|photo gallery|photo essay|slideshow)${NUMBERED}`,
      `${CALLED}(?:mots croises|mots fleches|galerie photos?|diaporama)${NUMBERED}`,
      `${CALLED}(?:викторина|кроссворд|судоку|фотогалерея|фоторепортаж)${NUMBERED}`,
      `${CALLED}(?:kreuzwortratsel|fotostrecke|bildergalerie|crucigrama|galeria de fotos|fotogaleria)${NUMBERED}`,
      `${OWN_SHOW}(?:podcasts?|balado|подкаст|newsletter|infolettre|lettre d'information|рассылка)${NUMBERED}`,
      '(?:(?:the|our|daily|weekly|sunday|word|picture|jigsaw) )*puzzles?',
      'gallery',
      'le brief',
      'a la une',
      'der tag',
      'das wichtigste',
      'resumen',
      'boletin',
      'главное',
    ],
    openings: [
      'the papers',
      'newspaper headlines',
      'front pages?',
      'quiz of the week',
      `(?:photos?|pictures|in photos|en photos|test|jeu|фото|тест|пазл|головоломка)(?=${APART})`,
      'what happened (?:today|overnight|this week|on day)',
      `${A_COUNT} things (?:to know|we learned|you)`,
      'les unes d',
      'pressestimmen',
      'las portadas',
      'что писали',
    ],
    anywhere: [
      'round-?up',
      'week in review',
      'the week in',
      'in pictures',
      'at a glance',
      'what the papers say',
      'what we know on day',
      'what happened on day',
      'best bits',
      'best (?:moments|shots|plays)',
      'stand-?out moments',
      'can you name',
      'test your knowledge',
      '(?:weekly|daily|news) (?:news )?quiz',
      'take (?:our|the) quiz',
      'news digest',
      'morning mail',
      "l'essentiel",
      'revue de presse',
      'a retenir',
      "ce qu'il faut retenir",
      'en images',
      '(?:temps|moments) forts',
      'testez vos connaissances',
      'quiz (?:de la semaine|du jour|hebdo)',
      'presseschau',
      '(?:wochen|tages|jahres)ruckblick',
      'das wichtigste (?:vom|am|zum|des) tag(?:e|es)?',
      'bilder des tages',
      'die besten (?:momente|szenen)',
      'revista de prensa',
      'resumen (?:de la semana|del dia|semanal)',
      'noticias del dia',
      'en imagenes',
      'mejores momentos',
      'главное за',
      'главные (?:новости|события) (?:дня|недели)',
      'итоги (?:дня|недели|месяца|года)',
      'обзор прессы',
      'лучшие моменты',
      'проверьте свои знания',
      'дайджест',
    ],
  },
  opinion: {
    labels: [
      'opinion',
      'editorial',
      'analysis',
      'comment',
      'commentary',
      'column',
      'letters?',
      'op-ed',
      'viewpoint',
      'tribune',
      'analyse',
      'chronique',
      'edito',
      'billet',
      'point de vue',
      'kommentar',
      'meinung',
      'leitartikel',
      'kolumne',
      'gastbeitrag',
      'gastkommentar',
      'glosse',
      'analisis',
      'columna',
      'tribuna',
      'мнение',
      'колонка',
      'анализ',
      'аналитика',
      'комментарий',
    ],
    openings: [],
    anywhere: [],
  },
  explainer: {
    labels: [
      'explained',
      'backgrounder',
      'comprendre',
      'explications?',
      'erklart',
      'hintergrund',
      'faq',
      'las claves',
      'claves',
      'contexto',
      'разбор',
    ],
    openings: [
      'explainer',
      'explained',
      'factbox',
      'timeline',
      'fact ?-?check',
      'q&a',
      'how (?:is|are|was|were|do|does|did|can|could|will|would)',
      'why(?= (?:is|are|was|were|do|does|did|has|have|can|could|will|would))',
      "(?:who|what|when|where)(?:'s| is| are| was| were| do| does| did| has| have| had| can| could| will| would| we know)",
      'decryptage',
      'chronologie',
      'qui (?:est|sont|etait)',
      "qu'est-ce qu",
      'que sait-on',
      "ce que l'on sait",
      "ce qu'on sait",
      'pourquoi',
      'comment',
      'faktencheck',
      'fragen und antworten',
      'warum',
      'wer (?:ist|sind|war)',
      'was (?:ist|sind|bedeutet|bekannt ist|wir wissen)',
      'cronologia',
      'las claves de',
      'por que',
      'quien(?:es)? (?:es|son|era)',
      'que (?:es|son|significa)',
      '(?:lo )?que se sabe',
      'что известно',
      'что это значит',
      'что нужно знать',
      'кто так(?:ой|ая|ие)',
      'почему',
      'зачем',
      'объясняем',
      'хронология',
    ],
    anywhere: ['explained$', 'все, что известно', 'вопросы и ответы'],
  },
  anniversary: {
    labels: [
      `${A_COUNT} years (?:on|later)`,
      '(?:a|one) year (?:on|later)',
      `${A_COUNT} ans (?:apres|plus tard|deja)`,
      'un an (?:apres|plus tard|deja)',
      `${A_COUNT} jahre (?:danach|spater)`,
      'ein jahr (?:danach|spater)',
      `${A_COUNT} anos (?:despues|mas tarde)`,
      'un ano (?:despues|mas tarde)',
      `${A_COUNT} (?:лет|года) (?:спустя|назад)`,
      'год (?:спустя|назад)',
    ],
    openings: [
      'on this day',
      'looking back',
      'remembering',
      'ce jour-la',
      `il y a ${A_COUNT} ans`,
      `vor ${A_COUNT} jahren`,
      `hace ${A_COUNT} anos`,
      'tal dia como hoy',
      'в этот день',
      'этот день в истории',
    ],
    anywhere: [],
  },
};

const BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const BEHIND = String.raw`(?![\p{L}\p{N}])`;

const PATTERNS: readonly (readonly [Form, RegExp])[] = (
  Object.entries(MARKS) as [Exclude<Form, 'report'>, Marks][]
).map(([form, marks]) => [form, patternOf(marks)]);

/** Each kind of mark as one choice: what stands around all of its words is looked at once, not once for each of them. */
function patternOf({ labels, openings, anywhere }: Marks): RegExp {
  const label = `(?:${labels.join('|')})`;
  const ways = [
    ...(labels.length > 0 ? [`^${label}${APART}`, `(?:[:|–—,]|\\s-)\\s*${label}$`] : []),
    ...(openings.length > 0 ? [`^(?:${openings.join('|')})${BEHIND}`] : []),
    ...(anywhere.length > 0 ? [`${BEFORE}(?:${anywhere.join('|')})${BEHIND}`] : []),
  ];
  return new RegExp(ways.join('|'), 'u');
}

/** A headline is asked for again by each card of its story. */
const TITLES_KEPT = 1_000;

/**
 * What form of journalism the headline says the article is; a report where it says nothing. Only what newsrooms write
 * to mark a form counts, in English, French, German, Spanish and Russian. `voiceOf`: the office whose own text it is,
 * and that is always a report of what the office says.
 */
export function formOf(title: string, voiceOf?: ActorId): Form {
  return voiceOf === undefined ? formOfTitle(title) : 'report';
}

const formOfTitle = memoise((title): Form => {
  const folded = title
    .replaceAll(/[\p{L}\p{M}\p{N}]+/gu, foldWord)
    .replaceAll('’', "'")
    .replace(/^[\s¿¡[(]+/u, '')
    .replace(/[\s?!.…\])]+$/u, '');
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'report';
}, TITLES_KEPT);
