/** Everything heard by one's teams, the newest first, searched and filtered. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { MentionPage, MentionQuery } from '#libs/contracts/http/mentions.js';
import { Id } from '#libs/contracts/values.js';
import { Database } from '../database/database.js';
import { mentionViews } from '../database/views/mention-views.js';
import type { Responder } from '../platform/access/responder.js';
import { readCursor, writeCursor } from '../platform/cursor.js';
import { LookBack } from './look-back.js';
import { searchOf, type Place } from './mention-search.js';

/** The sort key of a row; a time with the database's own microseconds. */
const TimeKey = z.tuple([z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/), Id]);

@Injectable()
export class ListMentions {
  constructor(
    private readonly db: Database,
    private readonly lookBack: LookBack,
  ) {}

  /** A page may be short, or empty, and have a next one: where it is so, `lookedTo` says how far it looked. @throws DeskError `invalid-cursor` */
  async run(query: MentionQuery, by: Responder): Promise<MentionPage> {
    const search = searchOf(query, by.teamIds);
    const { rows, lookedTo } = await this.lookBack.run(search, query.limit + 1, placeOf(query.cursor, search.byTime));
    const shown = rows.slice(0, query.limit);
    const on = rows.length > query.limit ? shown.at(-1) : lookedTo;
    const ids = shown.map(({ id }) => id);
    const views = await mentionViews(this.db, ids, by.teamIds);
    return {
      items: ids.flatMap((id) => views.get(id) ?? []),
      nextCursor: on ? writeCursor(search.byTime ? [on.posted, on.id] : on.id) : null,
      lookedTo: lookedTo && (await this.timeOf(lookedTo, search.byTime)),
    };
  }

  /** When what stands at that place was posted, or heard. */
  private async timeOf({ id, posted }: Place, byTime: boolean): Promise<string | null> {
    if (byTime) return new Date(posted).toISOString();
    const row = await this.db.one<{ at: Date }>('select stored_at as at from mention where id >= $1 order by id limit 1', [id]);
    return row?.at.toISOString() ?? null;
  }
}

function placeOf(cursor: string | undefined, byTime: boolean): Place | undefined {
  if (!byTime) {
    const id = readCursor(cursor, Id);
    return id === undefined ? undefined : { id, posted: '' };
  }
  const [posted, id] = readCursor(cursor, TimeKey) ?? [];
  return posted === undefined || id === undefined ? undefined : { id, posted };
}
