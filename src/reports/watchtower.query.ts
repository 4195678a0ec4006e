/** Where the risk is now: what the Watchtower shows, in a handful of bounded queries. */
import { Injectable } from '@nestjs/common';
import { knownNotes } from '#libs/contracts/notes.js';
import type { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import { CARD_COLUMNS, CARD_TABLES, iso, toCaseCard, type CardRow } from '../database/views/case-cards.js';
import { openEscalations } from '../database/views/escalation-views.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { CoverageQuery } from '../sources/coverage.query.js';
import { HEALTH_REASON } from '../sources/source.rows.js';
import { AttainmentQuery } from '../standards/attainment.query.js';

const SHOWN = 12;
const SHOWN_ESCALATIONS = 20;
const DAY_MS = 86_400_000;

type Figures = Pick<
  WatchtowerView,
  'open' | 'unclaimed' | 'atRisk' | 'breached' | 'highRisk' | 'heardToday' | 'resolvedToday' | 'metShareToday'
>;

@Injectable()
export class WatchtowerQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly coverage: CoverageQuery,
    private readonly attainment: AttainmentQuery,
  ) {}

  async run(by: Responder): Promise<WatchtowerView> {
    const now = this.clock.now();
    const [figures, aboutToBreach, load, sources, escalations, day, week] = await Promise.all([
      this.figures(by, now),
      this.aboutToBreach(by),
      this.load(by, now),
      this.sources(),
      openEscalations(this.db, by.teamIds, SHOWN_ESCALATIONS),
      this.coverage.shares(1),
      this.coverage.shares(7),
    ]);
    return { now: iso(now), ...figures, aboutToBreach, load, sources, coverage: { day, week }, escalations };
  }

  /** "Today" is the last 24 hours: no midnight at which everything looks well. What was heard and kept is counted by the hour. */
  private async figures(by: Responder, now: Date): Promise<Figures> {
    const from = new Date(now.getTime() - DAY_MS);
    const [row, { counted }] = await Promise.all([
      this.db.one<Omit<Figures, 'metShareToday'>>(
        `select count(*)::int as open, count(*) filter (where status = 'open')::int as unclaimed,
           count(*) filter (where next_warn_at <= $2 and next_due_at > $2)::int as "atRisk",
           count(*) filter (where next_due_at <= $2)::int as breached,
           count(*) filter (where risk_level = 'high')::int as "highRisk",
           (select coalesce(sum(n), 0)::int from heard_hour where team_id = any($1::bigint[]) and hour >= date_trunc('hour', $3::timestamptz, 'UTC')) as "heardToday",
           (select count(*)::int from desk_case where team_id = any($1::bigint[]) and status = 'resolved' and resolved_at >= $3) as "resolvedToday"
         from desk_case where team_id = any($1::bigint[]) and status <> 'resolved'`,
        [by.teamIds, now, from],
      ),
      this.attainment.since(from, by),
    ]);
    if (!row) throw new Error('the figures answered nothing');
    const met = counted.reduce((sum, c) => sum + c.met, 0);
    const all = counted.reduce((sum, c) => sum + c.met + c.late, 0);
    return { ...row, metShareToday: all > 0 ? met / all : null };
  }

  private async aboutToBreach(by: Responder) {
    const rows = await this.db.query<CardRow>(
      `with due as (
         select x.id, x.due from unnest($1::bigint[]) as t(team_id)
         cross join lateral (
           select c.id, coalesce(c.next_due_at, 'infinity'::timestamptz) as due from desk_case c
           where c.team_id = t.team_id and c.status <> 'resolved' and coalesce(c.next_due_at, 'infinity'::timestamptz) < 'infinity'
           order by coalesce(c.next_due_at, 'infinity'::timestamptz), c.id limit ${SHOWN}) x
         order by x.due, x.id limit ${SHOWN})
       select ${CARD_COLUMNS} from ${CARD_TABLES} join due on due.id = c.id order by due.due, c.id`,
      [by.teamIds],
    );
    return rows.map(toCaseCard);
  }

  private load(by: Responder, now: Date): Promise<WatchtowerView['load']> {
    return this.db.query(
      `select jsonb_build_object('id', p.id::text, 'name', p.name) as person, count(c.id)::int as claimed,
         count(c.id) filter (where c.next_due_at <= $2)::int as late
       from person p
       left join desk_case c on c.owner_id = p.id and c.status = 'claimed' and c.team_id = any($1::bigint[])
       where p.disabled_at is null and 'responder' = any(p.roles)
         and exists (select from team_member m where m.person_id = p.id and m.team_id = any($1::bigint[]))
       group by p.id order by claimed desc, p.name limit 50`,
      [by.teamIds, now],
    );
  }

  private async sources(): Promise<WatchtowerView['sources']> {
    const rows = await this.db.query<Omit<WatchtowerView['sources'][number], 'lastPolledAt'> & { lastPolledAt: Date | null }>(
      `select id, name, case when enabled then health else 'off' end as health, greatest(last_polled_at, last_post_at) as "lastPolledAt",
         case when enabled then ${HEALTH_REASON} end as "healthReason", last_message as message, last_notes as notes
       from source order by array_position(array['blind', 'degraded', 'new', 'listening', 'off'], case when enabled then health else 'off' end), name limit 50`,
    );
    return rows.map((r) => ({ ...r, lastPolledAt: iso(r.lastPolledAt), notes: knownNotes(r.notes) }));
  }
}
