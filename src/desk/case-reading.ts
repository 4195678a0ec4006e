/** A whole case as a verb decides by it, and by which version of the case's row it will know whether that still holds. */
import { CARD_DATES, type CardRow } from '../database/views/case-cards.js';
import type { CaseRecord } from '../database/views/case-record.js';
import { standingOfJson, type StandingRow } from '../database/views/case-standing.js';
import { FACT_ACTIVITIES, type FactRow } from '../database/views/fact-lines.js';
import { withDates } from '../database/views/json-rows.js';
import { storedClocksOfJson, type StoredClock } from '../database/views/stored-clocks.js';
import type { ActivityRow, WholeCase } from '../database/views/whole-case.js';
import type { WordsContext } from '../database/views/words-context.js';
import { DeskError } from '../platform/errors.js';

export interface KnownReply {
  id: string;
  kind: string;
  state: string;
  personId: string | null;
  by: string | null;
  /** The idempotency key. */
  key: string;
}

/** A case as a verb decides by it. */
export interface CaseReading extends CaseRecord {
  /** Version of the row: whoever changes a case changes its row. */
  seen: string;
  promiseIds: string[];
  facts: FactRow[];
  clocks: StoredClock[];
  standing: StandingRow;
  words: WordsContext;
  /** The latest first. */
  replies: KnownReply[];
  /** All that was read. */
  whole: WholeCase;
}

/** @throws DeskError not-found: another team's case does not exist for them */
export function readingOf(whole: WholeCase | null): CaseReading {
  if (!whole) throw new DeskError('not-found');
  const { seen, promiseIds, words, clocks, activity, replies } = whole;
  const card = withDates<CardRow>({ ...whole.card }, CARD_DATES);
  if (!whole.standing) throw new Error(`case ${card.id} has no mention`);
  return {
    ...recordOf(card),
    waitingSince: whole.waitingSince === null ? null : new Date(whole.waitingSince),
    seen,
    promiseIds,
    words,
    facts: activity.filter(({ kind }) => FACT_ACTIVITIES.includes(kind)).map((line) => toFact(line, card.id)),
    clocks: storedClocksOfJson(clocks.map((row) => ({ ...row }))),
    standing: standingOfJson(whole.standing),
    replies: replies.map(({ id, kind, state, by, key }) => ({ id, kind, state, key, personId: by?.id ?? null, by: by?.name ?? null })).reverse(),
    whole,
  };
} // prettier-ignore

const recordOf = (card: CardRow) => ({
  id: card.id,
  teamId: card.teamId,
  watchId: card.watch.id,
  authorId: card.author.id,
  status: card.status,
  priority: card.priority,
  ownerId: card.owner?.id ?? null,
  ownerName: card.owner?.name ?? null,
  leaseUntil: card.leaseUntil,
  acknowledgedAt: card.acknowledgedAt,
  answeredAt: card.answeredAt,
  escalatedAt: card.escalatedAt,
  pausedAt: card.pausedAt,
  excludedAt: card.excludedAt,
});

function toFact({ id, at, kind, by, data }: ActivityRow, caseId: string): FactRow {
  return { id, caseId, at: new Date(at), kind, byPerson: by !== null || String(data['byHand']) === 'true', data };
}
