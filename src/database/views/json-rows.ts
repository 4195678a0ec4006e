/** Rows as JSON: so one statement reads everything of a page, and all of it stands in one snapshot. */

/** A row as it comes in JSON: its dates are text. Ids must be read as text (`id::text`): JSON has no big whole numbers. */
export type JsonRow<T> = { [K in keyof T]: Date extends T[K] ? Exclude<T[K], Date> | string : T[K] };

/** @returns an SQL expression: the rows of a query as a JSON array, in its order; without rows an empty one */
export const rowsAsJson = (sql: string) => `(select coalesce(json_agg(x), '[]') from (${sql}) as x)`;

/** @returns an SQL expression: the only row of a query as a JSON object; null without one */
export const rowAsJson = (sql: string) => `(select row_to_json(x) from (${sql}) as x)`;

/** @returns the row with these columns as dates (PostgreSQL writes them as ISO 8601), as if it had not come as JSON; changes it in place */
export function withDates<T>(row: JsonRow<T>, columns: readonly (keyof T)[]): T {
  const dated = row as Record<keyof T, unknown>;
  for (const column of columns) {
    const at = dated[column];
    if (typeof at === 'string') dated[column] = new Date(at);
  }
  return dated as T;
}
