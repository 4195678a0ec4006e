/** One press of the button is one reply, however often its request comes: the page sends a key along, and the reply's own key is made from it. */
import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';

/** @returns whether this request was done before, its answer lost: then nothing is left to do */
export async function queuedBefore(tx: Tx, caseId: string, key: string | undefined, by: Responder): Promise<boolean> {
  if (key === undefined) return false;
  const found = await tx.one(`select 1 from reply where idempotency_key = $1 and state not in ('refused', 'cancelled')`, [
    ownKey(caseId, key, by),
  ]);
  return found !== undefined;
}

/** @returns the key under which the reply is stored and sent; a new one where the caller gave none, or took the words back since */
export async function freshKey(tx: Tx, caseId: string, key: string | undefined, by: Responder): Promise<string> {
  if (key === undefined) return randomUUID();
  const own = ownKey(caseId, key, by);
  return (await tx.one(`select 1 from reply where idempotency_key = $1`, [own])) ? randomUUID() : own;
}

/** Nobody meets somebody else's reply with a key, whatever they send. */
function ownKey(caseId: string, key: string, by: Responder): string {
  const hex = createHash('sha256').update(`reply\n${caseId}\n${by.id}\n${key.toLowerCase()}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
