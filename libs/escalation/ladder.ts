/** Which ladder an escalation climbs. */
import type { EscalationTrigger, LadderView, Rung } from '#libs/contracts/http/ladders.js';
import type { StandardTerms } from '#libs/contracts/http/standards.js';
import type { Priority, RiskLevel } from '#libs/contracts/words.js';

export interface Raised {
  trigger: EscalationTrigger;
  /** Absent for a blind source. */
  priority?: Priority;
  risk?: RiskLevel;
}

/** @returns the first enabled ladder, in order, whose trigger and conditions fit; undefined when none does */
export function ladderFor<L extends Pick<LadderView, 'enabled' | 'on' | 'where'>>(
  ladders: readonly L[],
  raised: Raised,
): L | undefined {
  const fits = <T>(wanted: readonly T[], value: T | undefined) =>
    wanted.length === 0 || value === undefined || wanted.includes(value);
  return ladders.find(
    ({ enabled, on, where }) =>
      enabled && on.includes(raised.trigger) && fits(where.priorities, raised.priority) && fits(where.risk, raised.risk),
  );
}

const RUNG_OF: Readonly<Record<StandardTerms['tell'][number], Rung['to']>> = {
  owner: 'owner',
  team: 'responders',
  managers: 'managers',
};

/**
 * The rungs of one escalation: the ladder's, and at once at the desk whom the standard names. Managers see every broken promise on the board of
 * escalations; for them no rung is added.
 * @param tell who is told by the standard that was broken
 */
export function rungsOf(ladder: readonly Rung[], tell: StandardTerms['tell']): Rung[] {
  const there = (to: Rung['to']) => ladder.some((rung) => rung.afterSeconds === 0 && rung.to === to && rung.by.includes('desk'));
  const named = tell.filter((who) => who !== 'managers' && !there(RUNG_OF[who]));
  const added = named.map((who): Rung => ({ afterSeconds: 0, to: RUNG_OF[who], targetId: null, by: ['desk'] }));
  return [...ladder, ...added].sort((a, b) => a.afterSeconds - b.afterSeconds);
}

/** What does not wait for quiet hours to end: a case of urgent priority or high risk. */
export function isUrgent({ priority, risk }: Raised): boolean {
  return priority === 'urgent' || risk === 'high';
}
