/** The job behind a what-if: takes it under a lease, batch by batch, reading the next while it judges this one; a killed process is followed by another. */
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { StandardTerms } from '#libs/contracts/http/standards.js';
import { nothingCounted } from '#libs/sla/count-verdicts.js';
import { Promises, toPromise } from '../clocks/promises.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { calendarOf } from './change-standards.js';
import { BATCH, nextCases, replay, type Imagined, type StoredCase, type Sums } from './replay-batch.js';
import { CURRENT, type VersionRow } from './standard.rows.js';

const LEASE_SECONDS = 10;

interface Job {
  id: string;
  at: Date;
  teamIds: string[];
  standardId: string | null;
  terms: unknown;
  from: Date;
  total: number | null;
  lastId: string;
  result: Partial<Sums>;
}

@Injectable()
export class ReplayCases {
  private readonly token = randomUUID();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly promises: Promises,
  ) {}

  /** Works on the oldest what-if that this process may have, to its end or its cancellation. @returns when to come again; null: nothing to do */
  async run(): Promise<Date | null> {
    const job = await this.lease();
    if (!job) return null;
    if (job.total === null) await this.count(job);
    const terms = StandardTerms.parse(job.terms);
    const list = await this.imagine(job, terms);
    const sums: Sums = { before: nothingCounted(), after: nothingCounted(), better: 0, worse: 0, ...job.result };
    let next = nextCases(this.db, job.teamIds, job.lastId, job.from);
    for (let more = true; more;) {
      const cases = await next;
      more = cases.length === BATCH;
      if (more) next = nextCases(this.db, job.teamIds, cases.at(-1)?.id as string, job.from);
      await replay(cases, this.promises, list, terms.clock, job.at.getTime(), sums);
      const goesOn = await this.store(job, cases, sums, !more);
      if (more && !goesOn) {
        await next;
        break;
      }
      await setImmediate();
    }
    return this.clock.now();
  }

  private lease(): Promise<Job | undefined> {
    return this.db.one<Job>(
      `update what_if set lease_token = $1, lease_until = $2::timestamptz + interval '${LEASE_SECONDS} seconds'
       where id = (select id from what_if where state = 'running' and (lease_until is null or lease_until <= $2 or lease_token = $1) order by id limit 1 for update skip locked)
       returning id, at, team_ids as "teamIds", standard_id as "standardId", terms, from_at as "from", total, last_id as "lastId", result`,
      [this.token, this.clock.now()],
    );
  }

  private async count(job: Job): Promise<void> {
    await this.db.query(
      `update what_if set total = (select count(*) from desk_case where team_id = any($2::bigint[]) and opened_at >= $3) where id = $1`,
      [job.id, job.teamIds, job.from],
    );
  }

  /** Today's list with the changed terms in their place; only standards of that clock matter. */
  private async imagine(job: Job, terms: StandardTerms): Promise<Imagined[]> {
    const rows = (await this.db.query<VersionRow>(CURRENT)).filter((row) => row.version !== null);
    const list = rows.map((row) => (row.standardId === job.standardId ? terms : StandardTerms.parse(row.terms)));
    if (!rows.some((row) => row.standardId === job.standardId)) list.push(terms);
    const same = list.filter((t) => t.clock === terms.clock);
    return Promise.all(same.map((t, i) => this.imagined(t, `if-${i}`)));
  }

  private async imagined(terms: StandardTerms, id: string): Promise<Imagined> {
    const promise = toPromise(id, terms, (await calendarOf(this.db, terms.calendarId)) ?? null);
    return { clock: terms.clock, scope: terms.scope, promise: { ...promise, standardId: '', standardVersionId: '', terms } };
  }

  /** @returns whether the job is still ours and wanted */
  private async store(job: Job, cases: readonly StoredCase[], sums: Sums, ended: boolean): Promise<boolean> {
    const now = this.clock.now();
    const row = await this.db.one(
      `update what_if set done = done + $3, last_id = coalesce($4::bigint, last_id), result = $5, lease_until = $6::timestamptz + interval '${LEASE_SECONDS} seconds',
         state = case when $7 then 'done' else state end, ended_at = case when $7 then $6::timestamptz end
       where id = $1 and lease_token = $2 and state = 'running' returning id`,
      [job.id, this.token, cases.length, cases.at(-1)?.id ?? null, JSON.stringify(sums), now, ended],
    );
    return row !== undefined;
  }
}
