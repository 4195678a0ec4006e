/** Cases as cards: the one query behind the queue, the live stream and the Watchtower. */
import type { CaseCard } from '#libs/contracts/views/case.js';
import { rowAsJson, withDates, type JsonRow } from './json-rows.js';

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

/** The columns of a card; `c` is the case. Dates come as Date and leave as ISO 8601; ids are text, so that a row may also come as JSON. */
export const CARD_COLUMNS = `
  c.id::text, c.team_id::text as "teamId", c.status, c.priority, c.tier, c.network, c.mention_count as "mentionCount", c.intent, c.urgency, c.outcome, c.version, c.preview,
  c.lease_until as "leaseUntil", c.posted_at as "postedAt", c.opened_at as "openedAt", c.last_mention_at as "lastMentionAt",
  c.first_seen_at as "firstSeenAt", c.acknowledged_at as "acknowledgedAt", c.answered_at as "answeredAt", c.escalated_at as "escalatedAt",
  c.breached_at as "breachedAt", c.paused_at as "pausedAt", c.excluded_at as "excludedAt", c.resolved_at as "resolvedAt",
  jsonb_build_object('id', s.id::text, 'name', s.name, 'kind', s.kind) as source,
  jsonb_build_object('id', w.id::text, 'name', w.name) as watch,
  jsonb_build_object('id', a.id::text, 'network', a.network, 'handle', a.handle, 'name', a.name, 'followers', a.followers, 'url', a.url) as author,
  jsonb_build_object('score', c.sentiment_score, 'label', c.sentiment) as sentiment,
  jsonb_build_object('score', c.risk, 'level', c.risk_level) as risk,
  case when o.id is not null then jsonb_build_object('id', o.id::text, 'name', o.name) end as owner,
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

const INSTANTS = [
  'leaseUntil', 'postedAt', 'openedAt', 'lastMentionAt', 'firstSeenAt', 'acknowledgedAt', 'answeredAt', 'escalatedAt', 'breachedAt', 'pausedAt',
  'excludedAt', 'resolvedAt',
] as const satisfies readonly Instants[]; // prettier-ignore

/** The columns of a card that are instants. */
export const CARD_DATES = [...INSTANTS, 'clockStartedAt', 'clockWarnAt', 'clockDueAt', 'clockWarnedAt', 'clockBreachedAt', 'clockPausedAt', 'clockUnacceptableAt'] as const; // prettier-ignore

/** For a statement that reads more than the card: the card of the case with this id as JSON. */
export const cardJson = (caseId: string) => rowAsJson(`select ${CARD_COLUMNS} from ${CARD_TABLES} where c.id = ${caseId}`);
/** @returns the card of what cardJson read */
export const cardOfJson = (row: JsonRow<CardRow>): CaseCard => toCaseCard(withDates<CardRow>(row, CARD_DATES));

/** @returns the card of one row */
export function toCaseCard(r: CardRow): CaseCard {
  const { clockId, clockKind, clockStartedAt, clockWarnAt, clockDueAt, clockWarnedAt, clockBreachedAt, clockPausedAt, clockUnacceptableAt, ...rest } = r;
  return {
    ...rest,
    ...Object.fromEntries(INSTANTS.map((name) => [name, iso(r[name])])),
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
