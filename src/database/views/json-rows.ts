/** Rows as JSON: so one statement reads everything of a page, and all of it stands in one snapshot. */

/** A row as it comes in JSON: its dates are text. Ids must be read as text (`id::text`): JSON has no big whole numbers. */
export type JsonRow<T> = { [K in keyof T]: Date extends T[K] ? Exclude<T[K], Date> | string : T[K] };

/** SQL expressions by the name under which they are read. */
export type Columns = Readonly<Record<string, string>>;

/** @returns the columns of a select list */
export const selected = (columns: Columns) =>
  Object.entries(columns)
    .map(([name, sql]) => `${sql} as "${name}"`)
    .join(', ');

/** Without a query within the query, as row_to_json would need: to begin each of those costs more than to read a row. @returns an SQL expression: a JSON object of at most fifty columns */
export const asObject = (columns: Columns) =>
  `json_build_object(${Object.entries(columns)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`;

/** @param from what follows `from` @param order that its index gives anyway: to sort is dearer than in TypeScript @returns an SQL expression: a JSON array of such objects; without rows an empty one */
export const objectsAsJson = (columns: Columns, from: string, order?: string) =>
  `(select coalesce(json_agg(${asObject(columns)}${order ? ` order by ${order}` : ''}), '[]') from ${from})`;

/** For sort: by their ids. */
export const byId = (a: { id: string }, b: { id: string }) => Number(BigInt(a.id) - BigInt(b.id));

/** @returns the row with these columns as dates (PostgreSQL writes them as ISO 8601), as if it had not come as JSON; changes it in place */
export function withDates<T>(row: JsonRow<T>, columns: readonly (keyof T)[]): T {
  const dated = row as Record<keyof T, unknown>;
  for (const column of columns) {
    const at = dated[column];
    if (typeof at === 'string') dated[column] = new Date(at);
  }
  return dated as T;
}
