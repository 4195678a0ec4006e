/**
 * save_changes: what verbs do to cases, one change a case, in one call that is a transaction of its own, answered with what only the database
 * knows of each. TypeScript has read the cases, decided and judged their clocks; this only checks that nobody changed a case meanwhile (every
 * change of a case changes its row, so the row's xmin tells), and stores reply, clocks, history, case and events together or not at all. A case
 * that was changed meanwhile is left out of the answer. Why: docs/decisions/0035, 0041.
 */
import { besideCase } from '../views/whole-case.js';
import type { FunctionDefinition } from './apply-functions.js';
import { PLANNED_ONCE } from './read-cases.js';

/** The columns of a clock that a verdict decides, with their types in JSON. */
const CLOCK = `n int, id bigint, "caseId" bigint, kind text, "promiseId" bigint, episode int, "startedAt" timestamptz, "warnAt" timestamptz,
  "laterWarns" timestamptz[], "dueAt" timestamptz, "unacceptableAt" timestamptz, "firesAt" timestamptz, warned int, "warnedAt" timestamptz,
  "breachedAt" timestamptz, "failedAt" timestamptz, "pausedAt" timestamptz, "stoppedAt" timestamptz, cancelled boolean`;
const updateClocks = (which: string) => `
  if jsonb_array_length(b -> '${which}') > 0 then
    update clock k set promise_id = r."promiseId", episode = r.episode, warn_at = r."warnAt", later_warns = r."laterWarns", due_at = r."dueAt",
      unacceptable_at = r."unacceptableAt", fires_at = r."firesAt", warned = r.warned, warned_at = r."warnedAt", breached_at = r."breachedAt",
      failed_at = r."failedAt", paused_at = r."pausedAt", stopped_at = r."stoppedAt", cancelled = r.cancelled
    from jsonb_to_recordset(b -> '${which}') as r(${CLOCK})
    where k.case_id = any(v_done) and k.case_id = r."caseId" and k.id = r.id;
  end if;`;
const column = (name: string, key: string, type: string) =>
  `${name} = case when r.set ? '${key}' then (r.set ->> '${key}')::${type} else c.${name} end`;
/** The queue is ordered by the case's copies of its clocks. */
const judged = (name: string, value: string) => `${name} = case when r.judged then ${value} else c.${name} end`;
const SET = [
  column('status', 'status', 'text'),
  column('owner_id', 'ownerId', 'bigint'),
  column('lease_until', 'leaseUntil', 'timestamptz'),
  column('claimed_at', 'claimedAt', 'timestamptz'),
  column('acknowledged_at', 'acknowledgedAt', 'timestamptz'),
  column('answered_at', 'answeredAt', 'timestamptz'),
  column('resolved_at', 'resolvedAt', 'timestamptz'),
  column('outcome', 'outcome', 'text'),
  `first_seen_at = case when r."seenByPerson" then coalesce(c.first_seen_at, r.at) else c.first_seen_at end`,
  `version = c.version + r.lines`,
  judged('clocks_stale', 'false'),
  judged('waiting_since', 'r."waitingSince"'),
  judged('paused_at', 'r."pausedAt"'),
  judged('next_due_at', 'r."nextDueAt"'),
  judged('next_warn_at', 'r."nextWarnAt"'),
  judged('breached_at', 'r."breachedAt"'),
  judged('warned', 'coalesce(r."nextWarnAt" <= r.at, false)'),
].join(', ');

