import { keepStory } from '#journey/keep-story.ts';
import { livingStory } from '#journey/living-story.ts';
import { oweAll, weighRetold } from '#journey/owe-retold.ts';
import type { RulingEffect } from '#journey/ruling-effect.ts';
import type { Stages } from '#journey/stages.ts';
import { shownName } from '#lexicon/shown-name.ts';
import { withRuledSides } from '#statement/ruled-side.ts';
import type { SaidIn } from '#story/best-first.ts';
import { decidedCorrections } from '#story/decided-corrections.ts';
import { storedFacts } from '#story/gather-facts.ts';
import type { Decision } from '#story/ruling.ts';
import type { Story } from '#story/story.ts';
import type { ArticleFacts } from '#story/story-facts.ts';
import { retellStory } from '#story/tell-story.ts';

type SideRuling = Extract<Decision, { kind: 'side' }>;

/** From now on a speaker of an article speaks for the side that was ruled; what stood elsewhere is taken back there. */
export async function ruleSide(ruling: SideRuling, stages: Stages): Promise<RulingEffect> {
  const { ledger, catalogue, clock } = stages;
  const now = clock();
  // The article may have gone into another story meanwhile.
  const id = (await ledger.stories.storyOf(ruling.ruled.article)) ?? ruling.story;
  const story = await livingStory(id, ledger.stories);
  if (story === undefined) return { outcome: 'Nothing was changed: that story is not kept any more.' };
  const facts = await storedFacts([story.id], ledger, catalogue.outletsFor(story.workspace));
  const ruled = await ruledFacts(facts, ruling, stages);
  const by = { by: 'operator', at: now.toISOString() } as const;
  const decided = leavingIn(facts, ruled, story).flatMap(({ side, said }) =>
    decidedCorrections({ ...story.account, sides: [side] }, said, by),
  );
  const told = await retellStory(story, ruled, { ...stages, now, decided });
  const owings = await weighRetold(told, stages, now);
  return {
    outcome: `${tellRuling(ruling, stages)} ${story.shortName} is told anew.`,
    keep: async (stores) => {
      if (ruling.isLifted) await stores.rulings.liftSide(ruling.ruled);
      else await stores.rulings.saveSide(ruling.ruled);
      await keepStory(told, [], stores);
      await oweAll(owings, told, stores, now);
    },
  };
}

/** What was lifted is read as it was found, under whatever else was ruled. */
async function ruledFacts(
  facts: readonly ArticleFacts[],
  { ruled, isLifted }: SideRuling,
  { ledger }: Stages,
): Promise<readonly ArticleFacts[]> {
  const others = (await ledger.rulings.sidesIn([ruled.article])).filter(
    ({ speakerWords }) => speakerWords !== ruled.speakerWords,
  );
  const found = await ledger.stories.statementsFound(ruled.article);
  const statements = withRuledSides(found, isLifted ? others : [...others, ruled]);
  return facts.map((one) => (one.article.id === ruled.article ? { ...one, statements } : one));
}

/** By each side of the account, the statements that speak for it no more. */
function leavingIn(facts: readonly ArticleFacts[], ruled: readonly ArticleFacts[], { account }: Story) {
  const now = new Map(ruled.flatMap(({ statements }) => statements).map((one) => [one.id, one.sides]));
  const said: readonly SaidIn[] = facts.flatMap((from) =>
    from.statements.map((statement) => ({ statement, from })),
  );
  return account.sides.map((side) => ({
    side,
    said: said.filter(
      ({ statement }) =>
        statement.sides.includes(side.side) && now.get(statement.id)?.includes(side.side) === false,
    ),
  }));
}

function tellRuling({ ruled, isLifted }: SideRuling, { lexicon }: Stages): string {
  const who = ruled.speakerWords === '*' ? 'Every speaker of that article' : `“${ruled.speakerWords}”`;
  if (isLifted) return `${who} speaks for whom the article says.`;
  const side = ruled.side === undefined ? 'no side' : shownName(ruled.side, lexicon, 'en');
  return `${who} speaks for ${side} there.`;
}
