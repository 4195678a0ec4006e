/** What becomes of a post when it is heard: no rule, refused, held, or waiting for its moment. Pure: everything it needs is handed in. */
import { quietUntil } from '#libs/acknowledgement/quiet-hours.js';
import { missedCondition } from '#libs/acknowledgement/rule-matches.js';
import type { DecisionOutcome } from '#libs/contracts/http/acknowledgements.js';
import { permissionOf } from '../desk/case-permission.js';
import { openAt, type ActiveRule } from './active-rules.js';
import { forRules, type CaseContext } from './case-contexts.js';

export interface Decision {
  outcome: DecisionOutcome;
  reason: string | null;
  permissionRules: string[];
  ruleId: string | null;
  ruleVersion: number | null;
  dueAt: Date | null;
}

const NO_RULE: Decision = { outcome: 'no-rule', reason: null, permissionRules: [], ruleId: null, ruleVersion: null, dueAt: null };

/** @returns the first rule of that state that is for the case */
export function ruleFor(
  of: CaseContext,
  rules: readonly ActiveRule[],
  state: ActiveRule['state'],
  now: Date,
): ActiveRule | undefined {
  return rules.find(
    (rule) =>
      rule.teamId === of.teamId &&
      rule.state === state &&
      missedCondition(rule.definition.conditions, forRules(of, openAt(rule, now))) === null,
  );
}

/**
 * @param rule that takes the case, or undefined
 * @param stopped whether the one switch is off
 */
export function decide(of: CaseContext, rule: ActiveRule | undefined, stopped: boolean, now: Date): Decision {
  if (!rule) return NO_RULE;
  const by = { ...NO_RULE, ruleId: rule.id, ruleVersion: rule.version };
  const refused = refusalOf(of);
  if (refused) return { ...by, ...refused };
  if (stopped && rule.state === 'live') return { ...by, outcome: 'held', reason: 'stopped' };
  return { ...by, outcome: 'waiting', dueAt: dueAt(rule, now) };
}

/** Asked when a post is heard and once more before anything leaves. @returns why a machine may not speak here, or null */
export function refusalOf(of: CaseContext): Pick<Decision, 'outcome' | 'reason' | 'permissionRules'> | null {
  const { verdict, reason, because } = permissionOf('automatic-acknowledgement', of.facts);
  if (verdict === 'automatic') return null;
  const permissionRules = because.filter((one) => one.verdict !== 'automatic').map(({ id }) => id);
  return { outcome: 'refused', reason, permissionRules };
}

/** @returns when the rule speaks at the earliest: after its delay, and not in quiet hours */
export function dueAt({ definition }: Pick<ActiveRule, 'definition'>, now: Date): Date {
  const after = new Date(now.getTime() + definition.delaySeconds * 1000);
  return definition.quiet === null ? after : (quietUntil(definition.quiet, after) ?? after);
}
