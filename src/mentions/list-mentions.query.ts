/** Everything heard by one's teams, the newest first, searched and filtered. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { MentionQuery } from '#libs/contracts/http/mentions.js';
import { Id, type Page } from '#libs/contracts/values.js';
import type { MentionView } from '#libs/contracts/views/mention.js';
import { fold } from '#libs/matching/fold.js';
import { Database } from '../database/database.js';
import { mentionViews } from '../database/views/mention-views.js';
import type { Responder } from '../platform/access/responder.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';

/** Ids grow in the order in which mentions were stored. A stretch of time is read in the order in which its posts were published. */
const BY_ID = 'm.id desc';
const BY_TIME = 'm.posted_at desc, m.id desc';

/** So many of the latest are looked through before anything else is tried: some milliseconds. */
const LATEST = 20_000;

/** The sort key of a row; a time with the database's own microseconds. */
const TimeKey = z.tuple([z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/), Id]);

interface Row {
  id: string;
  posted: string;
}

/** With what conditions begin that are looked for by an index. */
const WORDS = 'm.words @@';
const WATCH = 'm.watch_ids @>';

@Injectable()
export class ListMentions {
  constructor(private readonly db: Database) {}

  /** @throws DeskError `invalid-cursor` */
  async run(query: MentionQuery, by: Responder): Promise<Page<MentionView>> {
    const byTime = query.from !== undefined || query.to !== undefined;
    const rows = await this.find(query, by, byTime);
    const keyOf = ({ id, posted }: Row) => (byTime ? [posted, id] : id);
    const { items, nextCursor } = pageOfRows(rows, query.limit, ({ id }) => id, keyOf);
    const views = await mentionViews(this.db, items, by.teamIds);
    return { items: items.flatMap((id) => views.get(id) ?? []), nextCursor };
  }

  /** Looks through the latest first: what is common is found there at once. Only what is rare is looked for everywhere. */
  private async find(query: MentionQuery, by: Responder, byTime: boolean): Promise<Row[]> {
    const { within, where, params } = conditionsOf(query, by, byTime);
    const [order, most] = [byTime ? BY_TIME : BY_ID, query.limit + 1];
    const stretch = within.length > 0 ? `where ${within.join(' and ')}` : '';
    const latest = await this.db.query<Row>(
      `select m.id, m.posted_at::text as posted from (select * from mention m ${stretch} order by ${order} limit ${LATEST}) m
       where ${where.join(' and ')} order by ${order} limit ${most}`,
      params,
    );
    if (latest.length === most) return latest;
    const all = [...within, ...where].join(' and ');
    // What nothing is known of is taken for common, and the whole table walked for it: the index of words, or of watches, is to be used. And it
    // alone: that of teams would find nearly all there is.
    const rare = where.find((condition) => condition.startsWith(WORDS)) ?? where.find((condition) => condition.startsWith(WATCH));
    const everywhere = rare
      ? `with found as materialized (
           select m.id, m.posted_at from (select * from mention m where ${rare} offset 0) m where ${all})
         select m.id, m.posted_at::text as posted from found m`
      : `select m.id, m.posted_at::text as posted from mention m where ${all}`;
    return this.db.query<Row>(`${everywhere} order by ${order} limit ${most}`, params);
  }
}

/**
 * Words are folded as the text was when it was stored; what they ask for is PostgreSQL's web search form, which takes anything.
 * @returns `within`: where in the order to look; `where`: what to look for
 */
function conditionsOf(
  query: MentionQuery,
  by: Responder,
  byTime: boolean,
): { within: string[]; where: string[]; params: unknown[] } {
  const params: unknown[] = [by.teamIds];
  const within: string[] = [];
  const where = ['m.team_ids && $1::bigint[]'];
  const add = (value: unknown, condition: (place: string) => string, list = where) => {
    if (value !== undefined) list.push(condition(`$${params.push(value)}`));
  };
  if (byTime) {
    const [posted, id] = readCursor(query.cursor, TimeKey) ?? [];
    add(posted, (p) => `(m.posted_at, m.id) < (${p}, $${params.push(id)})`, within);
  } else add(readCursor(query.cursor, Id), (p) => `m.id < ${p}`, within);
  add(query.q?.trim() ? fold(query.q) : undefined, (p) => `${WORDS} websearch_to_tsquery('simple', ${p})`);
  // A watch of another team finds nothing: whom else a mention concerns is not told.
  add(query.watchId, (p) => `${WATCH} array[${p}::bigint] and exists (select from watch where id = ${p}::bigint and team_id = any($1::bigint[]))`); // prettier-ignore
  add(query.sourceId, (p) => `m.source_id = ${p}`);
  add(query.sentiment, (p) => `m.sentiment = ${p}`);
  add(query.intent, (p) => `m.intent = ${p}`);
  add(query.language, (p) => `m.lang = ${p}`);
  add(query.state, (p) => `m.state = ${p}`);
  add(query.from, (p) => `m.posted_at >= ${p}`, within);
  add(query.to, (p) => `m.posted_at < ${p}`, within);
  return { within, where, params };
}
