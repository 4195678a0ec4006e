/** The whole case as one statement reads it, so that every part of it is of one moment, and as the page shows it. */
import { preparedAcknowledgement } from '#libs/acknowledgement/prepared-text.js';
import { allowedActions } from '#libs/cases/transitions.js';
import type { CaseCard, CaseView, ClockView, TimelineItem } from '#libs/contracts/views/case.js';
import { CASE_ACTIONS } from '#libs/contracts/words.js';
import { cardJson, cardOfJson, iso, type CardRow } from '../database/views/case-cards.js';
import { rowAsJson, rowsAsJson, type JsonRow } from '../database/views/json-rows.js';
import { mentionsJson, mentionsOfJson, type MentionRow } from '../database/views/mention-views.js';
import { peopleJson } from '../database/views/presence-views.js';
import { repliesJson, repliesOfJson, type ReplyRow } from '../database/views/reply-views.js';
import type { Responder } from '../platform/access/responder.js';
import { hasRole } from '../platform/access/responder.js';
import { draftsJson, draftsOfJson } from './composing/drafts.js';
import { permissionViews, standingJson, standingOfJson, type StandingRow } from './case-permission.js';
import { actorOf } from './case-record.js';
import { channelOf } from './reply-channel.js';

interface ActivityRow {
  id: string;
  at: string;
  kind: Extract<TimelineItem, { type: 'fact' }>['kind'];
  data: Record<string, unknown>;
  by: { id: string; name: string } | null;
}

/** What CASE_VIEW reads; instants as PostgreSQL writes them. */
export interface CaseViewRow {
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

const CLOCKS = `
  select id::text, kind, started_at as "startedAt", warn_at as "warnAt", due_at as "dueAt", stopped_at as "stoppedAt",
    unacceptable_at as "unacceptableAt", paused_at as "pausedAt",
    case when cancelled then 'cancelled' when stopped_at is not null then case when breached_at is null then 'met' else 'met-late' end
      when breached_at is not null then 'breached' when paused_at is not null then 'paused' when warned_at is not null then 'warned' else 'running' end as state
  from clock where case_id = $1 order by started_at, due_at`;
const ACTIVITY = `
  select a.id::text, a.at, a.kind, a.data, case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
  from activity a left join person p on p.id = a.person_id where a.case_id = $1 order by a.id`;
const CUSTOMER = `
  select count(*)::int as cases, count(*) filter (where o.status <> 'resolved')::int as open,
    (select first_heard_at from author where id = (select author_id from desk_case where id = $1)) as first,
    (select m.tier from desk_case x join author a on a.id = x.author_id join customer_mark m on m.network = a.network
       and ((m.named_by, m.name) = ('account', a.key) or (m.named_by, m.name) = ('handle', lower(ltrim(a.handle, '@'))))
     where x.id = $1 order by m.named_by limit 1) as tier
  from desk_case o where o.author_id = (select author_id from desk_case where id = $1) and o.team_id = any($3::bigint[])`;

/** $1 the case, $2 now, $3 the asker's teams. */
export const CASE_VIEW = `
  select ${cardJson('$1')} as card, ${rowsAsJson(CLOCKS)} as clocks, ${mentionsJson('$1')} as mentions, ${repliesJson('$1')} as replies,
    ${rowsAsJson(ACTIVITY)} as activity, ${rowAsJson(CUSTOMER)} as customer, ${standingJson('$1')} as standing, ${draftsJson('$1')} as drafts,
    ${peopleJson('$1', '$2')} as people`;

/** @param now the moment in which it was read @returns null when there is no such case, or it is another team's */
export function toCaseView(row: CaseViewRow, by: Responder, now: Date): CaseView | null {
  const card = row.card && cardOfJson(row.card);
  if (!card || !by.teamIds.includes(card.teamId)) return null;
  if (!row.standing) throw new Error(`case ${card.id} has no mention`);
  const { mentionId: _, sourceId: __, language, authorName, facts, ...channel } = channelOf(standingOfJson(row.standing), now);
  const { cases, open, first, tier } = row.customer;
  return {
    card,
    clocks: row.clocks.map(toClock),
    timeline: timelineOf(row),
    customer: { author: card.author, caseCount: cases, openCount: open, tier, firstHeardAt: isoText(first) },
    channel,
    permissions: permissionViews(facts),
    acknowledgementText: preparedAcknowledgement(language, authorName, Number(card.id)),
    drafts: hasRole(by, 'responder') ? draftsOfJson(row.drafts) : [],
    people: row.people ?? [],
    allowedActions: allowedActions(stateOf(card), actorOf(by), now, CASE_ACTIONS),
  };
}

function isoText(at: string): string;
function isoText(at: string | null): string | null;
function isoText(at: string | null): string | null {
  return at === null ? null : iso(new Date(at));
}

function toClock(row: ClockView): ClockView {
  return {
    ...row,
    startedAt: isoText(row.startedAt),
    warnAt: isoText(row.warnAt),
    dueAt: isoText(row.dueAt),
    unacceptableAt: isoText(row.unacceptableAt),
    pausedAt: isoText(row.pausedAt),
    stoppedAt: isoText(row.stoppedAt),
  };
}

function timelineOf({ mentions, replies, activity }: CaseViewRow): TimelineItem[] {
  const items: TimelineItem[] = [
    ...mentionsOfJson(mentions).map((mention) => ({ type: 'post' as const, at: mention.postedAt, mention })),
    ...repliesOfJson(replies).map((reply) => ({ type: 'reply' as const, at: reply.sentAt ?? reply.createdAt, reply })),
    ...activity.map(toItem),
  ];
  return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function toItem({ id, at, kind, data, by }: ActivityRow): TimelineItem {
  if (kind === 'noted') return { type: 'note', id, at: isoText(at), by, text: String(data['text']) };
  return { type: 'fact', id, at: isoText(at), by, kind, data };
}

function stateOf(card: CaseCard) {
  const date = (at: string | null) => (at === null ? null : new Date(at));
  return {
    status: card.status,
    ownerId: card.owner?.id ?? null,
    leaseUntil: date(card.leaseUntil),
    acknowledgedAt: date(card.acknowledgedAt),
    answeredAt: date(card.answeredAt),
    pausedAt: date(card.pausedAt),
    excludedAt: date(card.excludedAt),
  };
}
