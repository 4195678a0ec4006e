/**
 * store_change: what a verb does to one case, in one call that is a transaction of its own, answered with what only the database knows of it.
 * TypeScript has read the case, decided and judged its clocks; this only checks that nobody changed the case meanwhile (every change of a case
 * changes its row, so the row's xmin tells), and stores reply, clocks, history, case and events together or not at all. Why: docs/decisions/0035, 0041.
 */
import { repliesOfId } from '../views/reply-views.js';
import { besideCase } from '../views/whole-case.js';
import type { FunctionDefinition } from './apply-functions.js';
import { PLANNED_ONCE } from './whole-case.js';

/** The columns of a clock that a verdict decides, with their types in JSON. */
const CLOCK = `n int, id bigint, kind text, "promiseId" bigint, episode int, "startedAt" timestamptz, "warnAt" timestamptz, "laterWarns" timestamptz[],
  "dueAt" timestamptz, "unacceptableAt" timestamptz, "firesAt" timestamptz, warned int, "warnedAt" timestamptz, "breachedAt" timestamptz,
  "failedAt" timestamptz, "pausedAt" timestamptz, "stoppedAt" timestamptz, cancelled boolean`;
const updateClocks = (which: string) => `
  if jsonb_array_length(b -> '${which}') > 0 then
    update clock k set promise_id = r."promiseId", episode = r.episode, warn_at = r."warnAt", later_warns = r."laterWarns", due_at = r."dueAt",
      unacceptable_at = r."unacceptableAt", fires_at = r."firesAt", warned = r.warned, warned_at = r."warnedAt", breached_at = r."breachedAt",
      failed_at = r."failedAt", paused_at = r."pausedAt", stopped_at = r."stoppedAt", cancelled = r.cancelled
    from jsonb_to_recordset(b -> '${which}') as r(${CLOCK})
    where k.case_id = v_case and k.id = r.id;
  end if;`;
const column = (name: string, key: string, type: string) =>
  `${name} = case when v_set ? '${key}' then (v_set ->> '${key}')::${type} else c.${name} end`;
const SET = [
  column('status', 'status', 'text'),
  column('owner_id', 'ownerId', 'bigint'),
  column('lease_until', 'leaseUntil', 'timestamptz'),
  column('claimed_at', 'claimedAt', 'timestamptz'),
  column('acknowledged_at', 'acknowledgedAt', 'timestamptz'),
  column('answered_at', 'answeredAt', 'timestamptz'),
  column('resolved_at', 'resolvedAt', 'timestamptz'),
  column('outcome', 'outcome', 'text'),
  `first_seen_at = case when (b ->> 'seenByPerson')::boolean then coalesce(c.first_seen_at, v_at) else c.first_seen_at end`,
  `version = c.version + jsonb_array_length(b -> 'lines')`,
].join(', ');
/** The queue is ordered by the case's copies of its clocks. */
const instant = (name: string) => `(v_judged ->> '${name}')::timestamptz`;
const JUDGED = `clocks_stale = false, waiting_since = ${instant('waitingSince')}, paused_at = ${instant('pausedAt')},
      next_due_at = ${instant('nextDueAt')}, next_warn_at = ${instant('nextWarnAt')}, breached_at = ${instant('breachedAt')},
      warned = coalesce(${instant('nextWarnAt')} <= v_at, false)`;

