/** From facts to the runs of each kind of clock: which fact started it and which one stopped it. What a promise says of time is not asked here. */
import type { ClockKind } from '#libs/contracts/words.js';
import type { CaseFact, FactKind, Wait } from './facts.js';

export interface Run {
  start: CaseFact;
  /** null: it runs. */
  stop: CaseFact | null;
  /** It ended without anybody having kept or broken anything: the post was withdrawn, say, or another date was agreed in time. */
  cancelled: boolean;
}

type Runs = (facts: readonly CaseFact[], waits: readonly Wait[], automaticCounts: boolean) => Run[];

/** @param facts in the order in which they happened @returns the runs of one kind of clock in the order of their starts */
export function runsOf(clock: ClockKind, facts: readonly CaseFact[], waits: readonly Wait[], automaticCounts: boolean): Run[] {
  return RUNS[clock](facts, waits, automaticCounts);
}

const is = (fact: CaseFact, ...kinds: FactKind[]) => kinds.includes(fact.kind);
const byPerson = (fact: CaseFact) => !fact.automatic;
const run = (start: CaseFact, stop: CaseFact | null): Run => ({ start, stop, cancelled: stop?.kind === 'withdrawn' });

/** One from the first ask to the first sign of us that knew of it. */
const acknowledge: Runs = (facts, waits, automaticCounts) => {
  const start = waits[0]?.ask;
  if (!start) return [];
  const stops = (f: CaseFact) =>
    is(f, 'resolved', 'withdrawn') || (is(f, 'acknowledged', 'answered') && (automaticCounts || byPerson(f)));
  return [run(start, facts.find((f) => stops(f) && (f.writtenAt ?? f.at) >= start.knownAt) ?? null)];
};

/** One a wait. */
const humanResponse: Runs = (_, waits) => waits.map(({ ask, end }) => run(ask, end));

/** From the first ask, and from each reopening, until the matter is closed. */
const resolve: Runs = (facts, waits) => {
  const first = waits[0]?.ask;
  if (!first) return [];
  const starts = [first, ...facts.filter((f) => f !== first && is(f, 'reopened'))];
  const closes = (f: CaseFact, start: CaseFact) =>
    is(f, 'resolved', 'withdrawn') && (f.at > start.knownAt || (f.at === start.knownAt && f.seq > start.seq));
  return starts.map((start) => run(start, facts.find((f) => closes(f, start)) ?? null));
};

/** From whatever we said to the next word of a person, while no date is promised and the case is open. */
const nextUpdate: Runs = (facts) => {
  const runs: Run[] = [];
  let promised = false;
  let closed = false;
  for (const fact of facts) {
    const said = is(fact, 'acknowledged', 'answered');
    const last = runs.at(-1);
    const ends = is(fact, 'resolved', 'withdrawn', 'promised') || (said && byPerson(fact));
    if (last && !last.stop && ends) runs[runs.length - 1] = run(last.start, fact);
    if (is(fact, 'resolved', 'withdrawn')) closed = true;
    if (is(fact, 'reopened')) closed = false;
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
