/** Authors who want nothing automatic, or whom only people answer: all that one's teams have heard, the latest first. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { WishesOfAuthor, WishesQuery } from '#libs/contracts/http/permissions.js';
import { Id, type Page } from '#libs/contracts/values.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';

/** The database's own microseconds, and the author. */
const Key = z.tuple([z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/), Id]);

interface Row extends WishesOfAuthor {
  key: string;
}

const utc = (column: string, fraction: 'MS' | 'US') =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.${fraction}"Z"')`;
const person = (id: string) => `(select jsonb_build_object('id', p.id::text, 'name', p.name) from person p where p.id = ${id})`;

/** $1: teams, $2: `stop`, a mark or null. Words of a post are shown to those whose teams have heard it. */
const WISHES = `
  with wished as (
    select author_id, max(at) as at from (
      select author_id, at from author_stop where lifted_at is null and ($2::text is null or $2 = 'stop')
      union all select author_id, at from author_mark where $2::text is null or mark = $2) w group by 1)
  select ${utc('w.at', 'US')} as key, ${utc('w.at', 'MS')} as at,
    jsonb_build_object('id', a.id::text, 'network', a.network, 'handle', a.handle, 'name', a.name, 'followers', a.followers, 'url', a.url) as author,
    coalesce((select jsonb_agg(jsonb_build_object('mark', k.mark, 'at', ${utc('k.at', 'MS')}, 'by', ${person('k.person_id')}) order by k.mark)
      from author_mark k where k.author_id = a.id), '[]') as marks,
    (select jsonb_build_object('at', ${utc('s.at', 'MS')}, 'by', ${person('s.person_id')}, 'caseId', c.id::text, 'words', left(m.text, 500))
     from author_stop s left join mention m on m.id = s.mention_id and m.team_ids && $1::bigint[]
     left join desk_case c on c.id = m.case_id and c.team_id = any($1::bigint[])
     where s.author_id = a.id and s.lifted_at is null) as stop
  from wished w join author a on a.id = w.author_id
  where exists (select from mention h where h.author_id = a.id and h.team_ids && $1::bigint[])`;

@Injectable()
export class ListWishes {
  constructor(private readonly db: Database) {}

  /** @throws DeskError invalid-cursor */
  async page(query: WishesQuery, by: Responder): Promise<Page<WishesOfAuthor>> {
    const params: unknown[] = [by.teamIds, query.what ?? null];
    let where = '';
    const [at, id] = readCursor(query.cursor, Key) ?? [];
    if (at !== undefined) where += ` and (w.at, a.id) < ($${params.push(at)}::timestamptz, $${params.push(id)}::bigint)`;
    if (query.q)
      where += ` and strpos(lower(concat_ws(' ', a.handle, a.name)), lower($${params.push(query.q.replace(/^@/, ''))})) > 0`;
    const rows = await this.db.query<Row>(`${WISHES}${where} order by w.at desc, a.id desc limit ${query.limit + 1}`, params);
    return pageOfRows(
      rows,
      query.limit,
      ({ key: _, ...view }) => view,
      ({ key, author }) => [key, author.id],
    );
  }
}
