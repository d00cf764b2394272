/** Something Slack refuses, and where: a JSON pointer such as `/blocks/0/text`. */
export type Problem = { readonly pointer: string; readonly message: string };

/** What a rule finds wrong with a value. */
export type Problems = Iterable<Problem>;

/** Anything JSON with named fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** Slack counts code points, not UTF-16 units. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** For people: a value that should have been text. */
export const inWords = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value is a string of at most `max` code points, and not empty. */
export function* checkString(value: unknown, pointer: string, max: number): Problems {
  if (typeof value !== 'string') yield { pointer, message: 'must be a string' };
  else if (value === '') yield { pointer, message: 'must be more than 0 characters' };
  else if (lengthOf(value) > max) yield { pointer, message: `must be less than ${max + 1} characters` };
}

/** The same, where it may also be absent. */
export function* checkOptionalString(value: unknown, pointer: string, max: number): Problems {
  if (value !== undefined) yield* checkString(value, pointer, max);
}

/** The value is an http(s) address of at most 3000 code points. */
export function* checkAddress(value: unknown, pointer: string): Problems {
  yield* checkString(value, pointer, 3000);
  if (typeof value === 'string' && !/^https?:\/\/[^\s]+$/.test(value))
    yield { pointer, message: 'must be a valid URL' };
}

/** The value is a list of `min` to `max` things. */
export function* checkCount(
  value: unknown,
  pointer: string,
  [min, max]: readonly [number, number],
): Problems {
  if (!Array.isArray(value)) yield { pointer, message: 'must be an array' };
  else if (value.length > max) yield { pointer, message: `no more than ${max} items allowed` };
  else if (value.length < min) yield { pointer, message: `no less than ${min} items required` };
}

/** The value holds no field but these. */
export function* checkFields(value: Fields, pointer: string, known: readonly string[]): Problems {
  for (const name of Object.keys(value))
    if (!known.includes(name)) yield { pointer, message: `invalid additional property: ${name}` };
}

/** What a text object must be: its longest text, and whether it may be formatted. */
export type TextRule = { readonly max: number; readonly isPlain?: boolean };

/** The value is a text object. */
export function* checkText(value: unknown, pointer: string, { max, isPlain = false }: TextRule): Problems {
  if (!isFields(value)) {
    yield { pointer, message: 'missing required field: text' };
    return;
  }
  const known = value['type'] === 'mrkdwn' ? ['type', 'text', 'verbatim'] : ['type', 'text', 'emoji'];
  if (value['type'] !== 'plain_text' && (isPlain || value['type'] !== 'mrkdwn'))
    yield {
      pointer: `${pointer}/type`,
      message: isPlain ? 'must be plain_text' : 'must be plain_text or mrkdwn',
    };
  yield* checkFields(value, pointer, known);
  yield* checkString(value['text'], `${pointer}/text`, max);
}

/** The same, where it may also be absent. */
export function* checkOptionalText(value: unknown, pointer: string, rule: TextRule): Problems {
  if (value !== undefined) yield* checkText(value, pointer, rule);
}

/** Each thing of a list by the same rule. */
export function* checkEach(
  value: unknown,
  pointer: string,
  check: (thing: unknown, pointer: string) => Problems,
): Problems {
  if (!Array.isArray(value)) return;
  for (const [index, thing] of value.entries()) yield* check(thing, `${pointer}/${index}`);
}
