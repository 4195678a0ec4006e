/** What is known about an author that keeps machines silent: they said stop, or people marked them as press, VIP or a bot. */
import { Injectable } from '@nestjs/common';
import type { AuthorWishes as View, MarkAuthor } from '#libs/contracts/http/permissions.js';
import { Database, type Tx } from '../database/database.js';
import { iso, type Asks } from '../database/views/case-cards.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';

@Injectable()
export class AuthorWishes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DeskError not-found for an author none of one's teams has heard */
  async change(authorId: string, { marks, stop }: MarkAuthor, by: Responder): Promise<View> {
    return this.db.transaction(async (tx) => {
      await ensureHeard(tx, authorId, by);
      const now = this.clock.now();
      if (marks) await setMarks(tx, authorId, marks, by, now);
      if (stop !== undefined) await setStop(tx, authorId, stop, by, now);
      return read(tx, authorId);
    });
  }

  /** @throws DeskError not-found */
  async one(authorId: string, by: Responder): Promise<View> {
    await ensureHeard(this.db, authorId, by);
    return read(this.db, authorId);
  }
}

async function ensureHeard(asks: Asks, authorId: string, by: Responder): Promise<void> {
  const [heard] = await asks.query(`select 1 from mention where author_id = $1 and team_ids && $2::bigint[] limit 1`, [
    authorId,
    by.teamIds,
  ]);
  if (!heard) throw new DeskError('not-found');
}

async function setMarks(tx: Tx, authorId: string, marks: readonly string[], by: Responder, now: Date): Promise<void> {
  await tx.query(`delete from author_mark where author_id = $1 and mark <> all($2::text[])`, [authorId, marks]);
  await tx.query(
    `insert into author_mark (author_id, mark, person_id, at) select $1, unnest($2::text[]), $3, $4 on conflict do nothing`,
    [authorId, marks, by.id, now],
  );
}

async function setStop(tx: Tx, authorId: string, stop: boolean, by: Responder, now: Date): Promise<void> {
  if (stop)
    await tx.query(
      `insert into author_stop (author_id, at, person_id) values ($1, $2, $3)
       on conflict (author_id) do update set at = $2, person_id = $3, mention_id = null, lifted_at = null, lifted_by = null
         where author_stop.lifted_at is not null`,
      [authorId, now, by.id],
    );
  else
    await tx.query(`update author_stop set lifted_at = $2, lifted_by = $3 where author_id = $1 and lifted_at is null`, [
      authorId,
      now,
      by.id,
    ]);
}

async function read(asks: Asks, authorId: string): Promise<View> {
  const [row] = await asks.query<{ marks: View['marks']; stoppedAt: Date | null }>(
    `select array(select mark from author_mark where author_id = $1 order by mark) as marks,
       (select at from author_stop where author_id = $1 and lifted_at is null) as "stoppedAt"`,
    [authorId],
  );
  return { authorId, marks: row?.marks ?? [], stoppedAt: iso(row?.stoppedAt ?? null) };
}
