/** How cases stand to their customer and network: what permission to answer and the way of an answer follow from. */
import type { ReplyView } from '#libs/contracts/views/case.js';
import type { SourceKind } from '#libs/contracts/words.js';
import type { PermissionLimits } from '#libs/permission/facts.js';
import type { Asks } from './case-cards.js';
import { asObject, selected, withDates, type JsonRow } from './json-rows.js';

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

/** Whether the post with this id on the network of `m` is one of ours; of both tables it is the key, so there is one row at most. */
const isOurs = (externalId: string) => `
  coalesce((select true from reply where source_id = m.source_id and external_id = ${externalId}),
    (select true from own_post where network = m.network and external_id = ${externalId}), false)`;
/** `m` is the customer's latest post in the case, `c`. */
const OWN = {
  caseId: 'c.id::text', mentionId: 'm.id::text', postUrl: 'm.url', language: 'm.lang', network: 'm.network', externalId: 'm.external_id', text: 'm.text',
  postedAt: 'm.posted_at', fetchedAt: 'm.fetched_at', state: 'm.state', extra: 'm.extra', scores: 'm.scores',
  marks: 'array(select mark from author_mark where author_id = c.author_id)',
  saidStop: '(select lifted_at is null from author_stop where author_id = c.author_id) is true',
  answersUs: isOurs('m.in_reply_to'),
  quotesUs: isOurs(`coalesce(m.extra ->> 'quoteOf', m.extra ->> 'quotes')`),
  automatedInThread: `exists (select from mention t join reply r on r.mention_id = t.id where t.network = m.network and t.thread = m.thread and m.thread is not null
    and t.case_id is not null and r.automatic and r.state not in ('refused', 'cancelled') ${ONE_BY_ONE})`,
}; // prettier-ignore
const OF_SOURCE = {
  sourceId: 's.id::text', enabled: 's.enabled', settings: 's.settings', secretNames: 's.secret_names', sourceKind: 's.kind', accountHandle: 's.account_handle',
  accountId: 's.account_id',
}; // prettier-ignore
const OF_AUTHOR = {
  authorName: 'a.name', authorHandle: 'a.handle', authorKey: 'a.key', followers: 'a.followers',
  ownAccount: `exists (select from source o where lower(ltrim(o.account_handle, '@')) = lower(ltrim(a.handle, '@')) and coalesce(o.settings ->> 'network', o.kind) = m.network ${ONE_BY_ONE})`,
}; // prettier-ignore
const AUTOMATED = `(${OWN.automatedInThread} or exists (select from reply where case_id = c.id and automatic and state not in ('refused', 'cancelled') ${ONE_BY_ONE}))`;
const ALL_LIMITS = `(select value from setting where key = 'permission-limits')`;
const LATEST =
  'select * from mention where case_id = c.id order by (author_id = c.author_id) desc, posted_at desc, id desc limit 1';
/** `+ 0`: by the case, whose posts have just been read, and not by all that the customer ever wrote. */
const LATEST_TEXTS = `select text, scores from mention where case_id = c.id and author_id + 0 = c.author_id order by posted_at desc, id desc limit ${READ_POSTS}`;

/** The latest post of the customer, and what stands around it. One round trip for any number of cases. */
const STANDING = `
  select ${selected({ ...OWN, ...OF_SOURCE, ...OF_AUTHOR, automatedInThread: AUTOMATED })}, said.texts, said.signals,
    coalesce(x.plan, 'self-serve') as plan, coalesce(x.marked_automated, false) as "markedAutomated", coalesce(x.place_agrees, false) as "placeAgrees",
    coalesce(${ALL_LIMITS}, '{}') || coalesce(l.limits, '{}') as limits
  from desk_case c
  cross join lateral (${LATEST}) m
  cross join lateral (
    select array_agg(p.text) as texts, coalesce(array_agg(distinct g.signal) filter (where g.signal is not null), '{}') as signals
    from (${LATEST_TEXTS}) p
    left join lateral jsonb_array_elements_text(p.scores -> 'signals') as g(signal) on true) said
  join source s on s.id = m.source_id
  join author a on a.id = m.author_id
  left join account_terms x on x.source_id = s.id
  left join account_limits l on l.source_id = s.id
  where c.id = any($1::bigint[])`;

/** A reply as far as it tells whether a machine spoke here already. */
type Sent = Pick<ReplyView, 'automatic' | 'state'>;

/** The same of one case, each part by itself: few rows, and begun sooner. */
export interface StandingParts {
  own: JsonRow<Pick<StandingRow, keyof typeof OWN>>;
  source: Pick<StandingRow, keyof typeof OF_SOURCE>;
  author: Pick<StandingRow, keyof typeof OF_AUTHOR>;
  /** Of the customer's posts, the latest first: text and signals. */
  said: [string, string[] | null][] | null;
  terms: Pick<StandingRow, 'plan' | 'markedAutomated' | 'placeAgrees'> | null;
  limits: StandingRow['limits'][];
}

/** For a statement that reads the case `c` and more than that: how it stands as JSON. */
export const STANDING_JSON = `(select ${asObject({
  own: asObject(OWN),
  source: `(select ${asObject(OF_SOURCE)} from source s where s.id = m.source_id)`,
  author: `(select ${asObject(OF_AUTHOR)} from author a where a.id = m.author_id)`,
  said: `(select json_agg(json_build_array(p.text, p.scores -> 'signals')) from (${LATEST_TEXTS}) p)`,
  terms: `(select json_build_object('plan', x.plan, 'markedAutomated', x.marked_automated, 'placeAgrees', x.place_agrees) from account_terms x where x.source_id = m.source_id)`,
  limits: `json_build_array(${ALL_LIMITS}, (select limits from account_limits where source_id = m.source_id))`,
})} from (${LATEST}) m)`;

/** @param replies of the case @returns how it stands, of what STANDING_JSON read */
export function standingOfParts({ own, source, author, said, terms, limits: [all, ofAccount] }: StandingParts, replies: readonly Sent[]): JsonRow<StandingRow> {
  const signals = [...new Set(said?.flatMap(([, of]) => of ?? []))].sort();
  const usual = { plan: 'self-serve', markedAutomated: false, placeAgrees: false } as const;
  const heard = { texts: said?.map(([text]) => text) ?? null, signals };
  const automatedInThread = own.automatedInThread || replies.some(({ automatic, state }) => automatic && state !== 'refused' && state !== 'cancelled');
  return { ...own, automatedInThread, ...source, ...author, ...heard, ...(terms ?? usual), limits: { ...all, ...ofAccount } } as JsonRow<StandingRow>;
} // prettier-ignore

/** @returns how a case stands, of what was read as JSON, with its instants */
export const standingOfJson = (row: JsonRow<StandingRow>) => withDates<StandingRow>(row, ['postedAt', 'fetchedAt']);

/** @returns how each case stands; cases without a post are left out */
export function standingOfCases(asks: Asks, caseIds: readonly string[]): Promise<StandingRow[]> {
  return asks.query<StandingRow>(STANDING, [caseIds]);
}
