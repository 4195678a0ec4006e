/** A connection of the pool: prepares each statement once, as planning the big views costs more than running them (docs/decisions/0013), and is patient in connecting for as long as a busy server takes. */
import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements kept prepared per connection at most; lists with many filters could otherwise grow without end. */
const MOST_PREPARED = 400;
/** A server that is merely busy takes a connection long before this; one that is away is known to be within it. */
const CONNECT_PATIENCE_MS = 4000;
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
  /** @param config of the pool, whose own patience is for a free connection; its password is hidden from copying */
  constructor(config: pg.ClientConfig) {
    super({ ...config, password: config.password, connectionTimeoutMillis: CONNECT_PATIENCE_MS });
  }

  // pg's query has a dozen overloads; only the one with parameters is changed, the others pass through.
  override query: Query & pg.Client['query'] = ((text: unknown, values: unknown, ...rest: unknown[]) => {
    const run = pg.Client.prototype.query as Query;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    if (name === undefined) return run.call(this, text, values, ...rest);
    return run.call(this, { name, text, values }, ...rest);
  }) as Query & pg.Client['query'];
}
