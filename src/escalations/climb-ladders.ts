/** Climbs: at each rung's time, whoever stands on it is told, unless somebody has taken the matter on meanwhile. */
import { Injectable } from '@nestjs/common';
import type { NoticeChannel, Rung } from '#libs/contracts/http/ladders.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { stillOpen } from './still-open.js';

const AT_ONCE = 500;

interface Climbing {
  id: string;
  caseId: string | null;
  teamId: string | null;
  at: Date;
  rungs: Rung[];
  rung: number;
}

/** One person, or one receiver of the house, to be told of one rung. */
interface Telling {
  escalationId: string;
  rung: number;
  channel: NoticeChannel;
  personId: string | null;
  hookId: string | null;
  /** Earlier rungs of the same moment: who stands on two of them hears of it once. */
  same: number[];
}

/** At the desk one is told by the live page at once; everything else waits for its notifier. A person hears of a rung once by each way. */
const TELL = `
  insert into notice (escalation_id, rung, channel, person_id, hook_id, state, at, due_at, sent_at, receipt)
  select "escalationId", rung, channel, "personId", "hookId", case when "atDesk" then 'sent' else 'waiting' end, $2::timestamptz,
    case when not "atDesk" then $2::timestamptz end, case when "atDesk" then $2::timestamptz end, case when "atDesk" then 'live' end
  from jsonb_to_recordset($1::jsonb) as r(n int, "escalationId" bigint, rung int, channel text, "personId" bigint, "hookId" bigint, same int[])
    cross join lateral (select channel = 'desk' as "atDesk") as d
  where "hookId" is not null or not exists (
    select from notice o where o.escalation_id = "escalationId" and o.channel = r.channel and o.person_id = "personId" and o.rung = any(same))
  order by n on conflict do nothing returning id, channel, person_id as "personId"`;

const CLIMBED = `
  update escalation e set rung = e.rung + 1, next_at = r."nextAt" from jsonb_to_recordset($1::jsonb) as r(id bigint, "nextAt" timestamptz) where e.id = r.id`;

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
      if (due.length === 0) return;
      await this.climb(tx, due, now);
      crashPoint('escalations.climbed');
    });
    return (
      (await this.db.one<{ at: Date | null }>(`select min(next_at) as at from escalation where next_at is not null`))?.at ?? null
    );
  }

  private async climb(tx: Tx, due: readonly Climbing[], now: Date): Promise<void> {
    const open = await stillOpen(tx, due);
    const climbing = due.filter(({ id }) => open.has(id));
    const standing = new Map<string, Promise<string[]>>();
    const tellings: Telling[] = [];
    for (const one of climbing) {
      const rung = one.rungs[one.rung];
      if (rung) tellings.push(...toTell(one, rung, rung.to === 'hook' ? [] : await onceEach(standing, tx, rung, one, now)));
    }
    if (tellings.length > 0) await this.tell(tx, tellings, now);
    const climbed = due.map((one) => ({ id: one.id, nextAt: open.has(one.id) ? nextAt(one) : null }));
    await tx.query(CLIMBED, [JSON.stringify(climbed)]);
  }

  private async tell(tx: Tx, tellings: readonly Telling[], now: Date): Promise<void> {
    const records = JSON.stringify(tellings.map((telling, n) => ({ ...telling, n })));
    const told = await tx.query<{ id: string; channel: NoticeChannel; personId: string | null }>(TELL, [records, now]);
    for (const { id, channel, personId } of told)
      if (channel === 'desk' && personId) await addEvent(tx, now, 'notice.given', { noticeId: id, personId });
  }
}

function toTell(one: Climbing, rung: Rung, people: readonly string[]): Telling[] {
  const same = one.rungs.flatMap((other, i) => (i < one.rung && other.afterSeconds === rung.afterSeconds ? [i] : []));
  const receivers = rung.to === 'hook' ? [{ personId: null, hookId: rung.targetId }] : people.map((personId) => ({ personId, hookId: null }));
  return rung.by.flatMap((channel) => receivers.map((to) => ({ escalationId: one.id, rung: one.rung, channel, ...to, same })));
} // prettier-ignore

function nextAt({ at, rungs, rung }: Climbing): Date | null {
  const next = rungs[rung + 1];
  return next && rungs[rung] ? new Date(at.getTime() + next.afterSeconds * 1000) : null;
}

/** Many escalations of a moment climb the same rung of the same team: who stands there is asked once. */
function onceEach(known: Map<string, Promise<string[]>>, tx: Tx, rung: Rung, of: Climbing, now: Date): Promise<string[]> {
  const key = JSON.stringify([rung.to, rung.targetId, of.teamId, rung.to === 'owner' ? of.caseId : null]);
  const found = known.get(key) ?? standingOn(tx, rung, of, now);
  known.set(key, found);
  return found;
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
