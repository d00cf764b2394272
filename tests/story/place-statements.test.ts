import { describe, expect, test } from 'vitest';
import { accountOf } from '#story/account-of.ts';
import type { SideAccount, StoryAccount } from '#story/story.ts';
import type { StoryFacts } from '#story/story-facts.ts';
import { factsOf, lexicon, report, says } from './invented-world.ts';

const account = (facts: StoryFacts): StoryAccount => accountOf(facts, lexicon);

const firstReport = report('wire', '15:38', { said: [says('norland', 'a good talk')] });
const southText = report('south', '16:40', {
  language: 'en',
  text: 'The President asked for a truce. “A lasting settlement must come first.”',
  said: [says('surland', 'A lasting settlement must come first.', { hand: 'own' })],
});

describe('words under a side that stand in another side’s own text', () => {
  const misplaced = report('courrier', '16:12', {
    language: 'en',
    said: [says('norland', 'A lasting settlement must come first')],
  });
  const before = account(factsOf([firstReport, misplaced]));
  const after = account(factsOf([firstReport, misplaced, southText], { previous: before }));

  test('a correction is lifted once the side’s own text has the words as well', () => {
    const own = report('north', '17:00', {
      language: 'en',
      text: 'The President said it again. A lasting settlement must come first.',
      said: [says('norland', 'A lasting settlement must come first.', { hand: 'own' })],
    });
    const { corrections, sides, status } = account(
      factsOf([firstReport, misplaced, southText, own], { previous: after }),
    );
    expect(corrections).toEqual([]);
    expect(status.kind).toBe('both-sides');
    expect(sides[0]?.statements.map(({ statement }) => statement)).toContain(
      'norland: A lasting settlement must come first.',
    );
  });

  test('what an own text quotes of the other side is not taken off that side', () => {
    const quotingNorth = report('south', '16:40', {
      language: 'en',
      text: 'Norland has told us: “A lasting settlement must come first.” We heard it.',
    });
    const { corrections, sides } = account(
      factsOf([firstReport, misplaced, quotingNorth], { previous: before }),
    );
    expect(corrections).toEqual([]);
    expect(sides[0]?.statements).toHaveLength(2);
  });
});

describe('a joint statement in one side’s own text', () => {
  const joint = {
    ...says('surland', 'A lasting settlement must come first.', { hand: 'own', isQuoted: false }),
    sides: ['surland', 'norland'] as SideAccount['side'][],
  };
  const jointText = report('south', '16:40', {
    language: 'en',
    title: 'Joint statement of Surland and Norland',
    text: 'A lasting settlement must come first. The bridge shall be open by night.',
    said: [joint],
  });

  test('is what both have said, and leaves neither silent', () => {
    const { sides, status } = account(factsOf([firstReport, jointText]));
    expect(sides.map(({ silence }) => silence)).toEqual([undefined, undefined]);
    expect(status.kind).toBe('both-sides');
  });

  test('takes no words of it off either side', () => {
    const quoted = report('courrier', '16:12', {
      language: 'en',
      said: [says('norland', 'The bridge shall be open by night')],
    });
    const previous = account(factsOf([firstReport, quoted]));
    const { corrections, sides } = account(factsOf([firstReport, quoted, jointText], { previous }));
    expect(corrections).toEqual([]);
    const ofNorland = sides.find(({ side }) => side === 'norland');
    expect(ofNorland?.statements).toHaveLength(3);
    expect(ofNorland?.statements.filter(({ isNotInOwnText }) => isNotInOwnText)).toEqual([]);
  });
});
