/** How cases stand to their customer and network: what permission to answer and the way of an answer follow from. */
import type { SourceKind } from '#libs/contracts/words.js';
import type { PermissionLimits } from '#libs/permission/facts.js';
import type { Asks } from './case-cards.js';
import { rowAsJson, withDates, type JsonRow } from './json-rows.js';

/** Of a long case the customer's latest posts are read. */
const READ_POSTS = 20;

/**
 * Ends each question whether there is such a row. Without it PostgreSQL may answer by a hash of the whole table, as if the question were asked
 * for many cases at once, and chooses that in a young database, where a plan was made while the table was empty; no setting forbids it.
 */
const ONE_BY_ONE = 'offset 0';

/** A case as permission and its channel see it; `language` and what follows are for the channel. */
export interface StandingRow {
  caseId: string;
  sourceKind: SourceKind;
  network: string;
  accountHandle: string | null;
  accountId: string | null;
  authorHandle: string | null;
  authorKey: string;
  followers: number | null;
  externalId: string;
  text: string;
  postedAt: Date;
  fetchedAt: Date;
  state: string;
  extra: Record<string, unknown> | null;
  scores: { intent?: { confidence?: number } };
  texts: string[];
  signals: string[];
  marks: ('press' | 'vip' | 'bot')[];
  saidStop: boolean;
  ownAccount: boolean;
  answersUs: boolean;
  quotesUs: boolean;
  automatedInThread: boolean;
  plan: 'self-serve' | 'enterprise';
  markedAutomated: boolean;
  placeAgrees: boolean;
  limits: Partial<PermissionLimits> | null;
  mentionId: string;
  sourceId: string;
  enabled: boolean;
  settings: Record<string, unknown>;
  secretNames: string[];
  postUrl: string | null;
  language: string;
  authorName: string | null;
}

/** The latest post of the customer, and what stands around it. One round trip for any number of cases. */
const standing = (which: string) => `
  select c.id::text as "caseId", m.id::text as "mentionId", s.id::text as "sourceId", s.enabled, s.settings, s.secret_names as "secretNames", m.url as "postUrl",
    m.lang as language, a.name as "authorName", s.kind as "sourceKind", m.network, s.account_handle as "accountHandle", s.account_id as "accountId", a.handle as "authorHandle",
    a.key as "authorKey", a.followers, m.external_id as "externalId", m.text, m.posted_at as "postedAt", m.fetched_at as "fetchedAt", m.state, m.extra, m.scores,
    said.texts, said.signals,
    array(select mark from author_mark where author_id = c.author_id) as marks,
    exists (select from author_stop where author_id = c.author_id and lifted_at is null ${ONE_BY_ONE}) as "saidStop",
    exists (select from source o where lower(ltrim(o.account_handle, '@')) = lower(ltrim(a.handle, '@')) and coalesce(o.settings ->> 'network', o.kind) = m.network ${ONE_BY_ONE}) as "ownAccount",
    (exists (select from reply where source_id = m.source_id and external_id = m.in_reply_to ${ONE_BY_ONE})
      or exists (select from own_post where network = m.network and external_id = m.in_reply_to ${ONE_BY_ONE})) as "answersUs",
    (exists (select from reply where source_id = m.source_id and external_id = coalesce(m.extra ->> 'quoteOf', m.extra ->> 'quotes') ${ONE_BY_ONE})
      or exists (select from own_post where network = m.network and external_id = coalesce(m.extra ->> 'quoteOf', m.extra ->> 'quotes') ${ONE_BY_ONE})) as "quotesUs",
    (exists (select from reply where case_id = c.id and automatic and state not in ('refused', 'cancelled') ${ONE_BY_ONE})
      or exists (select from mention t join reply r on r.mention_id = t.id where t.network = m.network and t.thread = m.thread and m.thread is not null
        and t.case_id is not null and r.automatic and r.state not in ('refused', 'cancelled') ${ONE_BY_ONE})) as "automatedInThread",
    coalesce(x.plan, 'self-serve') as plan, coalesce(x.marked_automated, false) as "markedAutomated", coalesce(x.place_agrees, false) as "placeAgrees",
    coalesce((select value from setting where key = 'permission-limits'), '{}') || coalesce(l.limits, '{}') as limits
  from desk_case c
  cross join lateral (
    select * from mention where case_id = c.id order by (author_id = c.author_id) desc, posted_at desc, id desc limit 1) m
  cross join lateral (
    select array_agg(p.text) as texts, coalesce(array_agg(distinct g.signal) filter (where g.signal is not null), '{}') as signals
    from (select text, scores from mention where case_id = c.id and author_id = c.author_id order by posted_at desc, id desc limit ${READ_POSTS}) p
    left join lateral jsonb_array_elements_text(p.scores -> 'signals') as g(signal) on true) said
  join source s on s.id = m.source_id
  join author a on a.id = m.author_id
  left join account_terms x on x.source_id = s.id
  left join account_limits l on l.source_id = s.id
  where c.id ${which}`;
const STANDING = standing('= any($1::bigint[])');

/** For a statement that reads more than that: how a case stands as JSON. */
export const standingJson = (caseId: string) => rowAsJson(standing(`= ${caseId}`));
/** @returns how a case stands, of what standingJson read */
export const standingOfJson = (row: JsonRow<StandingRow>) => withDates<StandingRow>(row, ['postedAt', 'fetchedAt']);

/** @returns how each case stands; cases without a post are left out */
export function standingOfCases(asks: Asks, caseIds: readonly string[]): Promise<StandingRow[]> {
  return asks.query<StandingRow>(STANDING, [caseIds]);
}
