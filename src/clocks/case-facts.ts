/** The facts of cases, read from their append-only histories (the activity table). */
import type { CaseFact, FactKind } from '#libs/sla/facts.js';
import { FACT_LINES, type FactRow, type PostFact } from '../database/views/fact-lines.js';

/** Whatever can ask: the database or a running transaction. */
interface Asks {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>;
}

/** Lines of the history that say something of a promise, and what they are called there. */
const KINDS: Readonly<Record<string, FactKind>> = {
  acknowledged: 'acknowledged', answered: 'answered', claimed: 'claimed', released: 'unclaimed', 'claim-lapsed': 'unclaimed', waiting: 'waiting',
  resumed: 'resumed', promised: 'promised', resolved: 'resolved', reopened: 'reopened', escalated: 'escalated', 'manager-joined': 'manager-joined',
  'followed-up': 'followed-up', excluded: 'excluded', included: 'included', withdrawn: 'withdrawn',
}; // prettier-ignore
/** @returns the facts of each case; a case without any is left out */
export async function factsOfCases(asks: Asks, caseIds: readonly string[]): Promise<Map<string, CaseFact[]>> {
  const rows = await asks.query<FactRow>(FACT_LINES, [caseIds]);
  const facts = new Map<string, CaseFact[]>();
  for (const row of rows) {
    const list = facts.get(row.caseId) ?? [];
    addFacts(list, row);
    facts.set(row.caseId, list);
  }
  return facts;
}

/** @returns the facts of one case, from the lines of its history in order */
export function factsOfLines(lines: readonly FactRow[]): CaseFact[] {
  const facts: CaseFact[] = [];
  for (const line of lines) addFacts(facts, line);
  return facts;
}

function addFacts(facts: CaseFact[], line: FactRow): void {
  for (const fact of factsOf(line)) facts.push({ ...fact, seq: facts.length });
}

/** @returns the facts that one line of a history holds; their `seq` is left to the reader of all lines */
export function factsOf({ id, at: when, kind, byPerson, data }: FactRow): CaseFact[] {
  const at = when.getTime();
  const line = { id: `a${id}`, seq: 0, at, knownAt: at };
  if (kind === 'opened' || kind === 'mention-joined') {
    const posts = (data.posts ?? []).map(toPosted);
    return kind === 'opened' && byPerson ? [{ ...line, kind: 'opened-by-hand' }, ...posts] : posts;
  }
  const named = KINDS[kind];
  if (!named) return [];
  const fact: CaseFact = { ...line, kind: named };
  if (named === 'acknowledged' || named === 'answered') {
    fact.automatic = !byPerson;
    if (data.writtenAt) fact.writtenAt = Date.parse(data.writtenAt);
  }
  if (data.recordedAt) fact.knownAt = Date.parse(data.recordedAt);
  if (data.until) fact.until = Date.parse(data.until);
  return [fact];
}

function toPosted({ id, at, known, needs, closing, emergency }: PostFact): CaseFact {
  return {
    id: `m${id}`,
    seq: 0,
    kind: 'posted',
    at: Date.parse(at),
    knownAt: Date.parse(known),
    needs: needs ?? false,
    closing: closing ?? false,
    ...(emergency && { emergency }),
  };
}
