/** A case inside a transaction: locked, changed, written down. Verbs on one case alone run otherwise: see work-on-case.ts. */
import type { Actor } from '#libs/cases/transitions.js';
import { refusal } from '#libs/cases/transitions.js';
import { ERRORS } from '#libs/contracts/error-codes.js';
import type { ActivityKind, CaseAction } from '#libs/contracts/words.js';
import type { Tx } from '../database/database.js';
import { CASE_COLUMNS, type CaseRecord } from '../database/views/case-record.js';
import { addEvent } from '../outbox/append.js';
import { hasRole, type Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';

const SELECT = `select ${CASE_COLUMNS} from desk_case c where c.id = $1`;

/** @returns the case, locked until the transaction ends; whatever its team */
export async function lockCase(tx: Tx, caseId: string): Promise<CaseRecord> {
  const found = await tx.one<CaseRecord>(`${SELECT} for no key update of c`, [caseId]);
  if (!found) throw new DeskError('not-found');
  return found;
}

/** @returns the case, locked, when it belongs to one of the asker's teams; another team's case does not exist for them */
export async function lockOwnCase(tx: Tx, caseId: string, by: Responder): Promise<CaseRecord> {
  const found = await lockCase(tx, caseId);
  if (!by.teamIds.includes(found.teamId)) throw new DeskError('not-found');
  return found;
}

export function actorOf(by: Responder): Actor {
  return { id: by.id, mayWork: hasRole(by, 'responder'), mayTakeOver: hasRole(by, 'manager') };
}

/** @throws DeskError saying why the action may not be done now, and by whom the case is held */
export function ensureAllowed(action: CaseAction, record: CaseRecord, by: Responder, now: Date): void {
  const why = refusal(action, record, actorOf(by), now);
  if (!why) return;
  const held = why === 'case-already-claimed';
  throw new DeskError(why, held ? `${record.ownerName ?? 'A colleague'} has this case` : ERRORS[why].title, {
    data: held ? { owner: { id: record.ownerId, name: record.ownerName }, leaseUntil: record.leaseUntil } : undefined,
  });
}

/** Facts that move a clock. Who writes one down lets ProjectClocks judge the case in the same transaction; the mark is there for who forgot. */
const MOVES_CLOCKS: readonly ActivityKind[] = [
  'acknowledged', 'answered', 'resolved', 'reopened', 'waiting', 'resumed', 'promised', 'followed-up', 'manager-joined', 'excluded', 'included', 'withdrawn',
]; // prettier-ignore

/** Writes one line into the case's append-only history and tells everybody that the case changed. */
export async function writeDown(
  tx: Tx,
  record: Pick<CaseRecord, 'id' | 'teamId'>,
  fact: { kind: ActivityKind; at: Date; by: Pick<Responder, 'id'> | null; data?: Record<string, unknown> },
): Promise<void> {
  await tx.query(
    `with grown as (update desk_case set version = version + 1, clocks_stale = clocks_stale or $6 where id = $1)
     insert into activity (case_id, at, kind, person_id, data) values ($1, $2, $3, $4, $5)`,
    [record.id, fact.at, fact.kind, fact.by?.id ?? null, fact.data ?? {}, MOVES_CLOCKS.includes(fact.kind)],
  );
  await addEvent(tx, fact.at, 'case.changed', { caseId: record.id, why: fact.kind }, [record.teamId]);
}
