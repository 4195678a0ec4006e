/** What PostgreSQL counted: statements with their time, and big tables that were read from end to end. */
import type pg from 'pg';

const BIG = ['desk_case', 'mention', 'author', 'clock', 'activity', 'reply', 'outbox_event', 'seen_post'];

/** @returns how many scans of whole big tables there were so far, by table, and the rows that they read */
export async function wholeReads(db: pg.Client): Promise<Map<string, { scans: number; rows: number }>> {
  await db.query('select pg_stat_force_next_flush()');
  const { rows } = await db.query<{ name: string; scans: string; rows: string }>(
    `select relname as name, seq_scan as scans, seq_tup_read as rows from pg_stat_user_tables where relname = any($1)`,
    [BIG],
  );
  return new Map(rows.map((r) => [r.name, { scans: Number(r.scans), rows: Number(r.rows) }]));
}

/** @returns the tables that were read whole between the two counts */
export function readWholeSince(before: Awaited<ReturnType<typeof wholeReads>>, after: typeof before): string[] {
  return [...after].flatMap(([name, { scans, rows }]) => {
    const more = scans - (before.get(name)?.scans ?? 0);
    return more > 0 ? [`${name} ${more} times (${rows - (before.get(name)?.rows ?? 0)} rows)`] : [];
  });
}

export interface Statements {
  calls: number;
  heaviest: { calls: number; meanMs: number; query: string }[];
}

/** @returns the desk's statements since the counts were reset, the heaviest by their time in all */
export async function statements(db: pg.Client, most: number): Promise<Statements> {
  const { rows } = await db.query<{ calls: string; mean: number; query: string; all: string }>(
    `select calls, mean_exec_time as mean, left(regexp_replace(query, '\\s+', ' ', 'g'), 100) as query, sum(calls) over () as all
     from pg_stat_statements where toplevel order by total_exec_time desc limit $1`,
    [most],
  );
  return {
    calls: Number(rows[0]?.all ?? 0),
    heaviest: rows.map(({ calls, mean, query }) => ({ calls: Number(calls), meanMs: mean, query })),
  };
}
