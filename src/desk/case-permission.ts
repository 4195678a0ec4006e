/** What may be said to the customer of a case, by whom and why: reads the facts and asks libs/permission. */
import { MESSAGE_KINDS, type MessageKind, type PermissionView } from '#libs/contracts/permission.js';
import { DEFAULT_LIMITS, factsOf, type Fact, type PermissionLimits } from '#libs/permission/facts.js';
import { placeFacts } from '#libs/permission/place-facts.js';
import { permissionFor, placesOf, type Permission } from '#libs/permission/permission-for.js';
import { findDelicate } from '#libs/scoring/signals/find-delicate.js';
import type { SourceKind } from '#libs/contracts/words.js';
import type { Asks } from '../database/views/case-cards.js';
import { rowAsJson, withDates, type JsonRow } from '../database/views/json-rows.js';

export interface CaseFacts {
  caseId: string;
  sourceKind: SourceKind;
  network: string;
  facts: Set<Fact>;
  /** Words of the posts that raised a delicate matter. */
  words: string[];
}

/** Of a long case the customer's latest posts are read. */
const READ_POSTS = 20;

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
    exists (select from author_stop where author_id = c.author_id and lifted_at is null) as "saidStop",
    exists (select from source o where lower(ltrim(o.account_handle, '@')) = lower(ltrim(a.handle, '@')) and coalesce(o.settings ->> 'network', o.kind) = m.network) as "ownAccount",
    (exists (select from reply where source_id = m.source_id and external_id = m.in_reply_to)
      or exists (select from own_post where network = m.network and external_id = m.in_reply_to)) as "answersUs",
    (exists (select from reply where source_id = m.source_id and external_id = coalesce(m.extra ->> 'quoteOf', m.extra ->> 'quotes'))
      or exists (select from own_post where network = m.network and external_id = coalesce(m.extra ->> 'quoteOf', m.extra ->> 'quotes'))) as "quotesUs",
    (exists (select from reply where case_id = c.id and automatic and state not in ('refused', 'cancelled'))
      or exists (select from mention t join reply r on r.mention_id = t.id where t.network = m.network and t.thread = m.thread and m.thread is not null
        and t.case_id is not null and r.automatic and r.state not in ('refused', 'cancelled'))) as "automatedInThread",
    coalesce(x.plan, 'self-serve') as plan, coalesce(x.marked_automated, false) as "markedAutomated", coalesce(x.place_agrees, false) as "placeAgrees",
    (select value from setting where key = 'permission-limits') as limits
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
  where c.id ${which}`;
const STANDING = standing('= any($1::bigint[])');

/** For a statement that reads more than that: how a case stands as JSON. */
export const standingJson = (caseId: string) => rowAsJson(standing(`= ${caseId}`));
/** @returns how a case stands, of what standingJson read */
export const standingOfJson = (row: JsonRow<StandingRow>) => withDates<StandingRow>(row, ['postedAt', 'fetchedAt']);

/**
 * @param now the moment a message would go out
 * @returns the facts by case id; cases without a post are left out
 */
export async function factsOfCases(asks: Asks, caseIds: readonly string[], now: Date): Promise<Map<string, CaseFacts>> {
  if (caseIds.length === 0) return new Map();
  const rows = await standingOfCases(asks, caseIds);
  return new Map(rows.map((row) => [row.caseId, toFacts(row, now)]));
}

/** @returns how each case stands; cases without a post are left out */
export function standingOfCases(asks: Asks, caseIds: readonly string[]): Promise<StandingRow[]> {
  return asks.query<StandingRow>(STANDING, [caseIds]);
}

/** @returns the verdict of one kind of message */
export function permissionOf(kind: MessageKind, { sourceKind, network, facts }: CaseFacts): Permission {
  return permissionFor(kind, placesOf(kind, sourceKind, network), facts);
}

/** @returns the verdict of every kind of message, as people see it */
export function permissionViews(of: CaseFacts): PermissionView[] {
  return MESSAGE_KINDS.map((kind) => {
    const { because, ...verdict } = permissionOf(kind, of);
    const rules = because.map(({ id, reason, verdict: said, source }) => ({ rule: id, reason, verdict: said, source }));
    return { ...verdict, because: rules, words: kind === 'automatic-acknowledgement' ? of.words : [] };
  });
}

/** @param now the moment a message would go out */
export function toFacts(row: StandingRow, now: Date): CaseFacts {
  const found = [...new Set(row.texts ?? [row.text])].flatMap((text) => findDelicate(text, row.authorHandle));
  const { byMachine, ...place } = placeFacts(row);
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
    { ...DEFAULT_LIMITS, ...row.limits },
    now,
  );
  return { caseId: row.caseId, sourceKind: row.sourceKind, network: row.network, facts, words: found.map(({ words }) => words) };
}
