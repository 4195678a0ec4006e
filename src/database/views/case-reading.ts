/** What verbs on a case read of it, each in one statement (src/database/functions/read-case.ts). */
import { CASE_COLUMNS, type CaseRecord } from './case-record.js';
import { standingJson, type StandingRow } from './case-standing.js';
import { factLinesJson, type FactRow } from './fact-lines.js';
import { rowsAsJson } from './json-rows.js';
import { storedClocksJson, type StoredClock } from './stored-clocks.js';
import { wordsContextJson, type WordsContext } from './words-context.js';

/** The case alone. */
export interface ReadRecord extends CaseRecord {
  /** Version of the row: whoever changes a case changes its row. */
  seen: string;
}

/** With what its clocks are judged by. */
export interface ReadFacts extends ReadRecord {
  promiseIds: string[];
  facts: FactRow[];
  clocks: StoredClock[];
}

export interface KnownReply {
  id: string;
  kind: string;
  state: string;
  personId: string | null;
  by: string | null;
  /** The idempotency key. */
  key: string;
}

/** With all that decides whether and how the customer may be answered. */
export interface ReadForAnswer extends ReadFacts {
  standing: StandingRow;
  words: WordsContext;
  /** The latest first. */
  replies: KnownReply[];
}

export interface Reads {
  record: ReadRecord;
  facts: ReadFacts;
  answer: ReadForAnswer;
}

const replies = (id: string) => `
  select r.id::text, r.kind, r.state, r.person_id::text as "personId", p.name as by, r.idempotency_key as key from reply r left join person p on p.id = r.person_id
  where r.case_id = ${id} order by r.id desc`;
const RECORD = `${CASE_COLUMNS}, c.xmin::text as seen`;
const facts = (id: string) =>
  `${RECORD}, c.promise_ids::text[] as "promiseIds", ${factLinesJson(id)} as facts, ${storedClocksJson(id)} as clocks`;
const answer = (id: string) =>
  `${facts(id)}, ${standingJson(id)} as standing, ${wordsContextJson(id)} as words, ${rowsAsJson(replies(id))} as replies`;
const COLUMNS: Record<keyof Reads, (id: string) => string> = { record: () => RECORD, facts, answer };

/** @param id, teams places of the case's id and the asker's teams in the statement that this becomes */
export const caseReading = (needs: keyof Reads, id: string, teams: string) =>
  `select ${COLUMNS[needs](id)} from desk_case c where c.id = ${id} and c.team_id = any(${teams})`;
