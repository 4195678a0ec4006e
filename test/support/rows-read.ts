/** What statements read of the big tables, as PostgreSQL itself tells: a page must not walk past rows that it does not show. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '../../src/database/database.js';

const BIG = ['desk_case', 'mention', 'author', 'clock', 'activity', 'reply'];
/** Reading a table of so few rows whole is no fault. */
const SMALL = 100;

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

export interface RowsRead {
  /** Rows of big tables that were looked at, shown or not. */
  rows: number;
  /** Big tables that were read from end to end, each with the statement that did. */
  whole: string[];
}

/** What the desk asks beside `work` at the same moment is not counted. */
const asking = new AsyncLocalStorage<[string, unknown[]][]>();

/** @returns what the statements read that `work` asks of this database, each explained when it is done */
export async function rowsRead(db: Database, work: () => Promise<unknown>): Promise<RowsRead> {
  const asked: [string, unknown[]][] = [];
  const query = db.query.bind(db);
  db.query = (<T>(sql: string, params: unknown[] = []) => {
    asking.getStore()?.push([sql, params]);
    return query<T>(sql, params);
  }) as typeof db.query;
  try {
    await asking.run(asked, work);
  } finally {
    db.query = query;
  }
  if (asked.length === 0) throw new Error('nothing was asked: there is nothing to count');
  const read: RowsRead = { rows: 0, whole: [] };
  for (const [sql, params] of asked) {
    const [row] = await query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json) ${sql}`, params);
    if (row) add(row['QUERY PLAN'][0].Plan, sql, read);
  }
  return read;
}

function add(node: Node, sql: string, read: RowsRead): void {
  const table = node['Relation Name'];
  if (table && BIG.includes(table)) {
    const passed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    const rows = (node['Actual Rows'] + passed) * node['Actual Loops'];
    read.rows += rows;
    if (node['Node Type'] === 'Seq Scan' && rows > SMALL) read.whole.push(`${table}: ${sql}`);
  }
  for (const part of node.Plans ?? []) add(part, sql, read);
}
