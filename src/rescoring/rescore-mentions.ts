/** The job: takes the due rescoring under a lease, does one batch after the other, and leaves the cursor where a killed process is followed by the next. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Scores } from '#libs/scoring/score-post.js';
import { Scorer } from '../analyse/scorer.js';
import { Database } from '../database/database.js';
import { Clock, elapsedMs } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { rescoreBatch } from './rescore-batch.js';

/** Mentions of one batch: a fraction of a second of work. */
const BATCH = 200;
/** A process that was killed is followed after this. */
const LEASE_SECONDS = 5;
/** After so long others get their turn. */
const TURN_MS = 20;

interface Job {
  id: string;
  total: string | null;
  from: Date | null;
  to: Date | null;
  lastId: string;
  /** The last mention done; in the database's own words, which know microseconds. */
  cursorAt: string | null;
  cursorId: string | null;
}

interface Row {
  id: string;
  at: string;
  text: string;
  lang: string;
  followers: number | null;
  staffNamed: boolean;
  version: string | null;
}

/** `j` is the job: newest post first, because those are the ones that are looked at. */
const WITHIN = `(j.from_at is null or m.posted_at >= j.from_at) and (j.to_at is null or m.posted_at < j.to_at) and m.id <= j.last_id and m.state <> 'deleted'`;

@Injectable()
export class RescoreMentions {
  private readonly token = randomUUID();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly scorer: Scorer,
  ) {}

  /** One batch of the running job, if this process may. @returns when to come again; null: nothing to do */
  async run(): Promise<Date | null> {
    const job = await this.lease();
    if (!job) return null;
    if (job.total === null) await this.count(job);
    const rows = await this.next(job);
    const fresh = await this.score(rows);
    crashPoint('rescoring.before-store');
    await this.store(job, rows, fresh);
    crashPoint('rescoring.after-store');
    return this.clock.now();
  }

  private lease(): Promise<Job | undefined> {
    return this.db.one<Job>(
      `update rescoring set lease_token = $1, lease_until = $2::timestamptz + interval '${LEASE_SECONDS} seconds'
       where id = (select id from rescoring where state = 'running' and (lease_token = $1 or lease_until is null or lease_until <= $2) for update skip locked)
       returning id, total, from_at as "from", to_at as "to", last_id as "lastId", cursor_at::text as "cursorAt", cursor_id as "cursorId"`,
      [this.token, this.clock.now()],
    );
  }

  private async count(job: Job): Promise<void> {
    await this.db.query(
      `update rescoring set total = (select count(*) from mention m, rescoring j where j.id = $1 and ${WITHIN}) where id = $1`,
      [job.id],
    );
  }

  private next(job: Job): Promise<Row[]> {
    return this.db.query<Row>(
      `select m.id, m.posted_at::text as at, m.text, m.lang, m.scores ->> 'version' as version, a.followers,
         exists (select from watch w where w.id = any(m.watch_ids) and w.kind = 'person') as "staffNamed"
       from rescoring j cross join lateral (
         select * from mention m where ${WITHIN} and ($2::timestamptz is null or (m.posted_at, m.id) < ($2, $3::bigint))
         order by m.posted_at desc, m.id desc limit ${BATCH}) m
       join author a on a.id = m.author_id where j.id = $1 order by m.posted_at desc, m.id desc`,
      [job.id, job.cursorAt, job.cursorId],
    );
  }

  /** What today's scorer has scored already is left as it is. */
  private async score(rows: Row[]): Promise<Map<string, Scores>> {
    const fresh = new Map<string, Scores>();
    const { version } = this.scorer;
    let turn = elapsedMs();
    for (const { id, text, lang, followers, staffNamed, version: stored } of rows) {
      if (stored === version) continue;
      const langHint = lang === 'unknown' ? undefined : lang;
      fresh.set(id, this.scorer.score({ text, langHint, followers: followers ?? undefined, staffNamed }));
      if (elapsedMs() - turn < TURN_MS) continue;
      await setImmediate();
      turn = elapsedMs();
    }
    return fresh;
  }

  /** Nothing is written when the job was cancelled or taken over meanwhile. */
  private async store(job: Job, rows: Row[], fresh: Map<string, Scores>): Promise<void> {
    const now = this.clock.now();
    const last = rows.at(-1);
    await this.db.transaction(async (tx) => {
      const ours = await tx.one(`select 1 from rescoring where id = $1 and lease_token = $2 and state = 'running' for update`, [
        job.id,
        this.token,
      ]);
      if (!ours) return;
      const changed = fresh.size > 0 ? await rescoreBatch(tx, now, fresh) : 0;
      await tx.query(
        `update rescoring set done = done + $2, changed = changed + $3, cursor_at = coalesce($4::timestamptz, cursor_at), cursor_id = coalesce($5, cursor_id),
           state = case when $6 then 'done' else state end, ended_at = case when $6 then $7::timestamptz end where id = $1`,
        [job.id, rows.length, changed, last?.at ?? null, last?.id ?? null, rows.length < BATCH, now],
      );
    });
  }
}
