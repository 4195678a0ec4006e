/** Judges replayed cases as promised and as they would be under the changed list, and adds up. Runs in a thread of its own. */
import { nothingCounted, addVerdict } from '#libs/sla/count-verdicts.js';
import type { Staffed, WhatIfView } from '#libs/contracts/http/what-if.js';
import type { Intent, Priority } from '#libs/contracts/words.js';
import type { ClockPromise } from '#libs/sla/clock-promise.js';
import type { CaseFact } from '#libs/sla/facts.js';
import { standardsFor, type Scoped } from '#libs/sla/match-standards.js';
import { verdictsOf } from '#libs/sla/verdicts.js';
import { BusinessCalendar } from '#libs/time/business-calendar.js';
import { factsOf } from '../clocks/case-facts.js';
import { toPromise } from '../clocks/promise-of.js';
import type { PlannedTerms, ReplayPlan } from './plan-replay.js';
import type { Line, StoredCase } from './replay-batch.js';
import { StaffedWaits } from './staffed-waits.js';

export type Sums = Pick<WhatIfView, 'before' | 'after' | 'better' | 'worse'> & { staffed?: Staffed };

interface Imagined extends Scoped {
  promise: ClockPromise;
}

export class ReplayJudge {
  readonly sums: Sums;
  private readonly promised: Map<number, ClockPromise>;
  private readonly list: Imagined[];
  private readonly waits: StaffedWaits | null;

  /** @param sums what was counted before, in this thread or another */
  constructor(private readonly plan: ReplayPlan, sums: Partial<Sums>) {
    this.sums = { before: nothingCounted(), after: nothingCounted(), better: 0, worse: 0, ...sums };
    const calendars = new Map(Object.entries(plan.calendars).map(([name, rules]) => [name, new BusinessCalendar(rules)]));
    const promiseOf = ({ id, terms, calendar }: PlannedTerms) => toPromise(id, terms, calendar === null ? null : (calendars.get(calendar) ?? null));
    this.promised = new Map(plan.promised.map((p) => [Number(p.id), promiseOf(p)]));
    this.list = plan.list.map((planned) => ({ clock: planned.terms.clock, scope: planned.terms.scope, promise: promiseOf(planned) }));
    this.waits = plan.staffing && new StaffedWaits(plan.staffing, plan);
  } // prettier-ignore

  /** @param cases of one stretch, as JSON @returns everything counted so far */
  add(cases: string): Sums {
    for (const stored of JSON.parse(cases) as StoredCase[]) this.judge(stored);
    return this.sums;
  }

  /** After the last stretch. @returns everything, with the forecast for other people when one was asked for */
  end(): Sums {
    return this.waits ? { ...this.sums, staffed: this.waits.play() } : this.sums;
  }

  private judge([watchId, sourceId, network, language, intent, priority, followers, tier, promiseIds, lines]: StoredCase): void {
    const facts = toFacts(lines ?? []);
    const traits = { watchId: String(watchId), sourceId: String(sourceId), network, language, intent: intent as Intent, priority: priority as Priority, followers, tier }; // prettier-ignore
    const would = standardsFor(this.list, traits).map((s) => s.promise);
    const mine = would.filter((p) => p.clock === this.plan.clock);
    const promised = promiseIds.flatMap((id) => this.promised.get(id) ?? []);
    // Both at once: what is read of the facts is the same.
    const { clocks, ...verdict } = verdictsOf(facts, [...promised, ...mine], this.plan.now);
    const before = { ...verdict, clocks: clocks.filter((k) => !mine.some((p) => p.id === k.promiseId)) };
    const after = { ...verdict, clocks: clocks.filter((k) => mine.some((p) => p.id === k.promiseId)) };
    const wasLate = addVerdict(this.sums.before, before);
    const wouldBeLate = addVerdict(this.sums.after, after);
    if (wasLate && !wouldBeLate) this.sums.better++;
    if (!wasLate && wouldBeLate) this.sums.worse++;
    if (!verdict.excluded) this.waits?.add(facts, would);
  }
}

function toFacts(lines: readonly Line[]): CaseFact[] {
  const facts: CaseFact[] = [];
  for (const [kind, at, byPerson, data] of lines)
    for (const fact of factsOf({ id: '', caseId: '', at: new Date(at), kind, byPerson, data })) {
      fact.seq = facts.length;
      facts.push(fact);
    }
  return facts;
}
