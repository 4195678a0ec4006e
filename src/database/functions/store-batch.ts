/**
 * store_batch: what a batch of posts does to the database, in one call. TypeScript decides what matched, how it scores, what needs an
 * answer and which posts belong together; this only finds or opens the case and stores, so that mention, author, case, clocks, events
 * and the source's cursor hold together or not at all. The clocks of a case that a post joins are judged afterwards
 * (src/clocks/catch-up-clocks.ts): it is marked stale here. Why in the database: docs/decisions/0005. A new field of a post is named in the
 * record list of `p` and in the insert that stores it; the program sends it from src/ingest/prepare-post.ts.
 */
import type { FunctionDefinition } from './apply-functions.js';

export const STORE_BATCH: FunctionDefinition = {
  name: 'store_batch',
  sql: `
create or replace function store_batch(b jsonb) returns jsonb language plpgsql set enable_seqscan = off set enable_nestloop = off set jit = off as $$
declare
  v_source constant bigint := (b ->> 'sourceId')::bigint;
  v_at constant timestamptz := (b ->> 'at')::timestamptz;
  v_total constant int := jsonb_array_length(b -> 'externalIds');
  v_fresh text[];
  v_refused int := 0;
  v_matched int := 0;
  v_mentions jsonb;
  v_authors jsonb;
  v_events jsonb;
  v_opened jsonb;
  v_next boolean;
  v_stale jsonb;
  v_seq bigint;
  v_woke boolean;
begin
  if b ? 'leaseToken' then
    update source set cursor = b -> 'cursor' where id = v_source and lease_token = (b ->> 'leaseToken')::uuid;
    if not found then
      raise exception 'the lease of source % is lost', v_source using errcode = 'ES001';
    end if;
  end if;

  with added as (
    insert into seen_post (source_id, external_id)
    select v_source, x from jsonb_array_elements_text(b -> 'externalIds') as t(x) order by x
    on conflict do nothing returning external_id)
  select coalesce(array_agg(external_id), '{}') into v_fresh from added;

  -- What is seldom there is not asked for: to begin a statement costs, even one that finds nothing to do.
  if jsonb_array_length(b -> 'refused') > 0 then
    with kept as (
      insert into refused_post (source_id, at, index, external_id, reason, excerpt, digest)
      select v_source, v_at, r.index, r."externalId", r.reason, r.excerpt, sha256(convert_to(r.reason || r.excerpt, 'UTF8'))
      from jsonb_to_recordset(b -> 'refused') as r(index int, "externalId" text, reason text, excerpt text)
      on conflict do nothing returning 1)
    select count(*) into v_refused from kept;
  end if;

  if cardinality(v_fresh) > 0 and jsonb_array_length(b -> 'posts') > 0 then
    perform pg_advisory_xact_lock(7301003);
    v_seq := outbox_seq(0);
    with p as (
      select * from jsonb_to_recordset(b -> 'posts') as r(
        n int, g int, "externalId" text, network text, "authorKey" text, "teamId" bigint, "watchId" bigint, "teamIds" jsonb, "watchIds" jsonb,
        thread text, "inReplyTo" text, text text, lang text, url text, "postedAt" timestamptz, "fetchedAt" timestamptz, needs boolean,
        priority text, "sentimentScore" real, sentiment text, intent text, urgency real, risk real, "riskLevel" text, scores jsonb,
        matches jsonb, extra jsonb, words text, fingerprint text, preview jsonb, clocks jsonb, "promiseIds" bigint[], fact jsonb, tier text)
      where r."externalId" = any (v_fresh)),
    a as (
      insert into author as old (network, key, handle, name, followers, url, first_heard_at)
      select distinct on (r.network, r.key) r.network, r.key, r.handle, r.name, r.followers, r.url, v_at
      from jsonb_to_recordset(b -> 'authors') as r(network text, key text, handle text, name text, followers int, url text)
      where (r.network, r.key) in (select network, "authorKey" from p)
      order by r.network, r.key
      on conflict (network, key) do update set
        handle = coalesce(excluded.handle, old.handle), name = coalesce(excluded.name, old.name),
        followers = coalesce(excluded.followers, old.followers), url = coalesce(excluded.url, old.url)
      returning id, network, key, handle, name, followers, url),
    pa as (select p.*, a.id as author_id from p join a on a.network = p.network and a.key = p."authorKey"),
    existing as (
      select distinct on (g) g, case_id from (
        select pa.g, t.case_id, 1 as pref
        from pa cross join lateral (
          select c.id as case_id
          from (select m.case_id from mention m where m.network = pa.network and m.thread = pa.thread and m.thread is not null
                  and m.case_id is not null offset 0) m
          cross join lateral (select id from desk_case where id = m.case_id and status <> 'resolved' and team_id = pa."teamId" offset 0) c
          limit 1) t
        union all
        select pa.g, t.id, 2
        from pa cross join lateral (
          select id from desk_case c
          where c.author_id = pa.author_id and c.watch_id = pa."watchId" and c.team_id + 0 = pa."teamId" and c.status <> 'resolved' offset 0) t) as found
      order by g, pref, case_id),
    sums as (select g, count(*) as n, max("postedAt") as last_at from pa group by g),
    first as (
      select distinct on (pa.g) pa.*, sums.n as posts, sums.last_at
      from pa join sums using (g) left join existing e using (g)
      where pa.needs and e.g is null order by pa.g, pa."postedAt", pa.n),
    opened as (
      insert into desk_case (team_id, watch_id, author_id, source_id, network, priority, sentiment_score, sentiment, intent, urgency, risk,
        risk_level, preview, mention_count, posted_at, opened_at, last_mention_at, next_due_at, next_warn_at, waiting_since, promise_ids, tier)
      select "teamId", "watchId", author_id, v_source, network, priority, "sentimentScore", sentiment, intent, urgency, risk,
        "riskLevel", preview, posts, "postedAt", v_at, last_at,
        (select min((k ->> 'dueAt')::timestamptz) from jsonb_array_elements(clocks) as k),
        (select min((k ->> 'warnAt')::timestamptz) from jsonb_array_elements(clocks) as k), "postedAt", coalesce("promiseIds", '{}'), tier
      from first
      returning id, team_id, watch_id, author_id),
    target as (
      select g, case_id, false as fresh from existing
      union all
      select first.g, o.id, true
      from first join opened o on o.team_id = first."teamId" and o.watch_id = first."watchId" and o.author_id = first.author_id),
    stored as (
      insert into mention (source_id, external_id, network, author_id, text, lang, url, in_reply_to, thread, posted_at, fetched_at, stored_at,
        sentiment_score, sentiment, intent, urgency, risk, scores, matches, team_ids, watch_ids, extra, words, fingerprint, case_id)
      select v_source, "externalId", network, author_id, text, lang, url, "inReplyTo", thread, "postedAt", "fetchedAt", v_at,
        "sentimentScore", sentiment, intent, urgency, risk, scores, matches,
        array(select jsonb_array_elements_text("teamIds")::bigint), array(select jsonb_array_elements_text("watchIds")::bigint), extra,
        to_tsvector('simple', words), fingerprint, target.case_id
      from pa left join target using (g)
      order by "postedAt", n
      returning id, external_id, case_id, author_id, team_ids),
    latest as (
      select distinct on (e.case_id) e.case_id, pa.author_id, preview, "postedAt", clocks
      from pa join existing e using (g) where needs order by e.case_id, "postedAt" desc, n desc),
    grown as (
      select e.case_id, count(*) as n, max(pa."postedAt") as last_at, max(pa.risk) as risk, max(pa.urgency) as urgency,
        max(array_position(array['low', 'medium', 'high'], pa."riskLevel")) as level,
        min(array_position(array['urgent', 'high', 'normal', 'low'], pa.priority)) filter (where pa.needs) as priority
      from existing e join pa using (g) group by e.case_id),
    joined as (
      update desk_case c set
        mention_count = c.mention_count + g.n, last_mention_at = greatest(c.last_mention_at, g.last_at), version = c.version + 1,
        risk = greatest(c.risk, g.risk), urgency = greatest(c.urgency, g.urgency), preview = case when l.author_id = c.author_id then l.preview else c.preview end,
        risk_level = (array['low', 'medium', 'high'])[greatest(array_position(array['low', 'medium', 'high'], c.risk_level), g.level)],
        priority = (array['urgent', 'high', 'normal', 'low'])[least(array_position(array['urgent', 'high', 'normal', 'low'], c.priority), g.priority)],
        clocks_stale = c.clocks_stale or l.case_id is not null
      from grown g
      left join latest l using (case_id)
      where c.id = any (array(select case_id from existing)) and c.id = g.case_id
      returning c.id, c.clocks_stale),
    started as (
      insert into clock (case_id, kind, promise_id, started_at, warn_at, later_warns, due_at, unacceptable_at, fires_at)
      select t.case_id, k.kind, k."promiseId", first."postedAt", k."warnAt", k."laterWarns", k."dueAt", k."unacceptableAt", coalesce(k."firesAt", k."warnAt")
      from first join target t using (g)
      cross join jsonb_to_recordset(first.clocks) as k(kind text, "promiseId" bigint, "warnAt" timestamptz, "laterWarns" timestamptz[], "dueAt" timestamptz,
        "unacceptableAt" timestamptz, "firesAt" timestamptz)
      returning id, case_id, kind, due_at),
    noted as (
      insert into activity (case_id, at, kind, data)
      select t.case_id, v_at, case when t.fresh then 'opened' else 'mention-joined' end, jsonb_build_object('mentions', m.ids, 'posts', m.posts)
      from (select case_id, bool_or(fresh) as fresh from target group by case_id) as t
      join (
        select s.case_id, jsonb_agg(s.id::text order by s.id) as ids,
          jsonb_agg(jsonb_build_object('id', s.id::text, 'at', pa."postedAt", 'known', v_at) || coalesce(pa.fact, '{}') order by s.id) as posts
        from stored s join pa on pa."externalId" = s.external_id group by s.case_id) as m using (case_id)
      returning case_id),
    told as (
      insert into outbox_event (seq, kind, at, team_ids, payload)
      select v_seq + row_number() over (order by o, id) - 1, kind, v_at, team_ids, payload from (
        select 1 as o, s.id, 'mention.heard' as kind, s.team_ids, jsonb_build_object('mentionId', s.id::text) as payload from stored s
        union all
        select case when t.fresh then 2 else 3 end, t.case_id, 'case.changed', array[t.team_id],
          jsonb_build_object('caseId', t.case_id::text, 'why', case when t.fresh then 'opened' else 'mention-joined' end)
        from (select case_id, bool_or(fresh) as fresh, min(pa."teamId") as team_id from target join pa using (g) group by case_id) as t) as e
      returning seq, kind, team_ids, payload)
    select (select count(*) from stored), (select jsonb_agg(jsonb_build_array(seq, kind, team_ids, payload) order by seq) from told),
      (select jsonb_object_agg(external_id, jsonb_build_array(id, case_id, author_id)) from stored),
      (select jsonb_object_agg(id, jsonb_build_array(handle, name, followers, url)) from a),
      (select jsonb_agg(id::text order by id) filter (where clocks_stale) from joined),
      (select jsonb_object_agg(t.case_id, jsonb_build_array(f."externalId", f.posts, f.last_at, k.id, k.kind))
        from first f join target t using (g) left join (select distinct on (case_id) * from started order by case_id, due_at, id) as k using (case_id))
    into v_matched, v_events, v_mentions, v_authors, v_stale, v_opened;
    -- Whether all events before these have been told and none can come: then the caller may tell these at once (src/outbox/tail.ts).
    v_next := pg_snapshot_xmin(pg_current_snapshot()) = pg_current_xact_id()
      and not exists (select from outbox_event where seq >= (b ->> 'told')::bigint and seq < v_seq);
  end if;

  -- A source that is called is heard when it calls; one that is polled gets its health from the poll's end.
  select health <> 'listening' and not b ? 'leaseToken' into v_woke from source where id = v_source;
  update source set accepted = accepted + cardinality(v_fresh), duplicate = duplicate + v_total - cardinality(v_fresh),
    refused = refused + v_refused, matched = matched + v_matched,
    last_post_at = case when cardinality(v_fresh) > 0 then v_at else last_post_at end,
    health = case when v_woke then 'listening' else health end
  where id = v_source;

  return jsonb_build_object('fresh', to_jsonb(v_fresh), 'refused', v_refused, 'matched', v_matched, 'woke', v_woke,
    'events', coalesce(v_events, '[]'), 'mentions', v_mentions, 'authors', v_authors, 'opened', v_opened, 'next', v_next, 'stale', coalesce(v_stale, '[]'));
end $$`,
};
