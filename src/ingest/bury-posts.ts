/** Posts and accounts that their network says are gone: their content goes here, too, and a tombstone keeps a late arrival out. */
import { Injectable } from '@nestjs/common';
import type { DeletedAuthor, DeletedPost } from '../connectors/incoming-post.js';
import { Database, type Tx } from '../database/database.js';
import { forgetMentions } from '../mentions/forget-mentions.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { KnownPosts } from './known-posts.js';

export interface Where {
  /** Kind of the source that told: other sources of the kind may have brought the same post. */
  kind: string;
  network: string;
}

/** A deletion of a post that nobody heard is remembered for this long, in case the post arrives late. */
const UNKNOWN_HOURS = 2;
/** Posts of one author that are emptied in one transaction. */
const AT_ONCE = 500;

@Injectable()
export class BuryPosts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly known: KnownPosts,
  ) {}

  async posts(where: Where, deleted: readonly DeletedPost[]): Promise<void> {
    if (deleted.length === 0) return;
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const ids = deleted.map((d) => d.externalId);
      const mentions = await tx.query<{ id: string; externalId: string }>(
        `select id, external_id as "externalId" from mention
         where source_id in (select id from source where kind = $1) and network = $2 and external_id = any($3) order by id for no key update`,
        [where.kind, where.network, ids],
      );
      await this.raiseStones(tx, where.network, ids, new Set(mentions.map((m) => m.externalId)));
      await tx.query('delete from refused_post where external_id = any($1) and source_id in (select id from source where kind = $2)', [ids, where.kind]); // prettier-ignore
      await forgetMentions(tx, mentions.map((m) => m.id), now, 'author'); // prettier-ignore
      crashPoint('bury.before-commit');
    });
    crashPoint('bury.after-commit');
    this.known.mark(where.network);
  }

  /** All posts of an account that is gone, and what the desk knows of its owner. */
  async authors({ network }: Where, deleted: readonly DeletedAuthor[]): Promise<void> {
    for (const { key } of deleted) {
      const author = await this.db.one<{ id: string }>('select id from author where network = $1 and key = $2', [network, key]);
      if (!author) continue;
      while ((await this.someOf(author.id)) === AT_ONCE);
      await this.db.query('update author set handle = null, name = null, followers = null, url = null where id = $1', [
        author.id,
      ]);
    }
  }

  private someOf(authorId: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      const rows = await tx.query<{ id: string; network: string; externalId: string }>(
        `select id, network, external_id as "externalId" from mention where author_id = $1 and (state <> 'deleted' or text <> '')
         order by id limit ${AT_ONCE} for no key update`,
        [authorId],
      );
      const [first] = rows;
      if (first) await this.raiseStones(tx, first.network, rows.map((r) => r.externalId), new Set(rows.map((r) => r.externalId))); // prettier-ignore
      await forgetMentions(tx, rows.map((r) => r.id), this.clock.now(), 'author'); // prettier-ignore
      return rows.length;
    });
  }

  private async raiseStones(tx: Tx, network: string, ids: readonly string[], heard: ReadonlySet<string>): Promise<void> {
    const now = this.clock.now();
    const rows = ids.map((id) => ({ id, known: heard.has(id) }));
    await tx.query(
      `insert into post_tombstone as old (network, external_id, at, known)
       select distinct on (id) $1, id, $3::timestamptz, known from jsonb_to_recordset($2::jsonb) as r(id text, known boolean)
       on conflict (network, external_id) do update set known = old.known or excluded.known`,
      [network, JSON.stringify(rows), now],
    );
    await tx.query(`delete from post_tombstone where not known and at < $1::timestamptz - interval '${UNKNOWN_HOURS} hours'`, [
      now,
    ]);
  }
}
