import { CamelCasePlugin } from 'kysely';

/** `failures_in_a_row` in the database, `failuresInARow` here; without the option it would come back as `failuresInArow`. */
export const columnNames = (): CamelCasePlugin =>
  new CamelCasePlugin({ underscoreBetweenUppercaseLetters: true });
