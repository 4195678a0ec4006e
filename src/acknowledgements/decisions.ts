/** Lines of the ledger: which posts have none yet, and storing them, many in one statement. */
import type { Tx } from '../database/database.js';
import { addEvents } from '../outbox/append.js';
import type { Decision } from './decide.js';

export interface UndecidedPost {
  mentionId: string;
  caseId: string;
  teamId: string;
  authorId: string;
  sourceId: string;
  network: string;
  byCustomer: boolean;
  /** Something was decided on an earlier post of the case. */
  caseDecided: boolean;
  saysStop: boolean;
}

export interface NewDecision extends Decision, Omit<UndecidedPost, 'byCustomer' | 'caseDecided' | 'saysStop'> {
  shadow: boolean;
  lang: string | null;
}

/** @returns the posts of these cases without a line, the oldest of each case first */
export function undecidedPosts(tx: Tx, caseIds: readonly string[]): Promise<UndecidedPost[]> {
  return tx.query<UndecidedPost>(
    `select m.id as "mentionId", c.id as "caseId", c.team_id as "teamId", m.author_id as "authorId", m.source_id as "sourceId", m.network,
       m.author_id = c.author_id as "byCustomer", m.scores -> 'signals' @> '["stop"]' as "saysStop",
       exists (select from acknowledgement_decision d where d.case_id = c.id and d.outcome not in ('no-rule', 'joined') and not d.shadow) as "caseDecided"
     from desk_case c join mention m on m.case_id = c.id
     where c.id = any($1::bigint[]) and not exists (select from acknowledgement_decision where mention_id = m.id and not shadow)
     order by c.id, m.posted_at, m.id`,
    [caseIds],
  );
}

/** Who said stop is remembered, whatever case it was said in. */
export async function keepStops(tx: Tx, posts: readonly UndecidedPost[], now: Date): Promise<void> {
  const stops = posts.filter((post) => post.saysStop);
  if (stops.length === 0) return;
  await tx.query(
    `insert into author_stop (author_id, mention_id, at)
     select distinct on ("authorId") "authorId", "mentionId", $2 from jsonb_to_recordset($1::jsonb) as p("authorId" bigint, "mentionId" bigint)
     on conflict (author_id) do update set at = $2, mention_id = excluded.mention_id, person_id = null, lifted_at = null, lifted_by = null
       where author_stop.lifted_at is not null`,
    [JSON.stringify(stops), now],
  );
}

/** A post that has a line keeps it. */
export async function storeDecisions(tx: Tx, lines: readonly NewDecision[], now: Date): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `insert into acknowledgement_decision (mention_id, case_id, team_id, author_id, source_id, network, shadow, outcome, reason, permission_rules,
       rule_id, rule_n, lang, at, due_at, decided_at)
     select "mentionId", "caseId", "teamId", "authorId", "sourceId", network, shadow, outcome, reason,
       array(select jsonb_array_elements_text("permissionRules")), "ruleId", "ruleVersion", lang, $2, "dueAt", case when outcome <> 'waiting' then $2::timestamptz end
     from jsonb_to_recordset($1::jsonb) as d("mentionId" bigint, "caseId" bigint, "teamId" bigint, "authorId" bigint, "sourceId" bigint, network text,
       shadow boolean, outcome text, reason text, "permissionRules" jsonb, "ruleId" bigint, "ruleVersion" int, lang text, "dueAt" timestamptz)
     on conflict (mention_id, shadow) do nothing`,
    [JSON.stringify(lines), now],
  );
  const waiting = lines.filter((line) => line.outcome === 'waiting');
  if (waiting.length > 0)
    await addEvents(tx, now, [{ kind: 'acknowledgement.due', teamIds: [], payload: { count: waiting.length } }]);
}
