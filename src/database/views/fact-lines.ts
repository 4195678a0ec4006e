/** The lines of a case's append-only history that say something of a promise. */

/** A post as the history tells of it; instants are ISO 8601. Written by src/ingest/prepare-post.ts and store_batch. */
export interface PostFact {
  id: string;
  at: string;
  known: string;
  needs?: boolean;
  closing?: boolean;
  emergency?: string[];
}

export interface FactRow {
  id: string;
  caseId: string;
  at: Date;
  kind: string;
  byPerson: boolean;
  data: { posts?: PostFact[]; writtenAt?: string; recordedAt?: string; until?: string };
}

/** Every kind of activity that holds a fact; src/clocks/case-facts.ts says which. */
export const FACT_ACTIVITIES = [
  'opened', 'mention-joined', 'acknowledged', 'answered', 'claimed', 'released', 'claim-lapsed', 'waiting', 'resumed', 'promised', 'resolved',
  'reopened', 'escalated', 'manager-joined', 'followed-up', 'excluded', 'included', 'withdrawn',
]; // prettier-ignore
const lines = (which: string) => `
  select id::text, case_id::text as "caseId", at, kind, (person_id is not null or data ->> 'byHand' = 'true') as "byPerson", data
  from activity where case_id ${which} and kind in (${FACT_ACTIVITIES.map((kind) => `'${kind}'`).join()}) order by activity.id`;

/** $1 the cases. */
export const FACT_LINES = lines('= any($1::bigint[])');
