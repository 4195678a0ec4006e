/** Walks over stored mentions, the newest first, page by page, within bounds: for trying a query on what was heard. */
import { Injectable } from '@nestjs/common';
import type { MatchablePost } from '#libs/matching/match-posts.js';
import { Database } from '../database/database.js';

/** Rows of one page, of whatever team. */
const PAGE = 1000;
/** Longest a page may take, in milliseconds. */
const PAGE_MS = 3000;

export interface StoredPost extends MatchablePost {
  id: string;
  postedAt: Date;
  storedAt: Date;
}

/** Above every id. */
const NEWEST = '9223372036854775807';

interface Page {
  rows: Row[];
  low: string | null;
  ended: boolean;
}

interface Row {
  id: string;
  text: string;
  lang: string;
  network: string;
  url: string | null;
  postedAt: Date;
  storedAt: Date;
  sourceId: string;
  sourceKind: string;
  handle: string | null;
  name: string | null;
}

@Injectable()
export class StoredPosts {
  constructor(private readonly db: Database) {}

  /**
   * Pages of mentions stored since an instant that these teams may see, in the order of storing, the newest first; a page may be empty.
   * Links that a network named beside the text are not stored, so a query for them finds less here.
   * @throws what `signal` was aborted with
   */
  async *pages(teamIds: readonly string[], since: Date, signal: AbortSignal): AsyncGenerator<StoredPost[]> {
    for (let before = NEWEST; ;) {
      signal.throwIfAborted();
      const page = await this.page(teamIds, since, before);
      yield page.rows.map(toPost);
      if (!page.low || page.ended) return;
      before = page.low;
    }
  }

  private page(teamIds: readonly string[], since: Date, before: string): Promise<Page> {
    return this.db.transaction(async (tx) => {
      await tx.query(`set local statement_timeout = ${PAGE_MS}`);
      const window = await tx.one<{ low: string | null; ended: boolean }>(
        `select min(id) as low, count(*) < ${PAGE} or max(stored_at) < $2 as ended
         from (select id, stored_at from mention where id < $1 order by id desc limit ${PAGE}) w`,
        [before, since],
      );
      const rows = await tx.query<Row>(
        `select m.id, m.text, m.lang, m.network, m.url, m.posted_at as "postedAt", m.stored_at as "storedAt", s.id as "sourceId", s.kind as "sourceKind",
           a.handle, a.name
         from mention m join source s on s.id = m.source_id join author a on a.id = m.author_id
         where m.id < $3 and m.id >= $4 and m.stored_at >= $2 and m.team_ids && $1::bigint[] and m.state <> 'deleted' order by m.id desc`,
        [teamIds, since, before, window?.low ?? before],
      );
      return { rows, low: window?.low ?? null, ended: window?.ended ?? true };
    });
  }
}

function toPost({ id, text, lang, network, url, postedAt, storedAt, sourceId, sourceKind, handle, name }: Row): StoredPost {
  const author = { authorHandle: handle ?? undefined, authorName: name ?? undefined };
  const known = lang === 'unknown' ? undefined : lang;
  return { id, text, postedAt, storedAt, lang: known, network, sourceId, sourceKind, url: url ?? undefined, ...author };
}
