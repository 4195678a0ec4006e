/** Climbs: at each rung's time, whoever stands on it is told, unless somebody has taken the matter on meanwhile. */
import { Injectable } from '@nestjs/common';
import type { NoticeChannel, Rung } from '#libs/contracts/http/ladders.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { isOver } from './still-open.js';

const AT_ONCE = 50;

interface Climbing {
  id: string;
  caseId: string | null;
  teamId: string | null;
  at: Date;
  rungs: Rung[];
  rung: number;
}

@Injectable()
export class ClimbLadders {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Climbs one rung of each escalation that is due; of several processes each is climbed by one. @returns when the next rung is due */
  async run(): Promise<Date | null> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const due = await tx.query<Climbing>(
        `select id, case_id as "caseId", team_id as "teamId", at, rungs, rung from escalation where next_at <= $1
         order by next_at limit ${AT_ONCE} for update skip locked`,
        [now],
      );
      for (const one of due) await this.climb(tx, one, now);
      if (due.length > 0) crashPoint('escalations.climbed');
    });
    return (
      (await this.db.one<{ at: Date | null }>(`select min(next_at) as at from escalation where next_at is not null`))?.at ?? null
    );
  }

  private async climb(tx: Tx, one: Climbing, now: Date): Promise<void> {
    const rung = one.rungs[one.rung];
    const over = rung === undefined || (await isOver(tx, one.id, one.rung));
    if (!over) for (const channel of rung.by) await this.tell(tx, one, rung, channel, now);
    const next = over ? undefined : one.rungs[one.rung + 1];
    const nextAt = next ? new Date(one.at.getTime() + next.afterSeconds * 1000) : null;
    await tx.query(`update escalation set rung = rung + 1, next_at = $2 where id = $1`, [one.id, nextAt]);
  }

  /** At the desk one is told by the live page at once; everything else waits for its notifier. A person hears of a rung once by each way. */
  private async tell(tx: Tx, one: Climbing, rung: Rung, channel: NoticeChannel, now: Date): Promise<void> {
    const hook = rung.to === 'hook' ? rung.targetId : null;
    const people = hook === null ? await standingOn(tx, rung, one, now) : [null];
    // Who stands on two rungs of one moment hears of it once.
    const same = one.rungs.flatMap((other, i) => (i < one.rung && other.afterSeconds === rung.afterSeconds ? [i] : []));
    const atDesk = channel === 'desk';
    for (const personId of people) {
      const told = await tx.one<{ id: string }>(
        `insert into notice (escalation_id, rung, channel, person_id, hook_id, state, at, due_at, sent_at, receipt)
         select $1::bigint, $2, $3, $4::bigint, $5::bigint, $6, $7, $8::timestamptz, $9::timestamptz, $10
         where $5::bigint is not null or not exists (
           select from notice where escalation_id = $1::bigint and channel = $3 and person_id = $4::bigint and rung = any($11::int[]))
         on conflict do nothing returning id`,
        [one.id, one.rung, channel, personId, hook, atDesk ? 'sent' : 'waiting', now, atDesk ? null : now, atDesk ? now : null, atDesk ? 'live' : null, same],
      ); // prettier-ignore
      if (told && atDesk && personId) await addEvent(tx, now, 'notice.given', { noticeId: told.id, personId });
    }
  }
}

/** @returns who stands on the rung now: of the case's team, or of the whole house for what belongs to no team */
async function standingOn(tx: Tx, rung: Rung, { caseId, teamId }: Climbing, now: Date): Promise<string[]> {
  const ids = (sql: string, params: unknown[]) => tx.query<{ id: string }>(sql, params).then((rows) => rows.map(({ id }) => id));
  const inTeam = `p.disabled_at is null and ($1::bigint is null or exists (select from team_member m where m.person_id = p.id and m.team_id = $1))`;
  const withRole = (role: string) =>
    ids(`select p.id from person p where ${inTeam} and $2 = any(p.roles) order by p.id`, [teamId, role]);
  switch (rung.to) {
    case 'person':
      return ids(`select id from person where id = $1 and disabled_at is null`, [rung.targetId]);
    case 'owner':
      return ids(`select p.id from desk_case c join person p on p.id = c.owner_id where c.id = $1 and p.disabled_at is null`, [
        caseId,
      ]);
    case 'administrators':
      return ids(`select id from person where disabled_at is null and 'administrator' = any(roles) order by id`, []);
    case 'on-call': {
      const onDuty = await ids(`select distinct p.id from duty d join person p on p.id = d.person_id where d.from_at <= $2 and d.to_at > $2 and ${inTeam}`, [teamId, now]); // prettier-ignore
      return onDuty.length > 0 ? onDuty : withRole('manager');
    }
    case 'responders':
      return withRole('responder');
    default:
      return withRole('manager');
  }
}
