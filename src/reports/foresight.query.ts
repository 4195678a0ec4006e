/** What is coming, put together from its parts. */
import { Injectable } from '@nestjs/common';
import { burnOf } from '#libs/foresight/budget.js';
import { forecastBreaches } from '#libs/foresight/forecast.js';
import type { BudgetView, ForesightView, NeglectView } from '#libs/contracts/views/foresight.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { AttainmentQuery, COUNT_DECIDED } from '../standards/attainment.query.js';
import { StandardsQuery } from '../standards/standards.query.js';
import { UnusualQuery } from './unusual.query.js';

const HOUR_MS = 3_600_000;
/** Without a week of answers to learn from, an answer is thought to take so long. */
const USUAL_HANDLING_SECONDS = 600;
const USUAL_TARGET_SECONDS = 3600;
/** More open cases than these are not read: the forecast would say "nearly all" anyway. */
const MOST_OPEN = 5000;
const NEGLECTED_AFTER_DAYS = 7;

@Injectable()
export class ForesightQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attainment: AttainmentQuery,
    private readonly standards: StandardsQuery,
    private readonly unusual: UnusualQuery,
  ) {}

  async run(by: Responder): Promise<ForesightView> {
    const now = this.clock.now();
    const [budgets, forecast, unusual, neglected] = await Promise.all([
      this.budgets(by, now),
      this.forecast(by, now),
      this.unusual.run(by, now),
      this.neglected(by, now),
    ]);
    return { now: now.toISOString(), budgets, forecast, unusual, neglected };
  }

  private async budgets(by: Responder, now: Date): Promise<BudgetView[]> {
    const [attained, { items }, recent] = await Promise.all([
      this.attainment.run(1, by),
      this.standards.all(by),
      this.recent(by, now),
    ]);
    return attained.flatMap(({ standardId, window }) => {
      const inForce = items.find((item) => item.id === standardId)?.inForce;
      if (!inForce) return [];
      const { percent: promised } = inForce.terms;
      const all = window.met + window.late;
      const left = window.budgetLeft ?? 0;
      const pace = recent.get(standardId) ?? { hour: { all: 0, late: 0 }, day: { all: 0, late: 0 } };
      const burn = all === 0 ? { hour: null, day: null, goneAt: null } : burnOf({ percent: promised, left, ...pace }, now);
      return [{ standardId, sentence: inForce.sentence, percent: window.percent, promised, allowed: left + window.late, left, burnHour: burn.hour, burnDay: burn.day, goneAt: burn.goneAt?.toISOString() ?? null }]; // prettier-ignore
    });
  }

  /** @returns what was decided within the last hour and the last day, by standard */
  private async recent(by: Responder, now: Date) {
    const rows = await this.db.query<{ standardId: string } & Record<'hourAll' | 'hourLate' | 'dayAll' | 'dayLate', number>>(
      `select "standardId", count(*) filter (where decided >= $4)::int as "hourAll", count(*) filter (where decided >= $4 and late)::int as "hourLate",
         count(*)::int as "dayAll", count(*) filter (where late)::int as "dayLate"
       from (${COUNT_DECIDED}) d where not excluded group by 1`,
      [by.teamIds, new Date(now.getTime() - 24 * HOUR_MS), new Date(now.getTime() + 1), new Date(now.getTime() - HOUR_MS)],
    );
    return new Map(
      rows.map((r) => [r.standardId, { hour: { all: r.hourAll, late: r.hourLate }, day: { all: r.dayAll, late: r.dayLate } }]),
    );
  }

  private async forecast(by: Responder, now: Date): Promise<ForesightView['forecast']> {
    const due = await this.db.query<{ due: Date }>(
      `select next_due_at as due from desk_case where team_id = any($1::bigint[]) and status <> 'resolved' and next_due_at is not null
       order by coalesce(next_due_at, 'infinity'::timestamptz), id limit ${MOST_OPEN}`,
      [by.teamIds],
    );
    const pace = await this.db.one<{ arrivals: number; handling: number | null; target: number | null; people: number }>(
      `select (select count(*)::float / 3 from desk_case where team_id = any($1::bigint[]) and opened_at > $2::timestamptz - interval '3 hours') as arrivals,
         (select percentile_cont(0.5) within group (order by extract(epoch from answered_at - claimed_at)) from (
            select answered_at, claimed_at from desk_case where team_id = any($1::bigint[]) and answered_at > claimed_at and opened_at > $2::timestamptz - interval '7 days'
            order by opened_at desc limit 500) as a) as handling,
         (select percentile_cont(0.5) within group (order by extract(epoch from k.due_at - k.started_at)) from (
            select id from desk_case where team_id = any($1::bigint[]) and opened_at > $2::timestamptz - interval '1 day' order by opened_at desc limit 200) as c
            join clock k on k.case_id = c.id) as target,
         (select count(*)::int from person p where p.disabled_at is null and 'responder' = any(p.roles) and p.last_seen_at > $2::timestamptz - interval '15 minutes'
            and exists (select from team_member m where m.person_id = p.id and m.team_id = any($1::bigint[]))) as people`,
      [by.teamIds, now],
    );
    const arrivalsPerHour = pace?.arrivals ?? 0;
    const handlingSeconds = Math.round(Math.max(1, pace?.handling ?? USUAL_HANDLING_SECONDS));
    const targetSeconds = pace?.target ?? USUAL_TARGET_SECONDS;
    const people = pace?.people ?? 0;
    const staffing = { due: due.map((row) => row.due.getTime()), arrivalsPerHour, targetSeconds, handlingSeconds, people };
    return { late: forecastBreaches(staffing, now), open: due.length, arrivalsPerHour, handlingSeconds, people };
  }

  /** Own accounts whose customers wait, or to which nobody has answered for a week although people wrote. */
  private async neglected(by: Responder, now: Date): Promise<NeglectView[]> {
    const rows = await this.db.query<Omit<NeglectView, 'lastAnswerAt'> & { lastAnswerAt: Date | null }>(
      `select s.id as "sourceId", s.name as source, s.account_handle as account, c.waiting, c.share, r.at as "lastAnswerAt"
       from source s
       cross join lateral (
         select count(*) filter (where status <> 'resolved' and answered_at is null and posted_at < $2::timestamptz - interval '1 day')::int as waiting,
           coalesce(avg((answered_at is null)::int), 0)::float as share, count(*) as cases
         from desk_case where source_id = s.id and team_id = any($1::bigint[]) and opened_at > $2::timestamptz - interval '30 days') c
       cross join lateral (select max(sent_at) as at from reply where source_id = s.id) r
       where s.enabled and s.account_handle is not null and c.cases > 0
         and (c.waiting > 0 or (c.share > 0.5 and coalesce(r.at, s.created_at) < $2::timestamptz - interval '${NEGLECTED_AFTER_DAYS} days'))
       order by c.waiting desc, s.id limit 20`,
      [by.teamIds, now],
    );
    return rows.map((row) => ({ ...row, lastAnswerAt: row.lastAnswerAt?.toISOString() ?? null }));
  }
}
