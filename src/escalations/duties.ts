/** Who is on call, from when to when. */
import { Injectable } from '@nestjs/common';
import type { AddDuty, DutyView } from '#libs/contracts/http/ladders.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';

const MOST = 500;

@Injectable()
export class DutyRoster {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns duty that is not over, in order */
  async all(): Promise<DutyView[]> {
    const rows = await this.db.query<{ id: string; person: DutyView['person']; from: Date; to: Date }>(
      `select d.id, jsonb_build_object('id', p.id::text, 'name', p.name) as person, d.from_at as "from", d.to_at as "to"
       from duty d join person p on p.id = d.person_id where d.to_at > $1 order by d.from_at, d.id limit ${MOST}`,
      [this.clock.now()],
    );
    return rows.map((row) => ({ ...row, from: row.from.toISOString(), to: row.to.toISOString() }));
  }

  /** @throws DeskError not-found when there is no such person */
  async add({ personId, from, to }: AddDuty): Promise<DutyView[]> {
    const there = await this.db.one(
      `insert into duty (person_id, from_at, to_at) select id, $2, $3 from person where id = $1 and disabled_at is null returning id`,
      [personId, from, to],
    );
    if (!there) throw new DeskError('not-found', 'There is no such person');
    return this.all();
  }

  /** @throws DeskError not-found */
  async remove(id: string): Promise<DutyView[]> {
    if (!(await this.db.one(`delete from duty where id = $1 returning id`, [id]))) throw new DeskError('not-found');
    return this.all();
  }
}
