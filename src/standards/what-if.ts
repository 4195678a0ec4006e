/** Asking what would have been, looking at how far it is, cancelling it. */
import { Injectable } from '@nestjs/common';
import type { AskWhatIf, WhatIfView } from '#libs/contracts/http/what-if.js';
import { nothingCounted } from '#libs/sla/count-verdicts.js';
import { faultsOf } from '#libs/sla/standard-faults.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { calendarOf } from './change-standards.js';
import type { Sums } from './replay-judge.js';
import { ReplayCasesSweep } from './replay-cases.sweep.js';

const WEEK_MS = 7 * 86_400_000;

@Injectable()
export class WhatIf {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sweep: ReplayCasesSweep,
  ) {}

  /** @throws DeskError standard-impossible, not-found for a standard that is not there */
  async ask({ terms, standardId, weeks, staffing }: AskWhatIf, by: Responder): Promise<WhatIfView> {
    const now = this.clock.now();
    const faults = faultsOf(terms, await calendarOf(this.db, terms.calendarId), now.getTime());
    if (faults.length > 0)
      throw new DeskError('standard-impossible', faults.map((f) => f.message).join(' '), { data: { faults: faults.map((f) => f.code) } });
    if (standardId !== null && !(await this.db.one(`select 1 from standard where id = $1`, [standardId])))
      throw new DeskError('not-found');
    const row = await this.db.one<{ id: string }>(
      `insert into what_if (at, person_id, team_ids, standard_id, terms, from_at, staffing) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [now, by.id, by.teamIds, standardId, JSON.stringify(terms), new Date(now.getTime() - weeks * WEEK_MS), staffing && JSON.stringify(staffing)],
    );
    this.sweep.nudge();
    return this.one(String(row?.id), by);
  } // prettier-ignore

  /** @throws DeskError not-found, also for one that looked at cases of teams that are not one's own */
  async one(id: string, by: Responder): Promise<WhatIfView> {
    const row = await this.db.one<Pick<WhatIfView, 'id' | 'state' | 'total' | 'done'> & { from: Date; result: Partial<Sums> }>(
      `select id, state, total, done, from_at as "from", result from what_if where id = $1 and team_ids <@ $2::bigint[]`,
      [id, by.teamIds],
    );
    if (!row) throw new DeskError('not-found');
    const { result, from, ...rest } = row;
    return {
      ...rest,
      from: from.toISOString(),
      before: nothingCounted(),
      after: nothingCounted(),
      better: 0,
      worse: 0,
      staffed: null,
      ...result,
    };
  }

  /** What was counted so far stays. @throws DeskError not-found */
  async cancel(id: string, by: Responder): Promise<WhatIfView> {
    await this.db.query(
      `update what_if set state = 'cancelled', ended_at = $3 where id = $1 and team_ids <@ $2::bigint[] and state = 'running'`,
      [id, by.teamIds, this.clock.now()],
    );
    return this.one(id, by);
  }
}
