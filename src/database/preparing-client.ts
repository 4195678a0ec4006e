/** A database connection that prepares each statement once: planning the big views costs more than running them (docs/decisions/0013). */
import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements kept prepared per connection at most; lists with many filters could otherwise grow without end. */
const MOST_PREPARED = 400;
const names = new Map<string, string>();

/** @returns the statement's name; undefined when too many are prepared already */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_PREPARED) return known;
  const name = `es_${createHash('sha1').update(sql).digest('base64url')}`;
  names.set(sql, name);
  return name;
}

type Query = (...args: unknown[]) => unknown;

export class PreparingClient extends pg.Client {
  // pg's query has a dozen overloads; only the one with parameters is changed, the others pass through.
  override query: Query & pg.Client['query'] = ((text: unknown, values: unknown, ...rest: unknown[]) => {
    const run = pg.Client.prototype.query as Query;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    if (name === undefined) return run.call(this, text, values, ...rest);
    return run.call(this, { name, text, values }, ...rest);
  }) as Query & pg.Client['query'];
}
