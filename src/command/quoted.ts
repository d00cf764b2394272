/** A value as it is typed behind the name of its option: what has a space in it would end there. */
export const quoted = (value: string): string =>
  /\s/u.test(value) ? `"${value.replaceAll('"', '')}"` : value;
