/** The record as it is when these fields are unknown. */
export function without<Whole extends object, Field extends keyof Whole & string>(
  record: Whole,
  ...fields: readonly Field[]
): Omit<Whole, Field> {
  const gone: readonly string[] = fields;
  return Object.fromEntries(
    Object.entries(record).filter(([field]) => !gone.includes(field)),
  ) as unknown as Omit<Whole, Field>;
}
