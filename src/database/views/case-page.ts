/** The whole case as one statement reads it. */
import type { CaseView, ClockView, TimelineItem } from '#libs/contracts/views/case.js';
import { cardJson, type CardRow } from './case-cards.js';
import type { StandingRow } from './case-standing.js';
import { draftsJson } from './draft-views.js';
import { rowAsJson, rowsAsJson, type JsonRow } from './json-rows.js';
import { mentionsJson, type MentionRow } from './mention-views.js';
import { peopleJson } from './presence-views.js';
import { repliesJson, type ReplyRow } from './reply-views.js';

export interface ActivityRow {
  id: string;
  at: string;
  kind: Extract<TimelineItem, { type: 'fact' }>['kind'];
  data: Record<string, unknown>;
  by: { id: string; name: string } | null;
}

/** What casePage reads; instants as PostgreSQL writes them. */
export interface CasePageRow {
  card: JsonRow<CardRow> | null;
  clocks: ClockView[];
  mentions: JsonRow<MentionRow>[];
  replies: JsonRow<ReplyRow>[];
  activity: ActivityRow[];
  customer: { cases: number; open: number; first: string | null; tier: string | null };
  standing: JsonRow<StandingRow> | null;
  drafts: CaseView['drafts'];
  people: CaseView['people'] | null;
}

const clocks = (id: string) => `
  select id::text, kind, started_at as "startedAt", warn_at as "warnAt", due_at as "dueAt", stopped_at as "stoppedAt",
    unacceptable_at as "unacceptableAt", paused_at as "pausedAt",
    case when cancelled then 'cancelled' when stopped_at is not null then case when breached_at is null then 'met' else 'met-late' end
      when breached_at is not null then 'breached' when paused_at is not null then 'paused' when warned_at is not null then 'warned' else 'running' end as state
  from clock where case_id = ${id} order by started_at, due_at`;
const activity = (id: string) => `
  select a.id::text, a.at, a.kind, a.data, case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
  from activity a left join person p on p.id = a.person_id where a.case_id = ${id} order by a.id`;
const customer = (author: string, teams: string) => `
  select count(*)::int as cases, count(*) filter (where o.status <> 'resolved')::int as open,
    (select first_heard_at from author where id = ${author}) as first,
    (select m.tier from author a join customer_mark m on m.network = a.network
       and ((m.named_by, m.name) = ('account', a.key) or (m.named_by, m.name) = ('handle', lower(ltrim(a.handle, '@'))))
     where a.id = ${author} order by m.named_by limit 1) as tier
  from desk_case o where o.author_id = ${author} and o.team_id = any(${teams}::bigint[])`;

/**
 * One statement for the whole page, so that all of it is of one moment.
 * @param id, now, teams places of the case's id, the moment and the asker's teams in the statement that this becomes
 * @param read what was read of the case before: its author, and how it stands as JSON or null
 */
export const casePage = (id: string, now: string, teams: string, read: { author: string; standing: string }) => `
  select ${cardJson(id)} as card, ${rowsAsJson(clocks(id))} as clocks, ${mentionsJson(id)} as mentions, ${repliesJson(id)} as replies,
    ${rowsAsJson(activity(id))} as activity, ${rowAsJson(customer(read.author, teams))} as customer, ${read.standing} as standing,
    ${draftsJson(id)} as drafts, ${peopleJson(id, now)} as people`;
