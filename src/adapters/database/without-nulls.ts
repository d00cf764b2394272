type Nullable<Row> = { [Column in keyof Row]: null extends Row[Column] ? Column : never }[keyof Row];

/** A row whose empty columns are absent instead of null. */
export type WithoutNulls<Row> = Omit<Row, Nullable<Row>> & {
  [Column in Nullable<Row>]?: NonNullable<Row[Column]>;
};

/** Leaves out what is null: outside the database, what is unknown is absent. */
export function withoutNulls<Row extends object>(row: Row): WithoutNulls<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<Row>;
}
