import { describe, expect, test } from 'vitest';
import type { MessageId } from '#channel/messenger.ts';
import { cardMenu } from '#command/button/card-menu.ts';
import { removeCard } from '#command/button/remove-card.ts';
import type { Command, Reply } from '#command/command.ts';
import { watchAdd } from '#command/watch/watch-add.ts';
import { postKey } from '#delivery/delivery-key.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Story } from '#story/story.ts';
import { aPost, desk as terminal } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const channel = { ...terminal, platform: 'slack' } as const;

/** A card of a watched story that stands in a channel of a chat platform. */
async function aCardHere(languages = ['en']) {
  const at = await aDesk(languages);
  const { ledger } = at.desk;
  await ledger.workspaces.saveChannel(channel);
  await at.run(watchAdd, { topic: 'Macron Putin call' });
  const shortName = await at.report('Macron and Putin spoke by phone on Monday');
  const story = (await ledger.stories.findByShortName(shortName)) as Story;
  const key = postKey(channel, story.id);
  const card = { ...aPost().card, story: shortName };
  await ledger.deliveries.savePost(
    aPost({ key, story: story.id, card, state: 'sent', shown: 1, message: 'm1' as MessageId }),
  );
  const ask = (command: Command, options: Record<string, string>): Promise<Reply> =>
    command.run({ channel, who: 'Ana', options }, at.desk);
  return { ...at, key, story, shortName, ask, post: () => ledger.deliveries.findPost(channel.id, story.id) };
}

const labelsOf = ({ actions = [] }: Reply): readonly string[] => actions.map(({ label }) => label);

describe('“Remove this card”', () => {
  test('stands in the menu of a card, and asks before anything is gone', async () => {
    await using at = await aCardHere();
    const menu = await at.ask(cardMenu, { key: at.key });
    expect(menu.actions?.at(-1)).toEqual({ label: 'Remove this card', command: `remove-card ${at.key}` });
    const asked = await at.ask(removeCard, { key: at.key });
    expect(linesOf(asked)[0]).toMatch(/^Remove this card from #desk\?/);
    expect(labelsOf(asked)).toEqual(['Remove it', 'Mute this story']);
    expect(asked.actions?.[0]?.command).toBe(`remove-card --sure ${at.key}`);
    expect(await at.post()).toMatchObject({ state: 'sent' });
  });

  test('owes the channel that the card goes, and notes who wanted that', async () => {
    await using at = await aCardHere();
    const reply = await at.ask(removeCard, { key: at.key, sure: 'yes' });
    expect(reply).toMatchObject({ kind: 'done', replaces: true });
    expect(linesOf(reply)[0]).toContain('The card goes from #desk');
    expect(await at.post()).toMatchObject({ state: 'pending', removedBy: 'Ana' });
    const [row] = await at.desk.ledger.workspaces.listAudit(channel.workspace, 1);
    expect(row).toMatchObject({ what: 'remove-card', who: 'Ana' });
    expect(row?.detail).toContain(at.shortName);
  });

  test('of a card that is gone already changes nothing', async () => {
    await using at = await aCardHere();
    const post = await at.post();
    await at.desk.ledger.deliveries.savePost({ ...post!, state: 'cancelled' });
    const reply = await at.ask(removeCard, { key: at.key, sure: 'yes' });
    expect(linesOf(reply)).toEqual(['This card does not stand here any more.']);
    expect((await at.post())?.state).toBe('cancelled');
  });

  test('of a card in another channel tells nothing of it, and leaves it', async () => {
    await using at = await aCardHere();
    const elsewhere = { ...channel, id: 'elsewhere' as ChannelId, name: '#elsewhere' };
    const ask = { channel: elsewhere, who: 'Ana', options: { key: at.key, sure: 'yes' } };
    const reply = await removeCard.run(ask, at.desk);
    expect(reply).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(reply)).not.toContain(at.shortName);
    expect((await at.post())?.state).toBe('sent');
  });

  test('speaks French where the workspace does', async () => {
    await using at = await aCardHere(['fr']);
    expect(labelsOf(await at.ask(cardMenu, { key: at.key }))).toContain('Retirer cette fiche');
    const asked = await at.ask(removeCard, { key: at.key });
    expect(linesOf(asked)[0]).toMatch(/^Retirer cette fiche de #desk \?/);
    const done = await at.ask(removeCard, { key: at.key, sure: 'yes' });
    expect(linesOf(done)[0]).toContain('La fiche quitte #desk');
  });

  test('says at a terminal that what is printed stays', async () => {
    await using at = await aCardHere();
    const ask = { channel: terminal, who: 'Ana', options: { key: at.key } };
    expect(linesOf(await removeCard.run(ask, at.desk))[0]).toMatch(/^A terminal cannot take back/);
  });
});
