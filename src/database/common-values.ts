/** Which values of mentions are common, as PostgreSQL's own statistics know: what is rare is looked for by its index, what is common in the order of the page. */
import { Injectable } from '@nestjs/common';
import { elapsedMs } from '../platform/clock.js';
import { Database } from './database.js';

/** Columns of mentions by whose indexes rows are looked for. */
export const TESTED = ['words', 'watch_ids', 'team_ids', 'source_id', 'intent', 'lang', 'state'] as const;
export type Tested = (typeof TESTED)[number];

/** Statistics are a guess, made anew by the hour or day. */
const REMEMBER_MS = 60_000;
const KNOWN = `
  select s.attname || ' ' || e as key, f as share from pg_stats s
  cross join lateral unnest(coalesce(s.most_common_elems, s.most_common_vals)::text::text[], coalesce(s.most_common_elem_freqs, s.most_common_freqs)) as u(e, f)
  where s.schemaname = current_schema() and s.tablename = 'mention' and s.attname = any($1::text[]) and e is not null`;

@Injectable()
export class CommonValues {
  private known: Promise<Map<string, number>> | undefined;
  private until = 0;

  constructor(private readonly db: Database) {}

  /** @returns of a value, or an element, of a column: which share of all mentions has it; 0: too few to be known */
  async shares(): Promise<(column: Tested, value: string) => number> {
    const now = elapsedMs();
    if (!this.known || now >= this.until) {
      this.until = now + REMEMBER_MS;
      const asked = this.db.query<{ key: string; share: number }>(KNOWN, [TESTED]);
      this.known = asked.then((rows) => new Map(rows.map(({ key, share }) => [key, share])));
      this.known.catch(() => (this.known = undefined));
    }
    const known = await this.known;
    return (column, value) => known.get(`${column} ${value}`) ?? 0;
  }
}
