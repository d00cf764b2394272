import { renderPhrase } from '#adapters/terminal/render-phrase.ts';
import { safeText } from '#adapters/terminal/safe-text.ts';
import { paint, type TerminalStyle } from '#adapters/terminal/terminal-style.ts';
import { wrapBlock } from '#adapters/terminal/wrap-block.ts';
import type { DigestCard, DigestEntry } from '#card/digest-card.ts';

const INDENT = 4;

/** A card of many stories as lines of text. A terminal has room for all of it. */
export function renderDigest(card: DigestCard, style: TerminalStyle): readonly string[] {
  const look = { language: card.language, zone: card.zone, style };
  const sections = card.sections.flatMap(({ heading, entries }) => [
    '',
    paint(safeText(heading), ['bold'], style),
    ...entries.flatMap((entry, index) => entryLines(entry, index + 1, { card, style })),
  ]);
  const notes = card.notes.flatMap((note) => wrapBlock(renderPhrase(note, look), style.width));
  return [
    ...wrapBlock(`━━ ${renderPhrase(card.title, look)}`, style.width),
    ...sections,
    ...(notes.length > 0 && sections.length > 0 ? ['', ...notes] : notes),
    '',
  ];
}

function entryLines(
  { story, headline, status, sentence, read, hasCard, news }: DigestEntry,
  number: number,
  { card, style }: { readonly card: DigestCard; readonly style: TerminalStyle },
): readonly string[] {
  const look = { language: card.language, zone: card.zone, style };
  const link = read === undefined ? [] : [`${safeText(read.label)} · ${safeText(read.link)}`];
  const below = [
    ...(sentence === undefined ? [] : [safeText(sentence)]),
    ...news.map((line) => `· ${renderPhrase(line, look)}`),
    ...link,
  ];
  const name = hasCard ? `→ ${safeText(story)}` : safeText(story);
  return [
    ...wrapBlock(`${number} · ${safeText(headline)} · ${renderPhrase(status, look)} · ${name}`, style.width),
    ...below.flatMap((line) => wrapBlock(line, style.width, INDENT)),
  ];
}
