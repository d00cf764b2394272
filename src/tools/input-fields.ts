import { BadLine } from '#tools/stage-lines.ts';

/** A line of a stage's input. */
export type Fields = Readonly<Record<string, unknown>>;

/** The text of a field; absent when the field is absent, null or empty. */
export function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new BadLine(`“${name}” must be a text`);
  return value;
}

/** The text of a field that must stand. */
export function text(fields: Fields, name: string): string {
  const value = optionalText(fields, name);
  if (value === undefined) throw new BadLine(`“${name}” is missing`);
  return value;
}

/** An identifier: a text, or a number taken as one. */
export function identifier(fields: Fields, name: string): string {
  return typeof fields[name] === 'number' ? String(fields[name]) : text(fields, name);
}

/** ISO 8601; a space for T is taken, and UTC where no zone stands. */
export function optionalDate(fields: Fields, name: string): Date | undefined {
  const written = optionalText(fields, name);
  if (written === undefined) return undefined;
  const iso = written.trim().replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T');
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso) || !iso.includes('T');
  const date = new Date(hasZone ? iso : `${iso}Z`);
  // Without this check JavaScript takes other spellings as well, some of them in this machine's own zone.
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso) || Number.isNaN(date.getTime()))
    throw new BadLine(`“${name}” is no date: ${written}`);
  return date;
}

/** The named fields that hold a text, and no others: absent stays absent. */
export function texts<Name extends string>(
  fields: Fields,
  names: readonly Name[],
): { readonly [Key in Name]?: string } {
  const found = names.flatMap((name) => {
    const value = optionalText(fields, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found) as { readonly [Key in Name]?: string };
}
