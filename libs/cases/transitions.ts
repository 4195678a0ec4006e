/** The one table of what may happen to a case, and what it is afterwards. */
import type { ErrorCode } from '#libs/contracts/error-codes.js';
import type { CaseAction, CaseStatus } from '#libs/contracts/words.js';

/** A case as far as its rules need it. */
export interface CaseState {
  status: CaseStatus;
  ownerId: string | null;
  leaseUntil: Date | null;
  acknowledgedAt: Date | null;
  answeredAt: Date | null;
  /** Since when it waits for the customer. */
  pausedAt: Date | null;
  /** Since when it is out of the count. */
  excludedAt: Date | null;
}

/** Who acts, as far as the rules need it. */
export interface Actor {
  id: string;
  mayWork: boolean;
  mayTakeOver: boolean;
}

/** How long a claim holds without a sign of its owner. */
export const CLAIM_LEASE_SECONDS = 15 * 60;

/** Whether the claim still holds: one that lapsed is nobody's, even before the sweep has noticed. */
export function heldBy(state: CaseState, now: Date): string | null {
  return state.status === 'claimed' && state.leaseUntil !== null && state.leaseUntil > now ? state.ownerId : null;
}

/** Actions on a case that someone must have; an unclaimed one is claimed by doing them. */
const NEEDS_CLAIM: readonly CaseAction[] = ['acknowledge', 'reply', 'resolve', 'wait', 'resume', 'promise'];
/** What only who leads may do, whoever has the case. */
const FOR_MANAGERS: readonly CaseAction[] = ['exclude', 'include'];

/** @returns null when the actor may do it, else the error that says why not */
export function refusal(action: CaseAction, state: CaseState, by: Actor, now: Date): ErrorCode | null {
  if (FOR_MANAGERS.includes(action)) return counting(action, state, by);
  if (!by.mayWork && !(by.mayTakeOver && action === 'take-over')) return 'not-allowed';
  if (action === 'note') return null;
  if (action === 'reopen' || action === 'follow-up') return state.status === 'resolved' ? null : 'case-not-resolved';
  if (state.status === 'resolved') return 'case-resolved';
  const holder = heldBy(state, now);
  if (action === 'take-over')
    return holder === null || holder === by.id ? 'case-not-claimed' : by.mayTakeOver ? null : 'not-allowed';
  if (action === 'release')
    return holder === null ? 'case-not-claimed' : holder === by.id || by.mayTakeOver ? null : 'case-already-claimed';
  if (holder !== null && holder !== by.id) return 'case-already-claimed';
  if (action === 'wait') return state.pausedAt ? 'case-waits-already' : null;
  if (action === 'resume') return state.pausedAt ? null : 'case-does-not-wait';
  return action === 'acknowledge' && (state.acknowledgedAt || state.answeredAt) ? 'already-acknowledged' : null;
}

function counting(action: CaseAction, state: CaseState, by: Actor): ErrorCode | null {
  if (!by.mayTakeOver) return 'not-allowed';
  if (action === 'exclude') return state.excludedAt ? 'already-excluded' : null;
  return state.excludedAt ? null : 'not-excluded';
}

/** @returns every action the actor may do now, for the page's buttons; claiming what one has is no news and left out */
export function allowedActions(state: CaseState, by: Actor, now: Date, all: readonly CaseAction[]): CaseAction[] {
  return all.filter((a) => refusal(a, state, by, now) === null && !(a === 'claim' && heldBy(state, now) === by.id));
}

/** @returns whether doing this makes the actor the case's owner */
export function claimsBy(action: CaseAction): boolean {
  return action === 'claim' || action === 'take-over' || NEEDS_CLAIM.includes(action);
}

/** @returns the end of a claim that is renewed now */
export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + CLAIM_LEASE_SECONDS * 1000);
}
