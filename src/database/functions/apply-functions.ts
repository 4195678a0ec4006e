/** Functions of the database are defined in the program, and put into the database after the migrations of each start whenever they differ. */
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

export interface FunctionDefinition {
  /** Under which it is remembered; by custom the function's own name. */
  name: string;
  /**
   * Statements that put the function in place whatever stood there: `create or replace function …`, with `drop function if exists …`
   * before it when its arguments or its type change. It must also serve calls of the version before, which may still be running.
   */
  sql: string;
}

/**
 * Puts in place what differs from the database, all of it or nothing. Call under the migration lock. A program older than the database
 * (one of the migrations there is unknown to it) leaves the newer functions alone.
 * @param dataSource a migrated database
 * @param definitions in the order in which they need each other
 * @returns the names of those that were put in place
 */
export async function applyFunctions(dataSource: DataSource, definitions: readonly FunctionDefinition[]): Promise<string[]> {
  if (await isOlderThanDatabase(dataSource)) return [];
  return dataSource.transaction(async (tx) => {
    const known = new Map((await rowsOf(tx)).map((row) => [row.name, row.digest]));
    const changed = definitions.map((d) => ({ ...d, digest: digestOf(d.sql) })).filter((d) => known.get(d.name) !== d.digest);
    for (const { name, sql, digest } of changed) {
      await tx.query(sql);
      await tx.query(
        `insert into function_definition (name, digest) values ($1, $2)
         on conflict (name) do update set digest = excluded.digest, applied_at = now()`,
        [name, digest],
      );
    }
    return changed.map((d) => d.name);
  });
}

function rowsOf(tx: EntityManager): Promise<{ name: string; digest: string }[]> {
  return tx.query(`select name, digest from function_definition`);
}

function digestOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

async function isOlderThanDatabase(dataSource: DataSource): Promise<boolean> {
  const known = new Set(dataSource.migrations.map((m) => m.name));
  const done: { name: string }[] = await dataSource.query(`select name from migrations`);
  return done.some((m) => !known.has(m.name));
}
