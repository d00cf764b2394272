import { parseArgs } from 'node:util';
import { oneOf, wholeNumber } from '../as-asked.ts';

/** What the command line asks of a group of measurements; how much, where it does not say, is the group's own. */
export type Asked = {
  readonly platform: 'discord' | 'slack';
  readonly posts?: number | undefined;
  readonly articles?: number | undefined;
  readonly feeds?: number | undefined;
  readonly watches?: number | undefined;
  readonly topics?: string | undefined;
  readonly days?: number | undefined;
  readonly files: readonly string[];
};

const PLATFORMS: readonly Asked['platform'][] = ['discord', 'slack'];

/** The groups to run, and what is asked of them. Throws `AskedWrongly` for a word that it does not know. */
export function readAsked(words: readonly string[]): {
  readonly isJson: boolean;
  readonly groups: readonly string[];
  readonly asked: Asked;
} {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: {
      json: { type: 'boolean', default: false },
      platform: { type: 'string', default: 'discord' },
      posts: { type: 'string' },
      articles: { type: 'string' },
      feeds: { type: 'string' },
      watches: { type: 'string' },
      topics: { type: 'string' },
      days: { type: 'string' },
    },
    allowPositionals: true,
  });
  const { articles = '' } = values;
  // `replay --articles FILE FILE`: the shell writes one file behind the option, and the others as words.
  const [first = ''] = positionals;
  const isReplay = first === 'replay';
  return {
    isJson: values.json,
    groups: isReplay ? [first] : positionals,
    asked: {
      platform: oneOf(PLATFORMS, values.platform),
      posts: numberIn(values.posts),
      articles: isReplay ? undefined : numberIn(values.articles),
      feeds: numberIn(values.feeds),
      watches: numberIn(values.watches),
      topics: values.topics,
      days: numberIn(values.days),
      files: isReplay ? [articles, ...positionals.slice(1)].filter((file) => file !== '') : [],
    },
  };
}

const numberIn = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : wholeNumber(written);
