/** Making the actor a case's owner, or renewing what they have: the claim's lease starts anew with every step of its owner. */
import { heldBy, leaseFrom } from '#libs/cases/transitions.js';
import type { Tx } from '../database/database.js';
import { hasRole, type Responder } from '../platform/access/responder.js';
import { writeDown, type CaseRecord } from './case-record.js';

/**
 * Part of every verb that needs the case in hand. The row is locked, so two people cannot both pass.
 * @param from whose it was, when it is taken over
 */
export async function holdCase(tx: Tx, record: CaseRecord, by: Responder, now: Date, from: string | null = null): Promise<void> {
  const already = heldBy(record, now) === by.id;
  await tx.query(
    `update desk_case set status = 'claimed', owner_id = $2, lease_until = $3, claimed_at = case when $4 then claimed_at else $5 end where id = $1`,
    [record.id, by.id, leaseFrom(now), already, now],
  );
  if (already) return;
  await writeDown(tx, record, { kind: 'claimed', at: now, by, data: from ? { from } : {} });
  if (record.escalatedAt && hasRole(by, 'manager')) await writeDown(tx, record, { kind: 'manager-joined', at: now, by });
}
