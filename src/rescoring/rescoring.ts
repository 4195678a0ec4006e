/** A manager has old mentions scored anew, sees how far it is, and stops it. One runs at a time. */
import { Injectable } from '@nestjs/common';
import type { RescoringView, StartRescoring } from '#libs/contracts/http/rescoring.js';
import { Scorer } from '../analyse/scorer.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';

type Row = Omit<RescoringView, 'from' | 'to' | 'started' | 'ended' | 'version'> &
  Record<'from' | 'to' | 'started' | 'ended', Date | null>;

const LATEST = `
  select r.state, r.from_at as "from", r.to_at as "to", r.started_at as started, r.ended_at as ended, r.total::float8 as total, r.done::float8 as done,
    r.changed::float8 as changed, case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
  from rescoring r left join person p on p.id = r.person_id order by r.id desc limit 1`;

const NONE: Row = { state: 'none', from: null, to: null, by: null, started: null, ended: null, total: null, done: 0, changed: 0 };

@Injectable()
export class Rescoring {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly scorer: Scorer,
  ) {}

  async latest(): Promise<RescoringView> {
    const row = (await this.db.one<Row>(LATEST)) ?? NONE;
    const iso = (at: Date | null) => at?.toISOString() ?? null;
    const dates = { from: iso(row.from), to: iso(row.to), started: iso(row.started), ended: iso(row.ended) };
    return { ...row, ...dates, version: this.scorer.version };
  }

  /** Mentions that are stored later are scored as they come, so the job ends. @throws DeskError `rescoring-running` */
  async start({ from, to }: StartRescoring, by: Responder): Promise<RescoringView> {
    const started = await this.db.query(
      `insert into rescoring (person_id, from_at, to_at, last_id, started_at)
       values ($1, $2, $3, coalesce((select max(id) from mention), 0), $4) on conflict (state) where state = 'running' do nothing returning id`,
      [by.id, from ?? null, to ?? null, this.clock.now()],
    );
    if (started.length === 0) throw new DeskError('rescoring-running');
    return this.latest();
  }

  /** What was rescored stays so. @throws DeskError `not-found` when none runs */
  async cancel(): Promise<RescoringView> {
    const ended = await this.db.query(
      `update rescoring set state = 'cancelled', ended_at = $1 where state = 'running' returning id`,
      [this.clock.now()],
    );
    if (ended.length === 0) throw new DeskError('not-found', 'Nothing is being rescored');
    return this.latest();
  }
}
