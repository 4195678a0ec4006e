/** Which standards hold for a case: for each clock the first of the list whose scope fits. Also where scopes meet, and what no standard catches. */
import type { Gap, Overlap, StandardScope } from '#libs/contracts/http/standards.js';
import { CLOCK_KINDS, INTENTS, PRIORITIES, type ClockKind, type Intent, type Priority } from '#libs/contracts/words.js';

/** A case as scopes see it, at the moment it opens. */
export interface CaseTraits {
  watchId: string;
  sourceId: string;
  network: string;
  language: string;
  intent: Intent;
  priority: Priority;
  followers: number | null;
  /** null: in none. */
  tier: string | null;
}

export interface Scoped {
  clock: ClockKind;
  scope: StandardScope;
}

const LISTS = [
  ['watchIds', 'watchId'],
  ['sourceIds', 'sourceId'],
  ['networks', 'network'],
  ['languages', 'language'],
  ['intents', 'intent'],
  ['priorities', 'priority'],
  ['tiers', 'tier'],
] as const;

/** @returns whether the case is within the scope */
export function fits(scope: StandardScope, traits: CaseTraits): boolean {
  for (const [list, trait] of LISTS) {
    const wanted: readonly string[] = scope[list];
    if (wanted.length > 0 && !wanted.includes(traits[trait] ?? '')) return false;
  }
  return scope.minFollowers === null || (traits.followers ?? 0) >= scope.minFollowers;
}

/** @param standards in order @returns the standards that hold for the case, at most one for each clock */
export function standardsFor<T extends Scoped>(standards: readonly T[], traits: CaseTraits): T[] {
  const found: T[] = [];
  for (const standard of standards)
    if (!found.some((f) => f.clock === standard.clock) && fits(standard.scope, traits)) found.push(standard);
  return found;
}

/** @returns pairs of one clock whose scopes have cases in common; `hidden`: all cases of the second go to the first */
export function overlapsOf(standards: readonly (Scoped & { id: string })[]): Overlap[] {
  return standards.flatMap((second, i) =>
    standards
      .slice(0, i)
      .filter((first) => first.clock === second.clock && meet(first.scope, second.scope))
      .map((first) => ({ clock: second.clock, first: first.id, second: second.id, hidden: holds(first.scope, second.scope) })),
  );
}

function meet(a: StandardScope, b: StandardScope): boolean {
  return LISTS.every(([list]) => a[list].length === 0 || b[list].length === 0 || a[list].some((x) => (b[list] as string[]).includes(x)));
} // prettier-ignore

/** Whether every case of `b` is within `a`. */
function holds(a: StandardScope, b: StandardScope): boolean {
  const lists = LISTS.every(
    ([list]) => a[list].length === 0 || (b[list].length > 0 && b[list].every((x) => (a[list] as string[]).includes(x))),
  );
  return lists && (a.minFollowers === null || (b.minFollowers !== null && b.minFollowers >= a.minFollowers));
}

/** Spam opens no case. */
const OPENING = INTENTS.filter((intent) => intent !== 'spam');

/**
 * Only what every case is asked for (an acknowledgement, a person's answer), and what some standard promises already: intents and priorities that no standard
 * takes whatever the watch, network or language. A standard for some watches only leaves the others to the rest of the list.
 */
export function gapsOf(standards: readonly Scoped[]): Gap[] {
  const asked = CLOCK_KINDS.filter((k) => k === 'acknowledge' || k === 'human-response' || standards.some((s) => s.clock === k));
  return asked.flatMap((clock) => {
    const whole = standards.filter((s) => s.clock === clock && isWhole(s.scope));
    const taken = (intent: Intent, priority: Priority) =>
      whole.some(({ scope: { intents, priorities } }) => allows(intents, intent) && allows(priorities, priority));
    const open = PRIORITIES.map((priority) => ({ priority, intents: OPENING.filter((intent) => !taken(intent, priority)) }));
    return joined(open).map((gap) => ({ clock, ...gap }));
  });
}

const allows = <T>(list: readonly T[], x: T) => list.length === 0 || list.includes(x);
const isWhole = (s: StandardScope) =>
  s.watchIds.length + s.sourceIds.length + s.networks.length + s.languages.length + s.tiers.length === 0 &&
  s.minFollowers === null;

/** Priorities with the same open intents stand together. */
function joined(open: { priority: Priority; intents: Intent[] }[]): Omit<Gap, 'clock'>[] {
  const groups = new Map<string, Omit<Gap, 'clock'>>();
  for (const { priority, intents } of open.filter((o) => o.intents.length > 0)) {
    const key = intents.join();
    const group = groups.get(key) ?? { intents, priorities: [] };
    group.priorities.push(priority);
    groups.set(key, group);
  }
  return [...groups.values()];
}
