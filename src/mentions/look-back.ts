/**
 * Finds mentions that fulfil many conditions at once, the newest first, with bounded work however seldom that is. It looks through the nearest
 * rows; when they are not enough, they tell what is rarest, and rows further back are looked for by that: in one stretch, after which it says
 * how far it came. Nothing is left out: whoever goes on from there has seen everything (docs/decisions/0040).
 */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import {
  beforeOf,
  onlyUsed,
  orderOf,
  placeAfter,
  SELECT,
  sqlOf,
  stretchOf,
  type MentionSearch,
  type Place,
  type Test,
} from './mention-search.js';
import { NEAR, RarestTest, type Rarest, type Sample } from './rarest-test.js';

/** So many further rows are looked through where nothing that is asked for is rare: it lies far apart only because it seldom comes together. */
const FAR = 10_000;
/** Rarer than that, rows are looked for by an index that knows no order: so many at once in expectation, in a stretch of at most so many rows. */
const RARE = 1 / 200;
const WANTED = 150;
const LONGEST_STRETCH = 500_000;
/** What is not near at all, and not known to be common, is looked for everywhere at once, as long as there is no more of it than this. */
const MOST_OF_ALL = 3000;
/** Rarer than that, an index that is in order is followed, row by row. */
const SELDOM = 1 / 20;
const FOLLOWED = 5000;

export interface Found {
  rows: Place[];
  /** How far it looked when these are not enough; null: everything was looked through, or enough was found. */
  lookedTo: Place | null;
}

/** For the cursor of a stretch that ended between rows: no row is before the first id. */
const FIRST_ID = '1';

@Injectable()
export class LookBack {
  /** Fewer where tables are small, as in tests. */
  wanted = WANTED;

  constructor(
    private readonly db: Database,
    private readonly tests: RarestTest,
  ) {}

  /** @param most rows @param after rows that come after this; undefined: from the newest on */
  async run(search: MentionSearch, most: number, after: Place | undefined): Promise<Found> {
    const seldom = search.byTime ? undefined : await this.tests.seldom(search.tests, most / NEAR);
    if (seldom) return this.follow(search, seldom, after, most);
    const near = await this.walk(search, after, NEAR, most);
    if (near.length === most) return { rows: near, lookedTo: null };
    const parts = search.words === undefined ? [] : await this.tests.partsOf(search.words);
    if (parts === null) return { rows: [], lookedTo: null };
    const tests = [...search.tests, ...parts];
    const sample = await this.tests.sample(search, tests, after);
    if (sample.last === null) return { rows: near, lookedTo: null };
    const further = await this.further(search, await this.tests.rarest(tests, sample), sample, sample.last, most - near.length);
    const rows = [...near, ...further.rows];
    return { rows, lookedTo: rows.length === most ? null : further.lookedTo };
  }

  /** Looks at the next so many rows one by one. */
  private walk(search: MentionSearch, after: Place | undefined, rows: number, most: number): Promise<Place[]> {
    const { params, next } = stretchOf(search, after);
    return this.ask<Place>(
      `${SELECT} from (select * from mention m ${next} limit ${rows}) m where ${search.where.join(' and ')} order by ${orderOf(search)} limit ${most}`,
      params,
    );
  }

  private async further(
    search: MentionSearch,
    rarest: Rarest | undefined,
    sample: Sample,
    after: Place,
    most: number,
  ): Promise<Found> {
    if (rarest?.test.by === 'gin' && rarest.share < RARE) {
      const found = await this.probe(search, rarest, sample, after, most);
      if (found.lookedTo === null || rarest.near > 0 || rarest.isKnown) return found;
      const beyond = await this.everywhere(search, rarest.test, found.lookedTo, most - found.rows.length);
      return beyond ? { rows: [...found.rows, ...beyond.rows], lookedTo: null } : found;
    }
    if (rarest?.test.by === 'ordered' && rarest.share < SELDOM && !search.byTime)
      return this.follow(search, rarest.test, after, most);
    const rows = await this.walk(search, after, FAR, most);
    if (rows.length === most) return { rows, lookedTo: null };
    const { params, next } = stretchOf(search, after);
    return { rows, lookedTo: await this.placeAfter(next, FAR, params) };
  }

