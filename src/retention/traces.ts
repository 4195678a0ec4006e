/** Searches every text of every table for what names a person, and masks it where it stands: sign for sign, so that places keep theirs. */
import type { Tx } from '../database/database.js';
import type { Counts } from '../mentions/forget-mentions.js';

interface Column {
  table: string;
  column: string;
  type: 'text' | 'jsonb' | 'json';
  /** Part of a key: masking it could make two rows one. */
  isKey: boolean;
}

/** People of the desk, their sessions and what they set up are searched and told of, never changed; certificates name nobody. */
const SET_BY_PEOPLE: readonly string[] = ['person', 'team', 'session', 'api_token', 'setting', 'watch', 'source', 'erasure', 'migrations', 'function_definition', 'sign_in_throttle']; // prettier-ignore
const MASK = '•';

/** @returns how many rows of each table were masked */
export async function maskTraces(tx: Tx, names: readonly string[]): Promise<Counts> {
  const counts: Counts = {};
  if (names.length === 0) return counts;
  for (const { table, column, type, isKey } of await columnsOf(tx)) {
    if (isKey || SET_BY_PEOPLE.includes(table)) continue;
    const masked = names.reduce(
      (sql, name, i) => `regexp_replace(${sql}, $${i + 1}, '${MASK.repeat(name.length)}', 'gi')`,
      `"${column}"::text`,
    );
    const rows = await tx.query(
      `update "${table}" set "${column}" = (${masked})::${type} where "${column}"::text ~* $${names.length + 1} returning 1`,
      [...names.map(patternOf), names.map(patternOf).join('|')],
    );
    if (rows.length > 0) counts[table] = (counts[table] ?? 0) + rows.length;
  }
  // The index of words knows an address as a word of its own.
  await tx.query('update mention set words = ts_delete(words, $1::text[]) where words::text ~* $2', [
    names.map((name) => name.toLowerCase()),
    names.map(patternOf).join('|'),
  ]);
  return counts;
}

/** @returns how many rows of each table still name the person */
export async function countTraces(tx: Tx, names: readonly string[]): Promise<Counts> {
  const counts: Counts = {};
  if (names.length === 0) return counts;
  const tables = new Set((await columnsOf(tx)).map((c) => c.table));
  for (const table of tables) {
    const row = await tx.one<{ n: number }>(`select count(*)::int as n from "${table}" t where t::text ~* $1`, [
      names.map(patternOf).join('|'),
    ]);
    if (row && row.n > 0) counts[table] = row.n;
  }
  return counts;
}

function columnsOf(tx: Tx): Promise<Column[]> {
  return tx.query<Column>(
    `select c.table_name as "table", c.column_name as "column", c.data_type as type, exists (
       select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
       where i.indisunique and i.indrelid = format('%I', c.table_name)::regclass and a.attname = c.column_name) as "isKey"
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'json')
       and c.is_generated = 'NEVER' order by 1, 2`,
  );
}

/** The name as it is, not as part of a longer one. */
function patternOf(name: string): string {
  return `${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![[:alnum:]_])`;
}
