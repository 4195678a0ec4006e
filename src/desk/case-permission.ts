/** What may be said to the customer of a case, by whom and why: reads the facts and asks libs/permission. */
import { MESSAGE_KINDS, type MessageKind, type PermissionView } from '#libs/contracts/permission.js';
import { DEFAULT_LIMITS, factsOf, type Fact, type PermissionLimits } from '#libs/permission/facts.js';
import { placeFacts } from '#libs/permission/place-facts.js';
import { permissionFor, placesOf, type Permission } from '#libs/permission/permission-for.js';
import { findDelicate, type FoundTopic } from '#libs/scoring/signals/find-delicate.js';
import type { SourceKind } from '#libs/contracts/words.js';
import type { Asks } from '../database/views/case-cards.js';
import { standingOfCases, type StandingRow } from '../database/views/case-standing.js';

export interface CaseFacts {
  caseId: string;
  sourceKind: SourceKind;
  network: string;
  facts: Set<Fact>;
  /** Words of the posts that raised a delicate matter. */
  words: string[];
  /** In force for the account that would answer. */
  limits: PermissionLimits;
}

/**
 * @param now the moment a message would go out
 * @returns the facts by case id; cases without a post are left out
 */
export async function factsOfCases(asks: Asks, caseIds: readonly string[], now: Date): Promise<Map<string, CaseFacts>> {
  if (caseIds.length === 0) return new Map();
  const rows = await standingOfCases(asks, caseIds);
  return new Map(rows.map((row) => [row.caseId, toFacts(row, now)]));
}

/** A verdict follows from its facts alone, and most cases stand alike: it is worked out once. */
const verdicts = new Map<string, Permission>();
const MOST_VERDICTS = 2000;

/** @returns the verdict of one kind of message */
export function permissionOf(kind: MessageKind, { sourceKind, network, facts }: CaseFacts): Permission {
  const key = [kind, sourceKind, network, ...facts].join(' ');
  const known = verdicts.get(key);
  if (known) return known;
  if (verdicts.size >= MOST_VERDICTS) verdicts.clear();
  const verdict = permissionFor(kind, placesOf(kind, sourceKind, network), facts);
  verdicts.set(key, verdict);
  return verdict;
}

/** @returns the verdict of every kind of message, as people see it */
export function permissionViews(of: CaseFacts): PermissionView[] {
  return MESSAGE_KINDS.map((kind) => {
    const { because, ...verdict } = permissionOf(kind, of);
    const rules = because.map(({ id, reason, verdict: said, source }) => ({ rule: id, reason, verdict: said, source }));
    return { ...verdict, because: rules, words: kind === 'automatic-acknowledgement' ? of.words : [] };
  });
}

/** A verb asks twice how a case stands, and the next verb of the same case again. */
const delicate = new WeakMap<StandingRow, FoundTopic[]>();

function delicateIn(row: StandingRow): FoundTopic[] {
  const known = delicate.get(row);
  if (known) return known;
  const found = [...new Set(row.texts ?? [row.text])].flatMap((text) => findDelicate(text, row.authorHandle));
  delicate.set(row, found);
  return found;
}

/** @param now the moment a message would go out */
export function toFacts(row: StandingRow, now: Date): CaseFacts {
  const found = delicateIn(row);
  const { byMachine, ...place } = placeFacts(row);
  const limits = { ...DEFAULT_LIMITS, ...row.limits };
  const facts = factsOf(
    {
      ...row,
      ...place,
      deleted: row.state === 'deleted',
      ownAccount: row.ownAccount || (row.accountId !== null && row.accountId === row.authorKey),
      marks: byMachine ? [...row.marks, 'bot'] : row.marks,
      topics: found.map(({ topic }) => topic),
      intentConfidence: row.scores.intent?.confidence ?? 0,
    },
    limits,
    now,
  );
  return {
    caseId: row.caseId,
    sourceKind: row.sourceKind,
    network: row.network,
    facts,
    limits,
    words: found.map(({ words }) => words),
  };
}
