/** How sources are read from the database and shown. A stored credential is never opened for showing. */
import type { SourceView } from '#libs/contracts/views/source.js';
import { knownNotes, type Note } from '#libs/contracts/notes.js';
import type { HealthReason, PollOutcome, SourceHealth, SourceKind } from '#libs/contracts/words.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { Tx } from '../database/database.js';

export interface SourceRow {
  id: string;
  kind: SourceKind;
  name: string;
  settings: Record<string, unknown>;
  secrets: Buffer | null;
  secret_names: string[];
  account_handle: string | null;
  account_id: string | null;
  enabled: boolean;
  interval_seconds: number;
  quiet_seconds: number | null;
  longest_interval_seconds: number | null;
  pace_seconds: number | null;
  waits_for: { host: string; until: string; message: string | null } | null;
  next_poll_at: Date | null;
  health: SourceHealth;
  last_outcome: PollOutcome | null;
  last_message: string | null;
  last_notes: Note[];
  /** Why the ledger's last line says what it does. */
  health_reason: HealthReason | null;
  last_polled_at: Date | null;
  last_post_at: Date | null;
  accepted: string;
  duplicate: string;
  refused: string;
  matched: string;
  created_at: Date;
}

/** Why a source is as its ledger says: of its line that goes on. */
export const HEALTH_REASON = '(select h.reason from source_health h where h.source_id = source.id and h.to_at is null)';

/** Columns of a source. */
export const SOURCE = `id, kind, name, settings, secrets, secret_names, account_handle, account_id, enabled, interval_seconds, quiet_seconds, next_poll_at,
  longest_interval_seconds, pace_seconds, (select jsonb_build_object('host', host, 'until', open_until, 'message', message)
    from host_circuit where host = source.host and open_until > now()) as waits_for,
  health, last_outcome, last_message, last_notes, last_polled_at, last_post_at, accepted, duplicate, refused, matched, created_at,
  ${HEALTH_REASON} as health_reason`;

/** What reads rows: the database itself, or a running transaction. */
export type Reader = Pick<Tx, 'query' | 'one'>;

/** @returns the source; undefined when there is none */
export function findSource(db: Reader, id: string): Promise<SourceRow | undefined> {
  return db.one<SourceRow>(`select ${SOURCE} from source where id = $1`, [id]);
}

export function toSourceView(row: SourceRow): SourceView {
  const { replies, receive, poll, challenge } = connectorOf(row.kind);
  // Which secrets are there is enough to know whether sending is possible.
  const settings = { ...row.settings, ...Object.fromEntries(row.secret_names.map((name) => [name, 'stored'])) };
  const { account_handle: handle, account_id: externalId } = row;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    enabled: row.enabled,
    settings: row.settings,
    secretsSet: row.secret_names,
    account: handle === null ? null : { handle, externalId },
    intervalSeconds: row.interval_seconds,
    ...limitsOf(row),
    health: row.enabled ? row.health : 'off',
    healthReason: row.enabled ? row.health_reason : null,
    lastOutcome: row.last_outcome,
    lastMessage: row.last_message,
    lastNotes: knownNotes(row.last_notes),
    lastPolledAt: row.last_polled_at?.toISOString() ?? null,
    lastPostAt: row.last_post_at?.toISOString() ?? null,
    nextPollAt: row.next_poll_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    counts: countsOf(row),
    canReply: replies !== undefined && replies.unavailable(settings) === null,
    receiveUrl: receive ? `/api/v1/sources/${row.id}/${challenge ? 'webhook' : 'posts'}` : null,
    polls: poll !== undefined,
  };
}

function limitsOf(row: SourceRow): Pick<SourceView, 'quietSeconds' | 'longestIntervalSeconds' | 'paceSeconds' | 'waitsFor'> {
  const { waits_for: waits } = row;
  return {
    quietSeconds: row.quiet_seconds,
    longestIntervalSeconds: row.longest_interval_seconds,
    paceSeconds: row.pace_seconds,
    waitsFor: waits && { ...waits, until: new Date(waits.until).toISOString() },
  };
}

function countsOf({ accepted, duplicate, refused, matched }: SourceRow): SourceView['counts'] {
  return { accepted: Number(accepted), duplicate: Number(duplicate), refused: Number(refused), matched: Number(matched) };
}

/** @returns sources by id */
export async function sourceViews(db: Pick<Reader, 'query'>, ids: readonly string[]): Promise<Map<string, SourceView>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<SourceRow>(`select ${SOURCE} from source where id = any($1::bigint[])`, [ids]);
  return new Map(rows.map((row) => [row.id, toSourceView(row)]));
}