export const STORE_CHANGE: FunctionDefinition = {
  name: 'store_change',
  sql: `
create or replace function store_change(b jsonb, out seen text, out first_seq text, out is_next boolean, out reply json, out fresh_clocks text[],
  out new_lines text[], out beside json) language plpgsql ${PLANNED_ONCE} as $$
#variable_conflict use_column
declare
  v_case constant bigint := (b ->> 'caseId')::bigint;
  v_at constant timestamptz := (b ->> 'at')::timestamptz;
  v_teams constant bigint[] := array(select jsonb_array_elements_text(b -> 'teamIds')::bigint);
  v_set constant jsonb := b -> 'set';
  v_judged constant jsonb := b -> 'judged';
  v_author bigint;
  v_reply bigint;
  v_first bigint;
  v_images int;
begin
  if v_judged is null then
    update desk_case c set ${SET} where c.id = v_case and c.xmin = (b ->> 'seen')::xid returning c.author_id into v_author;
  else
    update desk_case c set ${SET}, ${JUDGED} where c.id = v_case and c.xmin = (b ->> 'seen')::xid returning c.author_id into v_author;
  end if;
  if not found then return; end if;
  seen := pg_current_xact_id()::xid::text;

  if b ? 'reply' then
    insert into reply (case_id, mention_id, source_id, person_id, kind, text, idempotency_key, state, created_at, send_after, due_at, sent_at, promises, visibility)
    select v_case, r."mentionId", r."sourceId", r."personId", r.kind, r.text, r.key, r.state, v_at, r."sendAfter", r."dueAt", r."sentAt", r.promises, r.visibility
    from jsonb_to_record(b -> 'reply') as r("mentionId" bigint, "sourceId" bigint, "personId" bigint, kind text, text text, key uuid, state text,
      "sendAfter" timestamptz, "dueAt" timestamptz, "sentAt" timestamptz, promises jsonb, visibility text)
    returning id into v_reply;
    -- A picture that went with another reply meanwhile stops this one.
    if jsonb_array_length(b -> 'reply' -> 'images') > 0 then
      update reply_image set reply_id = v_reply
      where id in (select i::bigint from jsonb_array_elements_text(b -> 'reply' -> 'images') i)
        and case_id = v_case and person_id = (b -> 'reply' ->> 'personId')::bigint and reply_id is null;
      get diagnostics v_images = row_count;
      if v_images <> jsonb_array_length(b -> 'reply' -> 'images') then raise exception 'a picture of the reply is gone'; end if;
    end if;
    select to_json(x) into reply from (${repliesOfId('v_reply')}) as x;
  end if;

  -- What ends goes first: only one clock of a kind may be open.
  ${updateClocks('endedClocks')}
  ${updateClocks('openClocks')}
  if jsonb_array_length(b -> 'freshClocks') > 0 then
    with added as (
      insert into clock (case_id, kind, promise_id, episode, started_at, warn_at, later_warns, due_at, unacceptable_at, fires_at, warned, warned_at,
        breached_at, failed_at, paused_at, stopped_at, cancelled)
      select v_case, kind, "promiseId", episode, "startedAt", "warnAt", "laterWarns", "dueAt", "unacceptableAt", "firesAt", warned, "warnedAt", "breachedAt",
        "failedAt", "pausedAt", "stoppedAt", cancelled
      from jsonb_to_recordset(b -> 'freshClocks') as r(${CLOCK}) order by n returning id)
    select array_agg(id::text order by id) into fresh_clocks from added;
  end if;

  with added as (
    insert into activity (case_id, at, kind, person_id, data)
    select v_case, (l ->> 'at')::timestamptz, l ->> 'kind', (l ->> 'personId')::bigint,
      case when l ? 'ofReply' then l -> 'data' || jsonb_build_object('reply', v_reply::text) else l -> 'data' end
    from jsonb_array_elements(b -> 'lines') with ordinality as x(l, place) order by place returning id)
  select array_agg(id::text order by id) into new_lines from added;

  if jsonb_array_length(b -> 'events') > 0 then
    v_first := outbox_seq(0);
    insert into outbox_event (seq, kind, at, team_ids, payload)
    select v_first + place - 1, e ->> 'kind', v_at, array(select jsonb_array_elements_text(e -> 'teamIds')::bigint),
      e -> 'payload' || case when e ? 'ofReply' then jsonb_build_object('replyId', v_reply::text) else '{}' end
        || case when e ? 'ofClock' then jsonb_build_object('clockId', fresh_clocks[(e ->> 'ofClock')::int + 1]) else '{}' end
    from jsonb_array_elements(b -> 'events') with ordinality as x(e, place);
    first_seq := v_first::text;
    -- Whether all events before these have been told and none can come: then the caller may tell these at once (src/outbox/tail.ts).
    is_next := pg_snapshot_xmin(pg_current_snapshot()) = pg_current_xact_id()
      and not exists (select from outbox_event where seq >= (b ->> 'told')::bigint and seq < v_first);
  end if;

  select to_json(x) into beside from (${besideCase({ id: 'v_case', author: 'v_author', now: 'v_at', teams: 'v_teams' })}) as x;
end $$`,
};
