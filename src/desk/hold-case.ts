/** Making the actor a case's owner, or renewing what they have: the claim's lease starts anew with every step of its owner. */
import { heldBy, leaseFrom } from '#libs/cases/transitions.js';
import { hasRole } from '../platform/access/responder.js';
import type { CaseInHand } from './case-in-hand.js';

/**
 * Part of every verb that needs the case in hand. Of two people who do so at once one finds the case changed and decides anew.
 * @param from whose it was, when it is taken over
 */
export function holdCase(hand: CaseInHand, from: string | null = null): void {
  const { read, by, now } = hand;
  Object.assign(hand.set, { status: 'claimed', ownerId: by.id, leaseUntil: leaseFrom(now) });
  if (heldBy(read, now) === by.id) return;
  hand.set.claimedAt = now;
  hand.writeDown('claimed', from ? { from } : {});
  if (read.escalatedAt && hasRole(by, 'manager')) hand.writeDown('manager-joined');
}
