/** The job behind a what-if: takes it under a lease, stretch by stretch, reading the next while a thread judges this one; a killed process is followed by another. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { StandardTerms } from '#libs/contracts/http/standards.js';
import type { Staffing } from '#libs/contracts/http/what-if.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { planReplay } from './plan-replay.js';
import { nextCases, type Stretch } from './replay-batch.js';
import type { Sums } from './replay-judge.js';
import { ReplayThread } from './replay-thread.js';

const LEASE_SECONDS = 10;

interface Job {
  id: string;
  at: Date;
  teamIds: string[];
  standardId: string | null;
  terms: unknown;
  staffing: Staffing | null;
  from: Date;
  lastId: string;
  result: Partial<Sums>;
}

@Injectable()
export class ReplayCases {
  private readonly token = randomUUID();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Works on the oldest what-if that this process may have, to its end or its cancellation. @returns when to come again; null: nothing to do */
  async run(): Promise<Date | null> {
    const job = await this.lease();
    if (!job) return null;
    const plan = await planReplay(this.db, { ...job, terms: StandardTerms.parse(job.terms), cases: await this.count(job) });
    const thread = new ReplayThread(plan, job.result);
    try {
      await this.replay(job, thread);
    } finally {
      await thread.end();
    }
    return this.clock.now();
  }

  private async replay(job: Job, thread: ReplayThread): Promise<void> {
    const read = (lastId: string) => nextCases(this.db, job.teamIds, lastId, job.from, job.at);
    let next = read(job.lastId);
    for (;;) {
      const stretch = await next;
      if (stretch.lastId === null) {
        await this.store(job, stretch, await thread.judge(null), true);
        return;
      }
      next = read(stretch.lastId);
      const goesOn = await this.store(job, stretch, await thread.judge(stretch.cases), false);
      if (!goesOn) return void (await next);
    }
  }

  /** The waits of a forecast are in the memory of whoever began it: who follows begins anew. */
  private lease(): Promise<Job | undefined> {
    return this.db.one<Job>(
      `update what_if set lease_token = $1, lease_until = $2::timestamptz + interval '${LEASE_SECONDS} seconds',
         done = case when staffing is null then done else 0 end, last_id = case when staffing is null then last_id else 0 end,
         result = case when staffing is null then result else '{}' end
       where id = (select id from what_if where state = 'running' and (lease_until is null or lease_until <= $2 or lease_token = $1) order by id limit 1 for update skip locked)
       returning id, at, team_ids as "teamIds", standard_id as "standardId", terms, staffing, from_at as "from", last_id as "lastId", result`,
      [this.token, this.clock.now()],
    );
  }

  /** @returns how many cases there are to replay */
  private async count(job: Job): Promise<number> {
    const row = await this.db.one<{ total: number }>(
      `update what_if set total = coalesce(total, (select count(*) from desk_case where team_id = any($2::bigint[]) and opened_at >= $3 and opened_at <= $4))
       where id = $1 returning total`,
      [job.id, job.teamIds, job.from, job.at],
    );
    return row?.total ?? 0;
  }

  /** @returns whether the job is still ours and wanted */
  private async store(job: Job, { count, lastId }: Stretch, sums: Sums, ended: boolean): Promise<boolean> {
    const now = this.clock.now();
    const row = await this.db.one(
      `update what_if set done = done + $3, last_id = coalesce($4::bigint, last_id), result = $5, lease_until = $6::timestamptz + interval '${LEASE_SECONDS} seconds',
         state = case when $7 then 'done' else state end, ended_at = case when $7 then $6::timestamptz end
       where id = $1 and lease_token = $2 and state = 'running' returning id`,
      [job.id, this.token, count, lastId, JSON.stringify(sums), now, ended],
    );
    return row !== undefined;
  }
}
