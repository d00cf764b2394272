import type { Command, Suggested } from '#command/command.ts';

/** One thing to fill in. `value` is what stands in it already; of a `group`, how the platform calls it. */
export type Field = {
  /** The name of the option that it fills. */
  readonly option: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'line' | 'choice' | 'flag' | 'channel' | 'group';
  readonly isRequired: boolean;
  readonly value?: string;
  /** Of a `choice`, in the reader's language; of a `group`, the one that stands there, where a platform needs its name. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** What a platform may suggest while it is filled in, where it can. */
  readonly suggests?: Suggested;
};

/**
 * What a person fills in to call a command: a modal where a platform has them. What comes back is that command, by its
 * path, with `given` and what was filled in as its options. At most five fields: Discord shows no more.
 */
export type Form = {
  readonly kind: 'form';
  readonly path: Command['path'];
  /** At most 24 characters: Slack shows no more. */
  readonly title: string;
  readonly fields: readonly Field[];
  /** Options that are known and not asked again. */
  readonly given: Readonly<Record<string, string>>;
};
