import type { Action } from '#channel/action.ts';
import type { Ask, Desk, Option, Reply } from '#command/command.ts';
import { optionNameIn } from '#command/name-of.ts';
import { knownFor } from '#command/news/known-for.ts';
import { nearestUnderstood } from '#command/news/nearest-understood.ts';
import { wordsFor } from '#command/words/words-for.ts';
import { countryName } from '#lexicon/country-names.ts';

/** What was filled in and means nothing here, and the search with something else in its place. */
export type Unknown = {
  readonly option: Option;
  readonly written: string;
  readonly instead: (value: string) => string;
};

/** Says that something is not known here, and what may have been meant: that nothing holds it would be no answer. */
export async function refuseUnknown(unknown: Unknown, ask: Ask, desk: Desk): Promise<Reply> {
  const { option, written, instead } = unknown;
  const words = await wordsFor(ask, desk);
  const { language, news } = words;
  const isUnreadCountry = option.name === 'country' && countryName(written, 'en') !== undefined;
  const near = isUnreadCountry
    ? []
    : nearestUnderstood(option, written, knownFor(option, ask, desk, language), desk.lexicon);
  const actions: readonly Action[] = near.map(({ value, label }) => ({ label, command: instead(value) }));
  return {
    kind: 'refused',
    lines: [
      isUnreadCountry
        ? words.fitsNoOutlet(`${option.name}:${written}`)
        : news.notUnderstood(optionNameIn(option, language), written),
      ...(near.length === 0 ? [] : [news.nearest(near.map(({ label }) => label))]),
    ],
    ...(actions.length > 0 && { actions }),
    option: option.name,
  };
}
