/** From facts to the runs of each kind of clock: which fact started it and which one stopped it. What a promise says of time is not asked here. */
import type { ClockKind } from '#libs/contracts/words.js';
import { asksOf, heard, type CaseFact, type FactKind, type Wait } from './facts.js';

export interface Run {
  start: CaseFact;
  /** null: it runs. */
  stop: CaseFact | null;
  /** It ended without anybody having kept anything: the post was withdrawn, say, or another date was agreed in time. */
  cancelled: boolean;
}

type Runs = (facts: readonly CaseFact[], waits: readonly Wait[], automaticCounts: boolean) => Run[];

/** @param facts in the order in which they happened @returns the runs of one kind of clock in the order in which the desk learned of their starts */
export function runsOf(clock: ClockKind, facts: readonly CaseFact[], waits: readonly Wait[], automaticCounts: boolean): Run[] {
  return RUNS[clock](facts, waits, automaticCounts);
}

const is = (fact: CaseFact, ...kinds: FactKind[]) => kinds.includes(fact.kind);
const byPerson = (fact: CaseFact) => !fact.automatic;
const byKnown = (a: CaseFact, b: CaseFact) => a.knownAt - b.knownAt || a.seq - b.seq;
const run = (start: CaseFact, stop: CaseFact | null): Run => ({ start, stop, cancelled: stop?.kind === 'withdrawn' });

/** One from the first ask to the first sign of us that knew of it; another when that ask was taken back and the customer asks again. */
const acknowledge: Runs = (facts, waits, automaticCounts) => {
  const stops = (f: CaseFact) =>
    is(f, 'resolved', 'withdrawn') || (is(f, 'acknowledged', 'answered') && (automaticCounts || byPerson(f)));
  const runs: Run[] = [];
  for (const { ask } of waits) {
    const last = runs.at(-1);
    if (last && !last.cancelled) break;
    runs.push(run(ask, facts.find((f) => stops(f) && heard(f, ask)) ?? null));
  }
  return runs;
};

/** One a wait. */
const humanResponse: Runs = (_, waits) => waits.map(({ ask, end }) => run(ask, end));

/** From the first ask, from each reopening, and from the ask after one that was taken back, until the matter is closed. */
const resolve: Runs = (facts, waits) => {
  const begin = waits.filter((_, i) => i === 0 || waits[i - 1]?.end?.kind === 'withdrawn').map(({ ask }) => ask);
  const starts = [...new Set([...begin, ...facts.filter((f) => is(f, 'reopened'))])].sort(byKnown);
  return starts.map((start) => run(start, facts.find((f) => is(f, 'resolved', 'withdrawn') && heard(f, start)) ?? null));
};

/** Whether the customer has asked again since they took it back, and whoever wrote knew of it. */
const askedSince = (facts: readonly CaseFact[], withdrawn: CaseFact, said: CaseFact) =>
  asksOf(facts).some((ask) => !heard(withdrawn, ask) && heard(said, ask));

/** From whatever we said to the next word of a person, while no date is promised and the case is open. */
const nextUpdate: Runs = (facts) => {
  const runs: Run[] = [];
  let promised = false;
  let closed: CaseFact | null = null;
  for (const fact of facts) {
    const said = is(fact, 'acknowledged', 'answered');
    const last = runs.at(-1);
    const ends = is(fact, 'resolved', 'withdrawn', 'promised') || (said && byPerson(fact));
    if (last && !last.stop && ends) runs[runs.length - 1] = run(last.start, fact);
    if (is(fact, 'resolved', 'withdrawn')) closed = fact;
    if (is(fact, 'reopened') || (said && closed?.kind === 'withdrawn' && askedSince(facts, closed, fact))) closed = null;
    if (is(fact, 'promised')) promised = true;
    if (is(fact, 'answered') && byPerson(fact)) promised = false;
    if (said && !promised && !closed && !(runs.at(-1) && !runs.at(-1)?.stop)) runs.push(run(fact, null));
  }
  return runs;
};

/** From a promise to the answer. A new date before the old one has come moves it: the old one is cancelled. */
const promisedDate: Runs = (facts) =>
  facts.flatMap((start, i) => {
    if (start.kind !== 'promised') return [];
    const later = facts.slice(i + 1);
    const stop = later.find((f) => is(f, 'resolved', 'withdrawn', 'promised') || (is(f, 'answered') && byPerson(f))) ?? null;
    const moved = stop?.kind === 'promised' && stop.at <= (start.until ?? 0);
    return [{ ...run(start, stop), cancelled: moved || stop?.kind === 'withdrawn' }];
  });

/** From the end of the matter until somebody has asked whether all is well. */
const followUp: Runs = (facts) =>
  facts.flatMap((start, i) => {
    if (start.kind !== 'resolved') return [];
    const stop = facts.slice(i + 1).find((f) => is(f, 'followed-up', 'reopened', 'resolved', 'withdrawn')) ?? null;
    return [{ ...run(start, stop), cancelled: stop !== null && stop.kind !== 'followed-up' }];
  });

/** From an escalation until a manager has taken part. */
const managerInvolved: Runs = (facts) => {
  const runs: Run[] = [];
  for (const fact of facts) {
    const last = runs.at(-1);
    const running = last && !last.stop;
    if (is(fact, 'escalated') && !running) runs.push(run(fact, null));
    else if (running && is(fact, 'manager-joined', 'resolved', 'withdrawn')) runs[runs.length - 1] = run(last.start, fact);
  }
  return runs;
};

const RUNS: Record<ClockKind, Runs> = {
  acknowledge,
  'human-response': humanResponse,
  'next-update': nextUpdate,
  'promised-date': promisedDate,
  resolve,
  'follow-up': followUp,
  'manager-involved': managerInvolved,
};
