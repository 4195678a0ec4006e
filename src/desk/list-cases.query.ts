/** The queue: cases of the asker's teams in the order in which they need somebody, page by page. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { CaseCounts, CaseQuery } from '#libs/contracts/http/cases.js';
import { Id, type Page } from '#libs/contracts/values.js';
import type { CaseCard } from '#libs/contracts/views/case.js';
import { fold } from '#libs/matching/fold.js';
import { CARD_COLUMNS, CARD_TABLES, toCaseCard, type CardRow } from '../database/views/case-cards.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';
import type { Responder } from '../platform/access/responder.js';

/** Waiting: answered, and now it is the customer's turn. At risk: past the warning of its next clock, or of high risk. */
const VIEWS: Record<CaseQuery['view'], string> = {
  mine: `c.status = 'claimed' and c.owner_id = $me`,
  unclaimed: `c.status = 'open'`,
  'at-risk': `c.status <> 'resolved' and (c.next_warn_at <= $now or c.risk_level = 'high')`,
  waiting: `c.status <> 'resolved' and c.waiting_since is null`,
  open: `c.status <> 'resolved'`,
  resolved: `c.status = 'resolved'`,
  all: 'true',
};
/** Nobody reads a badge above this exactly. */
const COUNT_CAP = 1000;

/** The sort key of a row, with the database's own microseconds. */
const CursorKey = z.tuple([z.union([z.literal('infinity'), z.string().regex(/^[\d :.+-]{10,40}$/)]), Id]);

type Order = { sql: string; direction: 'asc' | 'desc' };
const BY_DUE: Order = { sql: `coalesce(c.next_due_at, 'infinity'::timestamptz)`, direction: 'asc' };
const BY_RESOLVED: Order = { sql: 'c.resolved_at', direction: 'desc' };
const BY_ID: Order = { sql: `'infinity'::timestamptz`, direction: 'desc' };

/**
 * Team by team along the index of the queue, and no further than a page: of all teams at once the database would read and sort every open case.
 * @param where conditions on the case `c`, but for its team
 */
function pageSql(where: readonly string[], { sql, direction }: Order, rows: number): string {
  return `
    with page as (
      select x.id, x.key from unnest($1::bigint[]) as t(team_id)
      cross join lateral (
        select c.id, ${sql} as key from desk_case c where c.team_id = t.team_id and ${where.join(' and ')}
        order by ${sql} ${direction}, c.id ${direction} limit ${rows}) x
      order by x.key ${direction}, x.id ${direction} limit ${rows})
    select ${CARD_COLUMNS}, page.key::text as key from ${CARD_TABLES} join page on page.id = c.id
    order by page.key ${direction}, page.id ${direction}`;
}

@Injectable()
export class ListCases {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DeskError invalid-cursor */
  async run(query: CaseQuery, by: Responder): Promise<Page<CaseCard>> {
    const order = query.view === 'resolved' || query.status === 'resolved' ? BY_RESOLVED : query.view === 'all' ? BY_ID : BY_DUE;
    const after = readCursor(query.cursor, CursorKey);
    const params: unknown[] = [by.teamIds];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const where = [
      VIEWS[query.view].replace('$me', () => bind(by.id)).replace('$now', () => bind(this.clock.now())),
      query.status && `c.status = ${bind(query.status)}`,
      query.watchId && `c.watch_id = ${bind(query.watchId)}`,
      query.authorId && `c.author_id = ${bind(query.authorId)}`,
      query.q && this.search(query.q, bind),
      after &&
        `(${order.sql}, c.id) ${order.direction === 'asc' ? '>' : '<'} (${bind(after[0])}::timestamptz, ${bind(after[1])}::bigint)`,
    ].filter((condition) => typeof condition === 'string' && condition !== '') as string[];
    const rows = await this.db.query<CardRow & { key: string }>(pageSql(where, order, query.limit + 1), params);
    return pageOfRows(
      rows,
      query.limit,
      ({ key: _, ...row }) => toCaseCard(row as CardRow),
      (row) => [row.key, row.id],
    );
  }

  /** How many stand in each view, each counted up to a cap: the cost does not grow with the desk. */
  async counts(by: Responder): Promise<CaseCounts> {
    const now = this.clock.now();
    const capped = (condition: string) =>
      `(select count(*)::int from (select 1 from desk_case c where c.team_id = any($1::bigint[]) and ${condition} limit ${COUNT_CAP}) as x)`;
    const view = (name: CaseQuery['view']) => capped(VIEWS[name].replace('$me', '$2').replace('$now', '$3'));
    const row = await this.db.one<CaseCounts>(
      `select ${view('mine')} as mine, ${view('unclaimed')} as unclaimed, ${view('at-risk')} as "atRisk", ${view('waiting')} as waiting,
         ${view('open')} as open, ${capped(`c.status <> 'resolved' and c.next_due_at <= $3`)} as late`,
      [by.teamIds, by.id, now],
    );
    if (!row) throw new Error('counting answered nothing');
    return row;
  }

  /** A case number, or words of any of its posts. */
  private search(q: string, bind: (value: unknown) => string): string {
    const words = bind(fold(q));
    const byWords = `exists (select from mention m where m.case_id = c.id and m.words @@ plainto_tsquery('simple', ${words}))`;
    return /^#?\d{1,18}$/.test(q.trim()) ? `(c.id = ${bind(q.trim().replace('#', ''))}::bigint or ${byWords})` : byWords;
  }
}
