import { describe, expect, test } from 'vitest';
import type { ArticleId } from '#article/article.ts';
import type { ActorId } from '#lexicon/actor.ts';
import { EVERY_SPEAKER, withRuledSides } from '#statement/ruled-side.ts';
import type { Statement } from '#statement/statement.ts';
import { statement } from '../contracts/sample-records.ts';

const NORLAND = 'norland' as ActorId;
const SURLAND = 'surland' as ActorId;
const A = 'a' as ArticleId;

/* Invented countries and words. */
const envoy: Statement = statement({ article: A, speakerWords: 'the envoy', sides: [NORLAND], hand: 'own' });
const minister: Statement = statement({ article: A, speakerWords: 'the minister', sides: [NORLAND] });
const elsewhere: Statement = statement({ article: 'b' as ArticleId, speakerWords: 'the envoy' });

describe('what the operator ruled', () => {
  test('holds for that speaker of that article alone', () => {
    const ruled = withRuledSides(
      [envoy, minister, elsewhere],
      [{ article: A, speakerWords: 'the envoy', side: SURLAND }],
    );
    expect(ruled.map(({ sides }) => sides)).toEqual([[SURLAND], [NORLAND], elsewhere.sides]);
  });

  test('takes the speaker of the lexicon and the own text back with the side', () => {
    const [ruled] = withRuledSides([envoy], [{ article: A, speakerWords: 'the envoy' }]);
    expect(ruled).toMatchObject({ sides: [], hand: 'second', speakerWords: 'the envoy' });
    expect(ruled).not.toHaveProperty('speaker');
  });

  test('changes nothing of a statement that stands under that side already', () => {
    const same = { article: A, speakerWords: 'the envoy', side: NORLAND };
    expect(withRuledSides([envoy], [same])).toEqual([envoy]);
  });

  test('of every speaker gives way to what was ruled of one', () => {
    const every = { article: A, speakerWords: EVERY_SPEAKER };
    const one = { article: A, speakerWords: 'the envoy', side: SURLAND };
    const sides = withRuledSides([envoy, minister, elsewhere], [every, one]).map((said) => said.sides);
    expect(sides).toEqual([[SURLAND], [], elsewhere.sides]);
  });
});
