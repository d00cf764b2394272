const DECLARATION = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"&%<]*)"|'([^'&%<]*)')\s*>/g;
const LONGEST_VALUE = 500;
const MOST_ENTITIES = 100;
const MOST_ADDED = 64 * 1024;

/**
 * A document with the entities of its own DTD written out: those that stand for a short plain text. One that would
 * bring in another entity, markup or a file stays as it is written, so nothing multiplies and nothing is fetched; once
 * 64 kB have been added, the rest stays too.
 */
export function expandEntities(text: string): string {
  const declared = /<!DOCTYPE\b[^[>]*\[/i.exec(text.slice(0, MOST_ADDED));
  if (declared === null) return text;
  const start = declared.index + declared[0].length;
  const end = text.indexOf(']>', start);
  if (end < 0) return text;
  return writtenOut(text.slice(end), declaredIn(text.slice(start, end)));
}

function declaredIn(subset: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', double, single = ''] of subset.matchAll(DECLARATION)) {
    const value = double ?? single;
    // The first declaration of a name is binding (XML 1.0, 4.2).
    if (value.length <= LONGEST_VALUE && values.size < MOST_ENTITIES && !values.has(name))
      values.set(name, value);
  }
  return values;
}

function writtenOut(text: string, values: ReadonlyMap<string, string>): string {
  let added = 0;
  return text.replace(/&([\w.-]+);/g, (reference, name: string) => {
    const value = values.get(name);
    added += value?.length ?? 0;
    return value === undefined || added > MOST_ADDED ? reference : value;
  });
}
