/** Everything heard by one's teams, the newest first, searched and filtered. */
import { Injectable } from '@nestjs/common';
import type { MentionQuery } from '#libs/contracts/http/mentions.js';
import { Id, type Page } from '#libs/contracts/values.js';
import type { MentionView } from '#libs/contracts/views/mention.js';
import { fold } from '#libs/matching/fold.js';
import { Database } from '../database/database.js';
import { mentionViews } from '../database/views/mention-views.js';
import type { Responder } from '../platform/access/responder.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';

@Injectable()
export class ListMentions {
  constructor(private readonly db: Database) {}

  /** Ids grow in the order in which mentions were stored. @throws DeskError `invalid-cursor` */
  async run(query: MentionQuery, by: Responder): Promise<Page<MentionView>> {
    const { where, params } = conditionsOf(query, by, readCursor(query.cursor, Id));
    const rows = await this.db.query<{ id: string }>(
      `select m.id from mention m where ${where.join(' and ')} order by m.id desc limit ${query.limit + 1}`,
      params,
    );
    const page = pageOfRows(
      rows,
      query.limit,
      (row) => row.id,
      (row) => row.id,
    );
    const views = await mentionViews(this.db, page.items, by.teamIds);
    return { ...page, items: page.items.flatMap((id) => views.get(id) ?? []) };
  }
}

/** Words are folded as the text was when it was stored; what they ask for is PostgreSQL's web search form, which takes anything. */
function conditionsOf(query: MentionQuery, by: Responder, before: string | undefined): { where: string[]; params: unknown[] } {
  const params: unknown[] = [by.teamIds];
  const where = ['m.team_ids && $1::bigint[]'];
  const add = (value: unknown, condition: (place: string) => string) => {
    if (value === undefined) return;
    where.push(condition(`$${params.push(value)}`));
  };
  add(before, (p) => `m.id < ${p}`);
  add(query.q?.trim() ? fold(query.q) : undefined, (p) => `m.words @@ websearch_to_tsquery('simple', ${p})`);
  // A watch of another team finds nothing: whom else a mention concerns is not told.
  add(query.watchId, (p) => `m.watch_ids @> array[${p}::bigint] and exists (select from watch where id = ${p}::bigint and team_id = any($1::bigint[]))`); // prettier-ignore
  add(query.sourceId, (p) => `m.source_id = ${p}`);
  add(query.sentiment, (p) => `m.sentiment = ${p}`);
  add(query.intent, (p) => `m.intent = ${p}`);
  add(query.language, (p) => `m.lang = ${p}`);
  add(query.state, (p) => `m.state = ${p}`);
  add(query.from, (p) => `m.posted_at >= ${p}`);
  add(query.to, (p) => `m.posted_at < ${p}`);
  return { where, params };
}
