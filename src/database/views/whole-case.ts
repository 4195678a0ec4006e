/** The whole case as one statement reads it: what its page shows, and what verbs on it decide by. */
import type { ActivityKind } from '#libs/contracts/words.js';
import type { CaseView } from '#libs/contracts/views/case.js';
import { cardJson, type CardRow } from './case-cards.js';
import { standingJson, type StandingRow } from './case-standing.js';
import { draftsJson } from './draft-views.js';
import { rowAsJson, rowsAsJson, type JsonRow } from './json-rows.js';
import { mentionsJson, type MentionRow } from './mention-views.js';
import { peopleJson } from './presence-views.js';
import { repliesJson, type ReplyRow } from './reply-views.js';
import { storedClocksJson, type StoredClock } from './stored-clocks.js';
import { wordsContextJson, type WordsContext } from './words-context.js';

export interface ActivityRow {
  id: string;
  at: string;
  kind: ActivityKind;
  data: Record<string, unknown>;
  by: { id: string; name: string } | null;
}

/** What changes without the case's own row: read anew by every verb. */
export interface BesideRow {
  /** Cases of the same customer, in the teams of whoever asks. */
  cases: { all: number; open: number };
  drafts: CaseView['drafts'];
  people: CaseView['people'] | null;
}

/** What wholeCase reads; instants as PostgreSQL writes them. */
export interface WholeCase extends BesideRow {
  /** Version of the case's row: whoever changes a case changes its row. */
  seen: string;
  waitingSince: string | null;
  promiseIds: string[];
  firstHeardAt: string | null;
  /** Of the customer, by the marks that were imported. */
  tier: string | null;
  card: JsonRow<CardRow>;
  clocks: JsonRow<StoredClock>[];
  mentions: JsonRow<MentionRow>[];
  replies: JsonRow<ReplyRow>[];
  activity: ActivityRow[];
  standing: JsonRow<StandingRow> | null;
  words: WordsContext;
}

const activity = (id: string) => `
  select a.id::text, a.at, a.kind, a.data, case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
  from activity a left join person p on p.id = a.person_id where a.case_id = ${id} order by a.id`;
const tier = (author: string) => `
  select m.tier from author a join customer_mark m on m.network = a.network
    and ((m.named_by, m.name) = ('account', a.key) or (m.named_by, m.name) = ('handle', lower(ltrim(a.handle, '@'))))
  where a.id = ${author} order by m.named_by limit 1`;
const cases = (author: string, teams: string) => `
  select count(*)::int as all, count(*) filter (where o.status <> 'resolved')::int as open
  from desk_case o where o.author_id = ${author} and o.team_id = any(${teams})`;

/** @param place of the case's id, its author, the moment and the asker's teams in the statement that this becomes */
export const besideCase = (place: { id: string; author: string; now: string; teams: string }) => `
  select ${rowAsJson(cases(place.author, place.teams))} as cases, ${draftsJson(place.id)} as drafts, ${peopleJson(place.id, place.now)} as people`;

/**
 * One statement for all of it, so that it is of one moment.
 * @param id, now, teams places of the case's id, the moment and the asker's teams in the statement that this becomes
 */
export const wholeCase = (id: string, now: string, teams: string) => `
  select c.xmin::text as seen, c.waiting_since as "waitingSince", c.promise_ids::text[] as "promiseIds", ${cardJson(id)} as card,
    ${storedClocksJson(id)} as clocks, ${mentionsJson(id)} as mentions, ${repliesJson(id)} as replies, ${rowsAsJson(activity(id))} as activity,
    ${standingJson(id)} as standing, ${wordsContextJson(id)} as words, b.cases, b.drafts, b.people,
    (select first_heard_at from author where id = c.author_id) as "firstHeardAt", (${tier('c.author_id')}) as tier
  from desk_case c cross join lateral (${besideCase({ id, author: 'c.author_id', now, teams })}) b
  where c.id = ${id} and c.team_id = any(${teams})`;
