/** Cases as cards: the one query behind the queue, the live stream and the Watchtower. */
import type { CaseCard } from '#libs/contracts/views/case.js';
import { asObject, selected, withDates, type JsonRow } from './json-rows.js';

/** Whatever can ask: the database or a running transaction. */
export interface Asks {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>;
}

type Instants =
  | 'leaseUntil'
  | 'postedAt'
  | 'openedAt'
  | 'lastMentionAt'
  | 'firstSeenAt'
  | 'acknowledgedAt'
  | 'answeredAt'
  | 'escalatedAt'
  | 'breachedAt'
  | 'pausedAt'
  | 'excludedAt'
  | 'resolvedAt';

/** What of a card stands in the case itself, `c`. */
const OWN = {
  id: 'c.id::text', teamId: 'c.team_id::text', status: 'c.status', priority: 'c.priority', tier: 'c.tier', network: 'c.network', mentionCount: 'c.mention_count',
  intent: 'c.intent', urgency: 'c.urgency', outcome: 'c.outcome', version: 'c.version', preview: 'c.preview', leaseUntil: 'c.lease_until', postedAt: 'c.posted_at',
  openedAt: 'c.opened_at', lastMentionAt: 'c.last_mention_at', firstSeenAt: 'c.first_seen_at', acknowledgedAt: 'c.acknowledged_at', answeredAt: 'c.answered_at',
  escalatedAt: 'c.escalated_at', breachedAt: 'c.breached_at', pausedAt: 'c.paused_at', excludedAt: 'c.excluded_at', resolvedAt: 'c.resolved_at',
  sentiment: `json_build_object('score', c.sentiment_score, 'label', c.sentiment)`, risk: `json_build_object('score', c.risk, 'level', c.risk_level)`,
}; // prettier-ignore
const SOURCE = `json_build_object('id', s.id::text, 'name', s.name, 'kind', s.kind)`;
const WATCH = `json_build_object('id', w.id::text, 'name', w.name)`;
const AUTHOR = `json_build_object('id', a.id::text, 'network', a.network, 'handle', a.handle, 'name', a.name, 'followers', a.followers, 'url', a.url)`;
const OWNER = `json_build_object('id', o.id::text, 'name', o.name)`;

/** The columns of a card; `c` is the case. Dates come as Date and leave as ISO 8601; ids are text, so that a row may also come as JSON. */
export const CARD_COLUMNS = `
  ${selected(OWN)}, ${SOURCE} as source, ${WATCH} as watch, ${AUTHOR} as author, case when o.id is not null then ${OWNER} end as owner,
  k.id::text as "clockId", k.kind as "clockKind", k.started_at as "clockStartedAt", k.warn_at as "clockWarnAt", k.due_at as "clockDueAt",
  k.warned_at as "clockWarnedAt", k.breached_at as "clockBreachedAt", k.paused_at as "clockPausedAt",
  k.unacceptable_at as "clockUnacceptableAt"`;

export const CARD_TABLES = `
  desk_case c
  join source s on s.id = c.source_id
  join watch w on w.id = c.watch_id
  join author a on a.id = c.author_id
  left join person o on o.id = c.owner_id
  left join lateral (
    select * from clock where case_id = c.id and stopped_at is null order by paused_at is not null, due_at, id limit 1) k on c.status <> 'resolved'`;

export type CardRow = Omit<CaseCard, Instants | 'clock'> &
  Record<Instants, Date | null> & {
    clockId: string | null;
    clockKind: NonNullable<CaseCard['clock']>['kind'];
    clockStartedAt: Date;
    clockWarnAt: Date;
    clockDueAt: Date;
    clockWarnedAt: Date | null;
    clockBreachedAt: Date | null;
    clockPausedAt: Date | null;
    clockUnacceptableAt: Date | null;
  };

/** @returns ISO 8601 in UTC, or null */
export function iso(at: Date): string;
export function iso(at: Date | null): string | null;
export function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}

/** The columns of a card that are instants. */
export const CARD_DATES = [
  'leaseUntil', 'postedAt', 'openedAt', 'lastMentionAt', 'firstSeenAt', 'acknowledgedAt', 'answeredAt', 'escalatedAt', 'breachedAt', 'pausedAt',
  'excludedAt', 'resolvedAt', 'clockStartedAt', 'clockWarnAt', 'clockDueAt', 'clockWarnedAt', 'clockBreachedAt', 'clockPausedAt', 'clockUnacceptableAt',
] as const satisfies readonly (keyof CardRow)[]; // prettier-ignore

/** For a statement that reads the case `c` and more than the card: the card as JSON, but for its clock. */
export const CARD_JSON = asObject({
  ...OWN,
  source: `(select ${SOURCE} from source s where s.id = c.source_id)`,
  watch: `(select ${WATCH} from watch w where w.id = c.watch_id)`,
  author: `(select ${AUTHOR} from author a where a.id = c.author_id)`,
  owner: `(select ${OWNER} from person o where o.id = c.owner_id)`,
});
/** @returns the card of what CARD_JSON read, with its clock */
export const cardOfJson = (row: JsonRow<CardRow>): CaseCard => toCaseCard(withDates<CardRow>(row, CARD_DATES));

/** Written out, as a loop over their names costs several times as much; none can be missing. */
const instantsOf = (r: CardRow): Record<Instants, string | null> => ({
  leaseUntil: iso(r.leaseUntil),
  postedAt: iso(r.postedAt),
  openedAt: iso(r.openedAt),
  lastMentionAt: iso(r.lastMentionAt),
  firstSeenAt: iso(r.firstSeenAt),
  acknowledgedAt: iso(r.acknowledgedAt),
  answeredAt: iso(r.answeredAt),
  escalatedAt: iso(r.escalatedAt),
  breachedAt: iso(r.breachedAt),
  pausedAt: iso(r.pausedAt),
  excludedAt: iso(r.excludedAt),
  resolvedAt: iso(r.resolvedAt),
});

/** @returns the card of one row */
export function toCaseCard(r: CardRow): CaseCard {
  const { clockId, clockKind, clockStartedAt, clockWarnAt, clockDueAt, clockWarnedAt, clockBreachedAt, clockPausedAt, clockUnacceptableAt, ...rest } = r;
  return {
    ...rest,
    ...instantsOf(r),
    clock: clockId && {
      id: clockId,
      kind: clockKind,
      startedAt: iso(clockStartedAt),
      warnAt: iso(clockWarnAt),
      dueAt: iso(clockDueAt),
      unacceptableAt: iso(clockUnacceptableAt),
      pausedAt: iso(clockPausedAt),
      state: clockBreachedAt ? 'breached' : clockPausedAt ? 'paused' : clockWarnedAt ? 'warned' : 'running',
      stoppedAt: null,
    },
  } as unknown as CaseCard;
} // prettier-ignore

/** @returns cards by case id; ids that do not exist are left out */
export async function caseCards(asks: Asks, ids: readonly string[]): Promise<Map<string, CaseCard>> {
  if (ids.length === 0) return new Map();
  const rows = await asks.query<CardRow>(`select ${CARD_COLUMNS} from ${CARD_TABLES} where c.id = any($1::bigint[])`, [ids]);
  return new Map(rows.map((r) => [r.id, toCaseCard(r)]));
}
