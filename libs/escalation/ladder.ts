/** Which ladder an escalation climbs. */
import type { EscalationTrigger, LadderView } from '#libs/contracts/http/ladders.js';
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

/** What does not wait for quiet hours to end: a case of urgent priority or high risk. */
export function isUrgent({ priority, risk }: Raised): boolean {
  return priority === 'urgent' || risk === 'high';
}
