import type { Option } from '#command/command.ts';
import { type Known, nearest } from '#command/nearest.ts';
import { isUnderstoodAs } from '#command/news/narrowings.ts';
import type { Lexicon } from '#lexicon/build-lexicon.ts';

/**
 * The known things that are called most like what was written, each with a value that a search understands: a
 * suggestion never leads back to the same refusal.
 */
export const nearestUnderstood = (
  option: Pick<Option, 'name'>,
  written: string,
  known: Iterable<Known>,
  lexicon: Lexicon,
): readonly Known[] =>
  nearest(written, known).flatMap((one) => {
    const value = [one.value, ...one.names].find((name) => isUnderstoodAs(option, name, lexicon));
    return value === undefined ? [] : [{ ...one, value }];
  });