  /** All rows that fulfil the test, wherever they are. @returns null when they are too many to be read at once */
  private async everywhere(search: MentionSearch, test: Test, after: Place, most: number): Promise<Found | null> {
    const params = [...search.params];
    const where = [...search.where, ...search.range, beforeOf(search, after, params)];
    const [row] = await this.ask<{ n: number; rows: Place[] | null }>(
      `with found as materialized (select * from mention m where ${sqlOf(test, params)} limit ${MOST_OF_ALL + 1})
       select (select count(*)::int from found) as n, (select jsonb_agg(jsonb_build_object('id', m.id, 'posted', m.posted)) from (
         ${SELECT} from found m where ${where.join(' and ')} order by ${orderOf(search)} limit ${most}) m) as rows`,
      params,
    );
    return row === undefined || row.n > MOST_OF_ALL ? null : { rows: row.rows ?? [], lookedTo: null };
  }

  /** All rows of a stretch that fulfil the test, by its index together with the summaries of which rows lie where (`mention_stretch`). */
  private async probe(
    search: MentionSearch,
    { test, share }: Rarest,
    sample: Sample,
    after: Place,
    most: number,
  ): Promise<Found> {
    const params = [...search.params];
    const place = (value: unknown) => `$${params.push(value)}`;
    const from = await this.beginOf(search, Math.min(LONGEST_STRETCH, Math.round(this.wanted / share)), sample, after);
    // As the index of stretches has them.
    const of = search.byTime
      ? (time: string) => `(${time} - timestamptz '2000-01-01 00:00:00+00')`
      : (id: string) => `(${id} + 0)`;
    const [column, low, high] = search.byTime
      ? ['m.posted_at', `${place(from.posted)}::timestamptz`, `${place(after.posted)}::timestamptz`]
      : ['m.id', `${place(from.id)}::bigint`, `${place(after.id)}::bigint`];
    const where = [...search.where, ...search.range, beforeOf(search, after, params)];
    const rows = await this.ask<Place>(
      `${SELECT} from (select * from mention m where ${sqlOf(test, params)} and ${of(column)} >= ${of(low)} and ${of(column)} <= ${of(high)} offset 0) m
       where ${where.join(' and ')} order by ${orderOf(search)} limit ${most}`,
      params,
    );
    if (rows.length === most) return { rows, lookedTo: null };
    return { rows, lookedTo: from.isFirst ? null : { id: from.id, posted: from.posted } };
  }

  /** Where a stretch of about so many rows begins. */
  private async beginOf(
    { byTime }: MentionSearch,
    rows: number,
    { top, earliest }: Sample,
    { id, posted }: Place,
  ): Promise<Place & { isFirst: boolean }> {
    if (!byTime) {
      const from = BigInt(id) - BigInt(rows);
      return { id: String(from > 0n ? from : 0n), posted, isFirst: from <= 0n };
    }
    const begin = await this.db.one<{ posted: string; isFirst: boolean }>(
      `select x.at::text as posted, x.at <= $4::timestamptz as "isFirst"
       from (select to_timestamp(greatest(date_part('epoch', $2::timestamptz) - date_part('epoch', $3::timestamptz - $2::timestamptz) * $1 / ${NEAR},
         date_part('epoch', $4::timestamptz))) as at) as x`,
      [rows, posted, top, earliest],
    );
    if (!begin) throw new Error('a stretch has no beginning');
    return { id: FIRST_ID, ...begin };
  }

  /** Along an index of one value that is in the order of the list. */
  private async follow(search: MentionSearch, { sql }: Test, after: Place | undefined, most: number): Promise<Found> {
    const params = [...search.params];
    const before = after ? ` and ${beforeOf(search, after, params)}` : '';
    const next = `where ${sql}${before} order by ${orderOf(search)}`;
    const rows = await this.ask<Place>(
      `${SELECT} from (select * from mention m ${next} limit ${FOLLOWED}) m where ${search.where.join(' and ')} order by ${orderOf(search)} limit ${most}`,
      params,
    );
    if (rows.length === most) return { rows, lookedTo: null };
    return { rows, lookedTo: await this.placeAfter(next, FOLLOWED, params) };
  }

  private async placeAfter(next: string, rows: number, params: readonly unknown[]): Promise<Place | null> {
    return (await this.ask<{ last: Place | null }>(`select (${placeAfter(next, rows)}) as last`, params))[0]?.last ?? null;
  }

  private ask<T>(sql: string, params: readonly unknown[]): Promise<T[]> {
    return this.db.query<T>(...onlyUsed(sql, params));
  }
}
