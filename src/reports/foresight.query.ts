/** What is coming, put together from its parts. */
import { Injectable } from '@nestjs/common';
import { burnOf } from '#libs/foresight/budget.js';
import { forecastBreaches, FORESEEN_MS } from '#libs/foresight/forecast.js';
import type { BudgetView, ForesightView } from '#libs/contracts/views/foresight.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { AttainmentQuery } from '../standards/attainment.query.js';
import { StandardsQuery } from '../standards/standards.query.js';
import { EarlyAlarmsQuery } from './early-alarms.query.js';
import { lately } from './lately.js';

const HOUR_MS = 3_600_000;
/** Without a week of answers to learn from, an answer is thought to take so long. */
const USUAL_HANDLING_SECONDS = 600;
const USUAL_TARGET_SECONDS = 3600;
/** More open cases of a team than these are not read: the forecast would say "nearly all" anyway. */
const MOST_OPEN = 5000;

/** Of the open cases only those come one by one that the forecast plays through: by the million they would be a million dates. */
const DUE = `
  select count(*)::int as open, coalesce(json_agg(floor(date_part('epoch', due) * 1000)) filter (where due < $2::timestamptz + interval '1 ms' * ${FORESEEN_MS}), '[]') as due
  from unnest($1::bigint[]) as t(team_id) cross join lateral (
    select next_due_at as due from desk_case where team_id = t.team_id and status <> 'resolved' and next_due_at is not null
    order by coalesce(next_due_at, 'infinity'::timestamptz), id limit ${MOST_OPEN}) x`;

/** A median of so many is as good as of more. */
const SAMPLE = 300;
const PACE = `
  select (select count(*)::float / 3 from desk_case where team_id = any($1::bigint[]) and opened_at > $2::timestamptz - interval '3 hours') as arrivals,
    (select percentile_cont(0.5) within group (order by extract(epoch from answered_at - claimed_at)) from (${lately('$1::bigint[]', SAMPLE, '$2', SAMPLE)}) as a
      where answered_at > claimed_at and opened_at > $2::timestamptz - interval '7 days') as handling,
    (select percentile_cont(0.5) within group (order by extract(epoch from k.due_at - k.started_at))
      from (select * from clock order by id desc limit ${SAMPLE}) as k join desk_case c on c.id = k.case_id
      where c.team_id = any($1::bigint[]) and c.opened_at > $2::timestamptz - interval '1 day') as target,
    (select count(*)::int from person p where p.disabled_at is null and 'responder' = any(p.roles) and p.last_seen_at > $2::timestamptz - interval '15 minutes'
      and exists (select from team_member m where m.person_id = p.id and m.team_id = any($1::bigint[]))) as people`;

@Injectable()
export class ForesightQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attainment: AttainmentQuery,
    private readonly standards: StandardsQuery,
    private readonly alarms: EarlyAlarmsQuery,
  ) {}

  async run(by: Responder): Promise<ForesightView> {
    const now = this.clock.now();
    const [budgets, forecast, unusual, neglected] = await Promise.all([
      this.budgets(by, now),
      this.forecast(by, now),
      this.alarms.unusual(by, now),
      this.alarms.neglected(by, now),
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

  /** @returns what is decided in an hour and in a day, by standard, at the pace of the last hour and the last day */
  private async recent(by: Responder, now: Date) {
    const since = (hours: number) => this.attainment.since(new Date(now.getTime() - hours * HOUR_MS), by);
    const [hour, day] = await Promise.all([since(1), since(24)]);
    const pace = ({ hours, counted }: typeof hour, id: string, per: number) => {
      const found = counted.find((c) => c.standardId === id);
      const share = per / Math.max(per, hours);
      return { all: ((found?.met ?? 0) + (found?.late ?? 0)) * share, late: (found?.late ?? 0) * share };
    };
    return new Map(day.counted.map(({ standardId: id }) => [id, { hour: pace(hour, id, 1), day: pace(day, id, 24) }]));
  }

  private async forecast(by: Responder, now: Date): Promise<ForesightView['forecast']> {
    const [waiting, pace] = await Promise.all([
      this.db.one<{ open: number; due: number[] }>(DUE, [by.teamIds, now]),
      this.db.one<{ arrivals: number; handling: number | null; target: number | null; people: number }>(PACE, [by.teamIds, now]),
    ]);
    const arrivalsPerHour = pace?.arrivals ?? 0;
    const handlingSeconds = Math.round(Math.max(1, pace?.handling ?? USUAL_HANDLING_SECONDS));
    const targetSeconds = pace?.target ?? USUAL_TARGET_SECONDS;
    const people = pace?.people ?? 0;
    const { open, due } = waiting ?? { open: 0, due: [] };
    const staffing = { due, arrivalsPerHour, targetSeconds, handlingSeconds, people };
    return { late: forecastBreaches(staffing, now), open, arrivalsPerHour, handlingSeconds, people };
  }
}
