/** One press of the button is one reply, however often its request comes: the page sends a key along, and the reply's own key is made from it. */
import { createHash, randomUUID } from 'node:crypto';
import type { Responder } from '../platform/access/responder.js';
import type { CaseReading } from './case-reading.js';

type Read = Pick<CaseReading, 'id' | 'replies'>;

/** @returns whether this request was done before, its answer lost: then nothing is left to do */
export function queuedBefore({ id, replies }: Read, key: string | undefined, by: Responder): boolean {
  if (key === undefined) return false;
  const own = ownKey(id, key, by);
  return replies.some((r) => r.key === own && r.state !== 'refused' && r.state !== 'cancelled');
}

/** @returns the key under which the reply is stored and sent; a new one where the caller gave none, or took the words back since */
export function freshKey({ id, replies }: Read, key: string | undefined, by: Responder): string {
  if (key === undefined) return randomUUID();
  const own = ownKey(id, key, by);
  return replies.some((r) => r.key === own) ? randomUUID() : own;
}

/** Nobody meets somebody else's reply with a key, whatever they send. */
function ownKey(caseId: string, key: string, by: Responder): string {
  const hex = createHash('sha256').update(`reply\n${caseId}\n${by.id}\n${key.toLowerCase()}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
