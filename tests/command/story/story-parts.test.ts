import { describe, expect, test } from 'vitest';
import { storyHistory } from '#command/story/story-history.ts';
import { storyShow } from '#command/story/story-show.ts';
import { storySides } from '#command/story/story-sides.ts';
import { storySources } from '#command/story/story-sources.ts';
import type { Story } from '#story/story.ts';
import { aPost, desk as channel } from '../../delivery/owed.ts';
import { aDesk } from '../a-desk.ts';
import { linesOf } from '../plain-text.ts';

const TITLE = 'Norland and Surland talk';

describe('the parts of a story', () => {
  test('are told in French to those who read French', async () => {
    await using at = await aDesk(['fr']);
    const story = await at.report(TITLE, 3);
    expect(linesOf(await at.run(storySources, { story }))).toEqual([
      `${TITLE} · ${story} · 1 article, par ordre d'arrivée`,
      expect.stringMatching(
        /^A1 World Wire · agence, World Wire · « .* » · publié .* · repose sur : World Wire$/,
      ),
    ]);
    expect(linesOf(await at.run(storySides, { story }))[0]).toBe(`${TITLE} · ${story} · qui a dit quoi`);
  });

  test.each([storySides, storySources, storyShow])(
    'are told whole in the language of who asks, whatever the workspace reads: $path',
    async (command) => {
      const told = async (languages: readonly string[], language: string) => {
        await using at = await aDesk(languages);
        const story = await at.report(TITLE, 3);
        return await command.run({ channel, who: 'Dora', options: { story }, language }, at.desk);
      };
      const inFrench = await told(['fr', 'en'], 'fr');
      expect(await told(['en'], 'fr')).toEqual(inFrench);
      expect(await told(['fr', 'en'], 'en')).not.toEqual(inFrench);
    },
  );

  test('lead to each other', async () => {
    await using at = await aDesk();
    const story = await at.report(TITLE, 3);
    const commands = async (...[command]: Parameters<typeof at.run>) =>
      (await at.run(command, { story })).actions?.map((action) => action.command.split(' ')[1]);
    expect(await commands(storyShow)).toEqual(['sides', 'sources', 'history']);
    expect(await commands(storySides)).toEqual(['sources', 'hide']);
    expect(await commands(storySources)).toEqual(['sides', 'hide']);
    expect(await commands(storyHistory)).toEqual(['sources']);
  });

  test.each([storySides, storySources, storyHistory, storyShow])(
    'of no story are refused: $path',
    async (command) => {
      await using at = await aDesk();
      const reply = await at.run(command, { story: 'r-none' });
      expect([reply.kind, linesOf(reply)[0]]).toEqual(['refused', expect.stringContaining('R-NONE')]);
    },
  );
});

describe('the history of a card', () => {
  async function shownTwice(languages?: readonly string[]) {
    const at = await aDesk(languages);
    const shortName = await at.report(TITLE, 3);
    const { stories, shownCards } = at.desk.ledger;
    const { id: story } = (await stories.findByShortName(shortName)) as Story;
    const { card } = aPost({});
    const shown = { channel: channel.id, story };
    await shownCards.keep({ ...shown, revision: 1, shownAt: '2026-03-02T09:10:20.000Z', card });
    const later = { ...card, takenOff: [[{ kind: 'text', text: 'no' }]] } as const;
    await shownCards.keep({ ...shown, revision: 4, shownAt: '2026-03-02T09:40:05.000Z', card: later });
    return { ...at, shortName, [Symbol.asyncDispose]: () => at[Symbol.asyncDispose]() };
  }

  test('marks what one must not miss', async () => {
    await using at = await shownTwice();
    expect(linesOf(await at.run(storyHistory, { story: at.shortName }))).toEqual([
      `${at.shortName} as it stood in ${channel.name}, 2 cards, the oldest first`,
      '2026-03-02T09:10:20.000Z first shown',
      '2026-03-02T09:40:05.000Z ! 1 taken off',
    ]);
  });

  test('reads in French as well, and gives the card of an hour', async () => {
    await using at = await shownTwice(['fr']);
    const lines = linesOf(await at.run(storyHistory, { story: at.shortName }));
    expect(lines[2]).toBe('2026-03-02T09:40:05.000Z ! 1 retiré');
    const then = await at.run(storyHistory, { story: at.shortName, at: '09:40' });
    expect(linesOf(then)[0]).toContain("Tel qu'il figurait le 2026-03-02T09:40:59.999Z");
    expect(then.cards?.[0]?.takenOff).toHaveLength(1);
  });
});
