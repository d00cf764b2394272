import { expect, test } from 'vitest';
import { cardText } from '#adapters/discord/cards/card-text.ts';
import { ROOMS } from '#adapters/discord/sending/room.ts';
import { cardBlocks } from '#adapters/slack/cards/card-blocks.ts';
import { renderCard } from '#adapters/terminal/render-card.ts';
import { mutedCard } from '#card/muted-card.ts';
import { aCard } from '../delivery/owed.ts';

const UNTIL = '2026-03-02T20:00:00.000Z';
const style = { width: 90, isPlain: true } as Parameters<typeof renderCard>[3];
const discordOf = (card: ReturnType<typeof aCard>): string =>
  ROOMS.map((room) => cardText(card, room).join(' ')).at(-1) ?? '';

test('names who muted it, as each platform shows people, and until when', () => {
  const onDiscord = mutedCard(aCard(), { by: '123456789012345678', until: UNTIL });
  expect(discordOf(onDiscord)).toMatch(
    /-# Muted here by <@123456789012345678> until <t:\d+:f>: only what takes it back is still told\./,
  );
  const onSlack = mutedCard(aCard({ language: 'fr' }), { by: 'U0ANA', until: UNTIL });
  expect(JSON.stringify(cardBlocks(onSlack))).toMatch(/En sourdine ici, par <@U0ANA>, jusqu'au <!date/);
  const onTerminal = mutedCard(aCard(), { by: 'Ana' });
  expect(
    renderCard(onTerminal, 'shown', new Date(UNTIL), style)
      .join(' ')
      .replaceAll(/[\s┃│|]+/g, ' '),
  ).toContain('Muted here by Ana: only what takes it back is still told.');
});

test('a name that is no id of the platform stands there as words, and calls nobody', () => {
  const card = mutedCard(aCard(), { by: '<@everyone>' });
  expect(discordOf(card)).not.toContain('<@everyone>');
  expect(JSON.stringify(cardBlocks(card))).not.toContain('<@everyone>');
});

test('without a mute the card is as it was', () => {
  const card = aCard();
  expect(mutedCard(mutedCard(card, { by: 'Ana' }), undefined)).toEqual(card);
});
