/** Cases whose facts grew where no verdict was given: posts that joined them, mostly. Their mark is stored with the facts, so none is forgotten. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { addEvents } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { ProjectClocks } from './project-clocks.js';

const AT_ONCE = 100;

@Injectable()
export class CatchUpClocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly project: ProjectClocks,
  ) {}

  /**
   * One batch; cases that somebody holds at this moment are left for the next.
   * @param only these cases; default any that are marked
   * @returns how many cases were looked at
   */
  async run(only?: readonly string[]): Promise<number> {
    if (!only && !(await this.db.one(`select 1 from desk_case where clocks_stale limit 1`))) return 0;
    return this.db.transaction(async (tx) => {
      const stale = await tx.query<{ id: string; teamId: string }>(
        `select id, team_id as "teamId" from desk_case where clocks_stale ${only ? 'and id = any($1::bigint[])' : ''}
         order by id limit ${AT_ONCE} for no key update skip locked`,
        only ? [only] : [],
      );
      if (stale.length === 0) return 0;
      const now = this.clock.now();
      const ids = stale.map((c) => c.id);
      await this.project.run(tx, ids, now);
      await tx.query(`update desk_case set version = version + 1 where id = any($1::bigint[])`, [ids]);
      const changed = ({ id, teamId }: (typeof stale)[number]) => ({
        kind: 'case.changed' as const,
        teamIds: [teamId],
        payload: { caseId: id, why: 'mention-joined' as const },
      });
      await addEvents(tx, now, stale.map(changed));
      crashPoint('clocks.before-catch-up');
      return stale.length;
    });
  }
}
