/** What happened to a case, as verdicts read it: dated facts, append only. Instants in milliseconds. */

export const FACT_KINDS = [
  'posted', 'opened-by-hand', 'acknowledged', 'answered', 'claimed', 'unclaimed', 'waiting', 'resumed', 'promised', 'resolved', 'reopened',
  'escalated', 'manager-joined', 'followed-up', 'excluded', 'included', 'withdrawn',
] as const; // prettier-ignore
export type FactKind = (typeof FACT_KINDS)[number];

export interface CaseFact {
  /** Names it in the history. */
  id: string;
  /** Its place in the order in which facts were written down; decides between facts of one millisecond. */
  seq: number;
  kind: FactKind;
  /** When it happened, by whoever saw it happen: the network for a post or a reply, else the desk. */
  at: number;
  /** When the desk learned of it; never known before. */
  knownAt: number;
  /** Of an acknowledgement or answer: when its words were written. It answers what was known by then, nothing that came later. */
  writtenAt?: number;
  /** Of an acknowledgement or answer: sent by a rule, not by a person. */
  automatic?: boolean;
  /** Of a promise: the date that was promised. */
  until?: number;
  /** Of a post: whether it asks for an answer. */
  needs?: boolean;
  /** Of a post: whether it only closes the talk ("thanks"). */
  closing?: boolean;
  /** Of a post: the emergency words of any standard that stand in it. */
  emergency?: readonly string[];
}

/** From when on the customer waits, and what ended it. */
export interface Wait {
  ask: CaseFact;
  end: CaseFact | null;
}

const asksAgain = (f: CaseFact) =>
  f.kind === 'opened-by-hand' || f.kind === 'reopened' || (f.kind === 'posted' && f.needs === true);
const ends = (f: CaseFact) => (f.kind === 'answered' && !f.automatic) || f.kind === 'resolved' || f.kind === 'withdrawn';
/** Whether whoever wrote the answer, or closed the matter, knew of the ask. */
export function heard(end: CaseFact, ask: CaseFact): boolean {
  const until = end.writtenAt ?? end.at;
  return until > ask.knownAt || (until === ask.knownAt && end.seq > ask.seq);
}
/** The order in which things happened. */
export const byTime = (a: CaseFact, b: CaseFact) => a.at - b.at || a.seq - b.seq;

/**
 * The posts and the like that ask for an answer, in the order in which the desk learned of them. The first opened the case; of the later
 * ones a closing remark asks for nothing.
 */
export function asksOf(facts: readonly CaseFact[]): CaseFact[] {
  const asks = facts.filter(asksAgain).sort((a, b) => a.knownAt - b.knownAt || a.at - b.at || a.seq - b.seq);
  return asks.filter((ask, i) => i === 0 || !ask.closing);
}

/**
 * The customer's waits, each from the ask that began it to the first answer whose writer knew of that ask. What the customer wrote
 * while that answer was under way, or what was fetched only after it was written, is a wait of its own.
 * @param asks from asksOf
 */
export function waitsOf(asks: readonly CaseFact[], facts: readonly CaseFact[]): Wait[] {
  const inOrder = facts.filter(ends).sort(byTime);
  const waits: Wait[] = [];
  for (let i = 0; i < asks.length;) {
    const ask = asks[i] as CaseFact;
    const end = inOrder.find((e) => heard(e, ask)) ?? null;
    waits.push({ ask, end });
    if (!end) break;
    do i++;
    while (i < asks.length && heard(end, asks[i] as CaseFact));
  }
  return waits;
}

/** A time in which we wait for the customer; `to` is null while we still do. */
export interface Pause {
  from: number;
  to: number | null;
}

/** @returns the pauses in order; one ends when somebody says so, when the customer writes again, or when the case is closed */
export function pausesOf(asks: readonly CaseFact[], facts: readonly CaseFact[]): Pause[] {
  const pauses: Pause[] = [];
  for (const fact of facts.filter((f) => f.kind === 'waiting').sort(byTime)) {
    const last = pauses.at(-1);
    if (last && (last.to === null || fact.at < last.to)) continue;
    const stops = facts.filter(
      (f) => (f.kind === 'resumed' || f.kind === 'resolved' || f.kind === 'withdrawn') && byTime(f, fact) > 0,
    );
    const written = asks.filter(
      (ask) => ask.kind === 'posted' && (ask.knownAt > fact.at || (ask.knownAt === fact.at && ask.seq > fact.seq)),
    );
    const to = [...stops.map((f) => f.at), ...written.map((ask) => Math.max(ask.at, fact.at))];
    pauses.push({ from: fact.at, to: to.length > 0 ? Math.min(...to) : null });
  }
  return pauses;
}
