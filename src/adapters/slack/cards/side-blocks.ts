import { type Block, mrkdwn } from '#adapters/slack/cards/blocks.ts';
import { clipForMrkdwn } from '#adapters/slack/cards/clip-text.ts';
import { escapeMrkdwn } from '#adapters/slack/cards/escape-mrkdwn.ts';
import { type PhraseLook, renderPhrase } from '#adapters/slack/cards/render-phrase.ts';
import type { SlackWords } from '#adapters/slack/cards/slack-words.ts';
import type { CardQuote, CardSide } from '#card/card.ts';
import type { Phrase } from '#card/phrase.ts';
import { source, text } from '#card/phrase-of.ts';
import { isSameVoice } from '#card/same-voice.ts';

/** Slack's limits: ten fields in a section, which stand two by two, and so much in each. */
const MOST_FIELDS = 10;
const MOST_IN_FIELD = 2_000;
const LONGEST_NAME = 80;
const LONGEST_LABEL = 300;
const LONGEST_MARK = 200;
/** More than these would leave too little room for each. */
const MOST_QUOTES = 4;

/** The sides, two by two. */
export function sideBlocks(
  sides: readonly CardSide[],
  look: PhraseLook,
  words: SlackWords,
): readonly Block[] {
  const fields = sides.map((side) => mrkdwn(sideText(side, look, words)));
  return Array.from({ length: Math.ceil(fields.length / MOST_FIELDS) }, (_, index) => ({
    type: 'section',
    fields: fields.slice(index * MOST_FIELDS, (index + 1) * MOST_FIELDS),
  }));
}

/** One side: who is quoted by whom and the words, or why there are none; never longer than a field. */
export function sideText(side: CardSide, look: PhraseLook, words: SlackWords): string {
  const quotes = side.quotes.slice(0, MOST_QUOTES);
  const more = side.more + side.quotes.length - quotes.length;
  const name = [text(clipForMrkdwn(side.name, LONGEST_NAME), 'strong')];
  const heads = quotes.map((quote, index) => {
    if (index === 0) return [labelLine([...name, text(' · ')], quote, look)];
    return isSameVoice(quote, quotes[index - 1]) ? [] : [labelLine([], quote, look)];
  });
  const marks = quotes.map(({ mark }) => (mark ? [renderPhrase(mark, look, LONGEST_MARK)] : []));
  const around = [
    ...(quotes.length === 0 ? [renderPhrase(name, look, LONGEST_LABEL)] : []),
    ...(side.silence ? [renderPhrase(side.silence, look, LONGEST_LABEL)] : []),
    ...(more > 0 ? [words.more(more)] : []),
  ];
  const taken = [...heads.flat(), ...marks.flat(), ...around].join('\n').length + quotes.length;
  const room = Math.floor((MOST_IN_FIELD - taken) / Math.max(1, quotes.length)) - 1;
  const said = quotes.map((quote) => escapeMrkdwn(clipForMrkdwn(quote.words, room)));
  const quoted = heads.flatMap((head, index) => [...head, said[index] ?? '', ...(marks[index] ?? [])]);
  return (quotes.length === 0 ? around : [...quoted, ...around]).join('\n');
}

const labelLine = (before: Phrase, { label, source: number }: CardQuote, look: PhraseLook): string => {
  const mark = renderPhrase([text(' '), source(number)], look, LONGEST_LABEL);
  return renderPhrase([...before, ...label], look, LONGEST_LABEL) + mark;
};
