/** How long things are kept, what each day removed, and the certificates of erasure. */
import { Injectable } from '@nestjs/common';
import type { ErasureView, RetentionRule, RetentionView } from '#libs/contracts/http/retention.js';
import type { Page } from '#libs/contracts/values.js';
import { Database } from '../database/database.js';

const RUNS = 30;
const CERTIFICATES = 200;

@Injectable()
export class RetentionQuery {
  constructor(private readonly db: Database) {}

  async run(): Promise<RetentionView> {
    const rules = await this.db.query<RetentionRule>(
      `select watch_kind as "watchKind", days from retention_rule
       order by array_position(array['company','brand','product','person','competitor','topic'], watch_kind)`,
    );
    const runs = await this.db.query<{ day: string; startedAt: Date; endedAt: Date | null; removed: Record<string, number> }>(
      `select day::text, started_at as "startedAt", ended_at as "endedAt", removed from retention_run order by retention_run.day desc limit ${RUNS}`,
    );
    const iso = (at: Date | null) => at?.toISOString() ?? null;
    return { rules, runs: runs.map((r) => ({ ...r, startedAt: r.startedAt.toISOString(), endedAt: iso(r.endedAt) })) };
  }

  async erasures(): Promise<Page<ErasureView>> {
    const rows = await this.db.query<Omit<ErasureView, 'at'> & { at: Date }>(
      `select e.id, e.at, jsonb_build_object('id', p.id::text, 'name', p.name) as by, e.subject, e.removed, e.remaining
       from erasure e join person p on p.id = e.person_id order by e.id desc limit ${CERTIFICATES}`,
    );
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })), nextCursor: null };
  }
}
