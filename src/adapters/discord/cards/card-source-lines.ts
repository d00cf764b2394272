import { discordWords } from '#adapters/discord/cards/discord-words.ts';
import { escapeMarkdown } from '#adapters/discord/cards/escape-markdown.ts';
import { sourceMark } from '#adapters/discord/cards/render-phrase.ts';
import { safeLink } from '#adapters/discord/cards/safe-link.ts';
import type { Room } from '#adapters/discord/sending/room.ts';
import type { Card, CardSource } from '#card/card.ts';
import { citedNumbers } from '#card/cited-numbers.ts';
import { sourceCount } from '#card/source-count.ts';

const NAME_LIMIT = 80;

/** What the card's numbers mean, in one small line: those that its words rest on first; the host stands with each link. */
export function cardSourceLines(card: Card, room: Room): readonly string[] {
  const cited = citedNumbers(card);
  const shown = [
    ...card.sources.filter(({ number }) => cited.has(number)).slice(0, room.citedSources),
    ...card.sources.filter(({ number }) => !cited.has(number)).slice(0, room.furtherSources),
  ];
  const left = sourceCount(card) - shown.length;
  const named = [...shown.map(sourceWords), ...(left === 0 ? [] : [discordWords(card.language).more(left)])];
  return named.length === 0 ? [] : [`-# ${named.join(' · ')}`];
}

function sourceWords({ number, outlet, link, host, stateControlled }: CardSource): string {
  const safe = safeLink(link);
  const notes = [safe === undefined ? undefined : host, stateControlled].filter((note) => note !== undefined);
  const noted = notes.length === 0 ? '' : ` (${escapeMarkdown(notes.join(', '), NAME_LIMIT)})`;
  const links = safe === undefined ? undefined : new Map([[number, safe]]);
  return `${sourceMark(number, links)} ${escapeMarkdown(outlet, NAME_LIMIT)}${noted}`;
}
