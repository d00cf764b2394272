import { parseArgs } from 'node:util';

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

/** The groups to run, and what is asked of them. Throws for a word that it does not know. */
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
  const { platform, articles = '' } = values;
  if (platform !== 'discord' && platform !== 'slack') throw new Error(`No platform is called “${platform}”.`);
  // `replay --articles FILE FILE`: the shell writes one file behind the option, and the others as words.
  const [first = ''] = positionals;
  const isReplay = first === 'replay';
  return {
    isJson: values.json,
    groups: isReplay ? [first] : positionals,
    asked: {
      platform,
      posts: wholeNumber(values.posts),
      articles: isReplay ? undefined : wholeNumber(values.articles),
      feeds: wholeNumber(values.feeds),
      watches: wholeNumber(values.watches),
      topics: values.topics,
      days: wholeNumber(values.days),
      files: isReplay ? [articles, ...positionals.slice(1)].filter((file) => file !== '') : [],
    },
  };
}

function wholeNumber(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(written)) throw new Error(`“${written}” is not a number of anything.`);
  return Number(written);
}
