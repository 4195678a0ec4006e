/** The queue: cases of the asker's teams in the order in which they need somebody, page by page. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { CaseCounts, CaseQuery } from '#libs/contracts/http/cases.js';
import { Id, type Page } from '#libs/contracts/values.js';
import type { CaseCard } from '#libs/contracts/views/case.js';
import { fold } from '#libs/matching/fold.js';
import { CARD_COLUMNS, CARD_TABLES, toCaseCard, type CardRow } from '../database/views/case-cards.js';
import { CommonValues } from '../database/common-values.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';
import type { Responder } from '../platform/access/responder.js';

/** Cases with a mark stand in the index of "at risk"; the few that are past a warning without one yet are found by their time. */
const MARKED = `(c.warned or c.risk_level = 'high')`;
/**
 * Waiting: answered, and now it is the customer's turn. At risk: past the warning of its next clock, or of high risk.
 * A view is the sum of its parts, each read along an index of its own; no case is in two of them.
 */
const VIEWS: Record<CaseQuery['view'], Part[]> = {
  mine: [{ is: `c.status = 'claimed' and c.owner_id = $me` }],
  unclaimed: [{ is: `c.status = 'open'` }],
  'at-risk': [
    { is: `c.status <> 'resolved' and ${MARKED} and (c.next_warn_at <= $now or c.risk_level = 'high')` },
    { is: `c.status <> 'resolved' and not ${MARKED} and c.next_warn_at <= $now`, few: true },
  ],
  waiting: [{ is: `c.status <> 'resolved' and c.waiting_since is null` }],
  open: [{ is: `c.status <> 'resolved'` }],
  resolved: [{ is: `c.status = 'resolved'` }],
  all: [{ is: 'true' }],
};
interface Part {
  /** Condition on the case `c`. */
  is: string;
  /** Seldom met: all that meet it are found first and then sorted, rather than looked for in the order of the page. */
  few?: true;
}
/** By the index of the queue. */
const LATE = `c.status <> 'resolved' and coalesce(c.next_due_at, 'infinity'::timestamptz) <= $now`;
/** Words that a smaller share of all mentions has. */
const RARE = 1 / 500;
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
 * @param parts of the view, with its parameters
 * @param where conditions on the case `c`, but for its team
 */
function pageSql(parts: readonly Part[], where: readonly string[], { sql, direction }: Order, rows: number): string {
  const part = ({ is, few }: Part) => {
    const found = `select c.id, ${sql} as key from desk_case c where c.team_id = t.team_id and ${[is, ...where].join(' and ')}`;
    if (few) return `(select * from (${found} offset 0) as c order by key ${direction}, id ${direction} limit ${rows})`;
    return `(${found} order by ${sql} ${direction}, c.id ${direction} limit ${rows})`;
  };
  return `
    with page as (
      select x.id, x.key from unnest($1::bigint[]) as t(team_id)
      cross join lateral (${parts.map(part).join(' union all ')}) x
      order by x.key ${direction}, x.id ${direction} limit ${rows})
    select ${CARD_COLUMNS}, page.key::text as key from ${CARD_TABLES} join page on page.id = c.id
    order by page.key ${direction}, page.id ${direction}`;
}

/** Along the same index as the page: cases that are open are mostly the newest, so that reading from the beginning would pass all the others. */
function countedPart({ is, few }: Part): string {
  const order = few ? '' : `order by ${BY_DUE.sql}, c.id`;
  return `(select 1 from unnest($1::bigint[]) as t(team_id)
    cross join lateral (select 1 from desk_case c where c.team_id = t.team_id and ${is} ${order} limit ${COUNT_CAP}) as y limit ${COUNT_CAP})`;
}

@Injectable()
export class ListCases {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly common: CommonValues,
  ) {}

  /** @throws DeskError invalid-cursor */
  async run(query: CaseQuery, by: Responder): Promise<Page<CaseCard>> {
    const order = query.view === 'resolved' || query.status === 'resolved' ? BY_RESOLVED : query.view === 'all' ? BY_ID : BY_DUE;
    const after = readCursor(query.cursor, CursorKey);
    const params: unknown[] = [by.teamIds];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const parts = VIEWS[query.view].map(({ is, few }) => ({
      is: is.replace('$me', () => bind(by.id)).replace('$now', () => bind(this.clock.now())),
      ...(few && { few }),
    }));
    const where = [
      query.status && `c.status = ${bind(query.status)}`,
      query.watchId && `c.watch_id = ${bind(query.watchId)}`,
      query.authorId && `c.author_id = ${bind(query.authorId)}`,
      query.q && (await this.search(query.q, bind)),
      after &&
        `(${order.sql}, c.id) ${order.direction === 'asc' ? '>' : '<'} (${bind(after[0])}::timestamptz, ${bind(after[1])}::bigint)`,
    ].filter((condition) => typeof condition === 'string' && condition !== '') as string[];
    const rows = await this.db.query<CardRow & { key: string }>(pageSql(parts, where, order, query.limit + 1), params);
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
    const capped = (parts: readonly Part[]) =>
      `(select least(count(*), ${COUNT_CAP})::int from (${parts.map(countedPart).join(' union all ')}) as x)`;
    const view = (name: CaseQuery['view']) =>
      capped(VIEWS[name].map(({ is }) => ({ is: is.replace('$me', '$2').replace('$now', '$3') })));
    const row = await this.db.one<CaseCounts>(
      `select ${view('mine')} as mine, ${view('unclaimed')} as unclaimed, ${view('at-risk')} as "atRisk", ${view('waiting')} as waiting,
         ${view('open')} as open, ${capped([{ is: LATE.replace('$now', '$3') }])} as late`,
      [by.teamIds, by.id, now],
    );
    if (!row) throw new Error('counting answered nothing');
    return row;
  }

  /** A case number, or words of any of its posts. */
  private async search(q: string, bind: (value: unknown) => string): Promise<string> {
    const words = bind(fold(q));
    const has = `m.words @@ plainto_tsquery('simple', ${words})`;
    const byWords = (await this.isRare(q))
      ? // By the index of words alone: together with the one of cases all posts of cases would be read.
        `c.id = any(array(select distinct case_id from (select m.case_id from mention m where ${has} offset 0) as m where case_id is not null))`
      : `exists (select from mention m where m.case_id = c.id and ${has})`;
    return /^#?\d{1,18}$/.test(q.trim()) ? `(c.id = ${bind(q.trim().replace('#', ''))}::bigint or ${byWords})` : byWords;
  }

  /** Cases of rare words are found by the index of words: in the order of the page one would look at nearly every case there is. */
  private async isRare(q: string): Promise<boolean> {
    const [lexemes, share] = await Promise.all([
      this.db.one<{ all: string[] }>(`select tsvector_to_array(to_tsvector('simple', $1)) as all`, [fold(q)]),
      this.common.shares(),
    ]);
    const all = lexemes?.all ?? [];
    return all.length === 0 || all.some((word) => share('words', word) < RARE);
  }
}
