import { mergeStories } from '#journey/merge-stories.ts';
import { retellWithin } from '#journey/retell-within.ts';
import { ruleSide } from '#journey/rule-side.ts';
import type { RulingEffect } from '#journey/ruling-effect.ts';
import { splitStory } from '#journey/split-story.ts';
import type { Stages } from '#journey/stages.ts';
import type { Ruling } from '#story/ruling.ts';

/**
 * Carries what was decided about stories, in the order in which it was asked; gives how much that was. One that fails is
 * closed with its error and stops none after it: nothing of it was kept. Belongs into the lane of the visits.
 */
export async function carryRulings(stages: Stages): Promise<number> {
  const waiting = await stages.ledger.rulings.listWaiting();
  for (const ruling of waiting) {
    if (stages.stopping?.aborted === true) break;
    await carryRuling(ruling, stages);
    await stages.breathe();
  }
  return waiting.length;
}

async function carryRuling(ruling: Ruling, stages: Stages): Promise<void> {
  const { ledger, log, clock, onOwed } = stages;
  const { number, decision } = ruling;
  try {
    const { outcome, keep, show } = await effectOf(ruling, stages);
    await ledger.transaction(async (stores) => {
      await keep?.(stores);
      await stores.rulings.close(number, outcome, clock());
    });
    show?.();
    if (keep !== undefined) onOwed?.();
    log.info('ruling.carried', { ruling: number, kind: decision.kind, story: decision.story });
  } catch (cause) {
    log.error('ruling.failed', { ruling: number, kind: decision.kind, story: decision.story }, cause);
    const message = cause instanceof Error ? cause.message : String(cause);
    await ledger.rulings.close(number, `Nothing was changed, by a fault of ours: ${message}`, clock());
  }
}

function effectOf({ decision }: Ruling, stages: Stages): Promise<RulingEffect> {
  switch (decision.kind) {
    case 'split':
      return splitStory(decision, stages);
    case 'merge':
      return mergeStories(decision, stages);
    case 'side':
      return ruleSide(decision, stages);
    case 'retell':
      return retellWithin(decision, stages);
  }
}
