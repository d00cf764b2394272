import { describe, expect, test } from 'vitest';
import type { ShownCard } from '#delivery/shown-card.ts';
import { MOST_SHOWN_CARDS } from '#delivery/shown-card-store.ts';
import type { ChannelId } from '#kernel/id.ts';
import type { Ledger } from '#ledger.ts';
import type { StoryId } from '#story/story.ts';
import { at, card, channel, moment, workspace } from './sample-records.ts';

const STORY = 'story-1' as StoryId;

/** What every store of shown cards promises. */
export function describeShownCardStore(open: () => Promise<Ledger>): void {
  async function withChannel(): Promise<Ledger> {
    const ledger = await open();
    await ledger.workspaces.save(workspace());
    await ledger.workspaces.saveChannel(channel());
    return ledger;
  }
  const shown = (revision: number, headline: string): ShownCard => ({
    channel: channel().id,
    story: STORY,
    revision,
    shownAt: at(`08:${String(revision).padStart(2, '0')}`),
    card: { ...card, headline },
  });

  describe('cards as they were shown', () => {
    test('come back as they were, in order, of this channel and story alone', async () => {
      const { shownCards } = await withChannel();
      await shownCards.keep(shown(3, 'Later'));
      await shownCards.keep(shown(1, 'First'));
      await shownCards.keep(shown(3, 'Later, sent again'));
      expect(await shownCards.listOf(channel().id, STORY)).toEqual([
        shown(1, 'First'),
        shown(3, 'Later, sent again'),
      ]);
      expect(await shownCards.listOf(channel().id, 'story-2' as StoryId)).toEqual([]);
      expect(await shownCards.listOf('other' as ChannelId, STORY)).toEqual([]);
    });

    test('of many the first and the newest are kept', async () => {
      const { shownCards } = await withChannel();
      for (let revision = 1; revision <= MOST_SHOWN_CARDS + 2; revision += 1) {
        await shownCards.keep(shown(revision, 'Card'));
      }
      const revisions = (await shownCards.listOf(channel().id, STORY)).map(({ revision }) => revision);
      expect(revisions).toHaveLength(MOST_SHOWN_CARDS);
      expect([revisions[0], revisions[1], revisions.at(-1)]).toEqual([1, 4, MOST_SHOWN_CARDS + 2]);
    });

    test('are forgotten with what was told so long ago', async () => {
      const { shownCards, forgetting } = await withChannel();
      await shownCards.keep(shown(1, 'Old'));
      await shownCards.keep(shown(9, 'New'));
      expect(await forgetting.forgetTold(moment('08:05'))).toBe(1);
      expect((await shownCards.listOf(channel().id, STORY)).map(({ revision }) => revision)).toEqual([9]);
    });
  });
}