export const SAVE_CHANGES: FunctionDefinition = {
  name: 'save_changes',
  sql: `
create or replace function save_changes(p_cases bigint[], b jsonb) returns table (case_id text, seen text, first_seq text, is_next boolean,
  reply_id text, fresh_clocks jsonb, new_lines jsonb, beside json) language plpgsql ${PLANNED_ONCE} as $$
#variable_conflict use_column
declare
  v_free bigint[] := p_cases;
  v_done bigint[];
  v_authors bigint[];
  v_reply_of jsonb;
  v_clocks jsonb;
  v_lines jsonb;
  v_first bigint;
  v_images int;
begin
  -- Who holds several cases waits for none: so nobody waits in a circle. What is not free is tried again by itself.
  if cardinality(p_cases) > 1 then
    v_free := array(select id from desk_case where id = any(p_cases) for no key update skip locked);
  end if;
  with changed as (
    update desk_case c set ${SET}
    from jsonb_to_recordset(b -> 'changes') as r("caseId" bigint, seen text, at timestamptz, set jsonb, "seenByPerson" boolean, lines int,
      judged boolean, "waitingSince" timestamptz, "pausedAt" timestamptz, "nextDueAt" timestamptz, "nextWarnAt" timestamptz, "breachedAt" timestamptz)
    where c.id = any(v_free) and c.id = r."caseId" and c.xmin = r.seen::xid
    returning c.id, c.author_id)
  select array_agg(id), array_agg(author_id) into v_done, v_authors from changed;
  if v_done is null then return; end if;

  if jsonb_array_length(b -> 'replies') > 0 then
    with added as (
      insert into reply (case_id, mention_id, source_id, person_id, kind, text, idempotency_key, state, created_at, send_after, due_at, sent_at, promises, visibility)
      select r."caseId", r."mentionId", r."sourceId", r."personId", r.kind, r.text, r.key, r.state, r.at, r."sendAfter", r."dueAt", r."sentAt", r.promises, r.visibility
      from jsonb_to_recordset(b -> 'replies') as r("caseId" bigint, at timestamptz, "mentionId" bigint, "sourceId" bigint, "personId" bigint, kind text,
        text text, key uuid, state text, "sendAfter" timestamptz, "dueAt" timestamptz, "sentAt" timestamptz, promises jsonb, visibility text)
      where r."caseId" = any(v_done)
      returning id, case_id)
    select jsonb_object_agg(case_id, id::text) into v_reply_of from added;
    -- A picture that went with another reply meanwhile stops this one.
    if jsonb_array_length(b -> 'images') > 0 then
      update reply_image i set reply_id = (v_reply_of ->> r."caseId"::text)::bigint
      from jsonb_to_recordset(b -> 'images') as r(id bigint, "caseId" bigint, "personId" bigint)
      where i.id = any(array(select (x ->> 'id')::bigint from jsonb_array_elements(b -> 'images') x)) and i.id = r.id
        and i.case_id = r."caseId" and i.person_id = r."personId" and i.reply_id is null and r."caseId" = any(v_done);
      get diagnostics v_images = row_count;
      if v_images <> (select count(*) from jsonb_array_elements(b -> 'images') x where (x ->> 'caseId')::bigint = any(v_done)) then
        raise exception 'a picture of the reply is gone';
      end if;
    end if;
  end if;

  -- What ends goes first: only one clock of a kind may be open.
  ${updateClocks('endedClocks')}
  ${updateClocks('openClocks')}
  if jsonb_array_length(b -> 'freshClocks') > 0 then
    with added as (
      insert into clock (case_id, kind, promise_id, episode, started_at, warn_at, later_warns, due_at, unacceptable_at, fires_at, warned, warned_at,
        breached_at, failed_at, paused_at, stopped_at, cancelled)
      select "caseId", kind, "promiseId", episode, "startedAt", "warnAt", "laterWarns", "dueAt", "unacceptableAt", "firesAt", warned, "warnedAt", "breachedAt",
        "failedAt", "pausedAt", "stoppedAt", cancelled
      from jsonb_to_recordset(b -> 'freshClocks') as r(${CLOCK}) where r."caseId" = any(v_done) order by n returning id, case_id)
    select jsonb_object_agg(case_id, ids) into v_clocks from (select case_id, jsonb_agg(id::text order by id) as ids from added group by case_id) as x;
  end if;

  with added as (
    insert into activity (case_id, at, kind, person_id, data)
    select r."caseId", r.at, r.kind, r."personId",
      case when r."ofReply" then r.data || jsonb_build_object('reply', v_reply_of -> r."caseId"::text) else r.data end
    from jsonb_to_recordset(b -> 'lines') as r(n int, "caseId" bigint, at timestamptz, kind text, "personId" bigint, data jsonb, "ofReply" boolean)
    where r."caseId" = any(v_done) order by r.n returning id, case_id)
  select jsonb_object_agg(case_id, ids) into v_lines from (select case_id, jsonb_agg(id::text order by id) as ids from added group by case_id) as x;

  if jsonb_array_length(b -> 'events') > 0 then
    v_first := outbox_seq(0);
    insert into outbox_event (seq, kind, at, team_ids, payload)
    select v_first + r.place, r.kind, r.at, r."teamIds",
      r.payload || case when r."ofReply" then jsonb_build_object('replyId', v_reply_of -> r."caseId"::text) else '{}' end
        || case when r."ofClock" is not null then jsonb_build_object('clockId', v_clocks -> r."caseId"::text -> r."ofClock") else '{}' end
    from jsonb_to_recordset(b -> 'events') as r(place int, "caseId" bigint, at timestamptz, kind text, "teamIds" bigint[], payload jsonb, "ofReply" boolean, "ofClock" int)
    where r."caseId" = any(v_done);
  end if;

  -- is_next: whether all events before these have been told and none can come: then the caller may tell these at once (src/outbox/tail.ts).
  return query
    select stored.id::text, pg_current_xact_id()::xid::text, v_first::text, pg_snapshot_xmin(pg_current_snapshot()) = pg_current_xact_id()
        and not exists (select from outbox_event where seq >= (b ->> 'told')::bigint and seq < v_first), v_reply_of ->> stored.id::text, v_clocks -> stored.id::text, v_lines -> stored.id::text,
      json_build_object(${besideCase({ id: 'stored.id', author: 'stored.author', now: 'r.at', teams: 'r."teamIds"' })})
    from unnest(v_done, v_authors) as stored(id, author)
    join jsonb_to_recordset(b -> 'changes') as r("caseId" bigint, at timestamptz, "teamIds" bigint[]) on r."caseId" = stored.id;
end $$`,
};
