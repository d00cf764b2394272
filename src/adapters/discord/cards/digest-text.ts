import { discordWords } from '#adapters/discord/cards/discord-words.ts';
import { escapeMarkdown } from '#adapters/discord/cards/escape-markdown.ts';
import { renderPhrase } from '#adapters/discord/cards/render-phrase.ts';
import { safeLink } from '#adapters/discord/cards/safe-link.ts';
import type { DigestCard, DigestEntry, DigestSection } from '#card/digest-card.ts';

/** How much of each story is said, and of how many that may be left out. */
type Room = {
  readonly sentences: boolean;
  readonly news: number;
  readonly loose: number;
  readonly headline: number;
};

const LONGEST_STATUS = 120;
const SHORT_STATUS = 40;

/** From all that there is to the least: what was taken back is shortened, and never left out before all else is. */
const ROOMS: readonly Room[] = [
  { sentences: true, news: 3, loose: Number.POSITIVE_INFINITY, headline: 200 },
  { sentences: false, news: 3, loose: Number.POSITIVE_INFINITY, headline: 160 },
  { sentences: false, news: 1, loose: 10, headline: 120 },
  { sentences: false, news: 0, loose: 5, headline: 80 },
  { sentences: false, news: 0, loose: 1, headline: 60 },
  { sentences: false, news: 0, loose: 0, headline: 30 },
];

/** The link to a message of the channel, where it is known. */
type LinkTo = (message: string) => string | undefined;

/** A card of many stories as one text of markdown, at most `limit` UTF-16 units long. */
export function digestText(card: DigestCard, limit: number, linkTo: LinkTo = () => undefined): string {
  let text = '';
  for (const room of ROOMS) {
    text = textIn(card, room, linkTo);
    if (text.length <= limit) return text;
  }
  return cutAtLine(text, limit);
}

function textIn(card: DigestCard, room: Room, linkTo: LinkTo): string {
  const [first, ...rest] = card.sections.map((section) =>
    sectionLines(section, card, { room, linkTo }).join('\n'),
  );
  return [
    `**${renderPhrase(card.title)}**`,
    ...(first === undefined ? [] : [first, ...rest]),
    ...card.notes.map((note) => `-# ${renderPhrase(note, { limit: 300 })}`),
  ].join('\n');
}

function sectionLines(
  { heading, entries, isFirm }: DigestSection,
  { language }: DigestCard,
  { room, linkTo }: { readonly room: Room; readonly linkTo: LinkTo },
): readonly string[] {
  const shown = isFirm ? entries : entries.slice(0, room.loose);
  const left = entries.length - shown.length;
  return [
    `__${escapeMarkdown(heading)}__`,
    ...shown.flatMap((entry, index) => entryLines(entry, index + 1, { room, linkTo })),
    ...(left === 0 ? [] : [`-# ${discordWords(language).more(left)}`]),
  ];
}

function entryLines(
  { story, headline, status, sentence, read, hasCard, message, news }: DigestEntry,
  number: number,
  { room, linkTo }: { readonly room: Room; readonly linkTo: LinkTo },
): readonly string[] {
  const link = hasCard ? undefined : safeLink(read?.link);
  const words = escapeMarkdown(headline, room.headline);
  const said = renderPhrase(status, { limit: room.news > 0 ? LONGEST_STATUS : SHORT_STATUS });
  const card = message === undefined ? undefined : safeLink(linkTo(message));
  const name = `${hasCard ? '→ ' : ''}${escapeMarkdown(story)}`;
  const where = card === undefined ? name : `[${name}](<${card}>)`;
  const source = link === undefined ? '' : ` · [${escapeMarkdown(read?.host ?? '')}](<${link}>)`;
  return [
    // The mark keeps Discord from making a list of its own numbers.
    `**${number}** · ${words} · ${said} · ${where}${room.news > 0 ? source : ''}`,
    ...(room.sentences && sentence !== undefined ? [`> ${escapeMarkdown(sentence, 200)}`] : []),
    ...news.slice(0, room.news).map((line) => `-# ${renderPhrase(line, { limit: 160 })}`),
  ];
}

function cutAtLine(text: string, limit: number): string {
  const cut = text.slice(0, limit - 2);
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf('\n')))}\n…`;
}
