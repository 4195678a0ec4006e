/** The whole case as one statement reads it: what its page shows, and what verbs on it decide by. */
import type { ActivityKind } from '#libs/contracts/words.js';
import type { CaseView } from '#libs/contracts/views/case.js';
import { CARD_JSON, type CardRow } from './case-cards.js';
import { STANDING_JSON, standingOfParts, type StandingParts, type StandingRow } from './case-standing.js';
import { draftsJson } from './draft-views.js';
import { byId, objectsAsJson, type JsonRow } from './json-rows.js';
import { mentionsJson, type MentionRow } from './mention-views.js';
import { peopleJson } from './presence-views.js';
import { repliesJson, type ReplyRow } from './reply-views.js';
import { byStart, clockOfCard, storedClocksJson, type StoredClock } from './stored-clocks.js';
import { RULES_OF_REPLIES, type WordsContext } from './words-context.js';

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

/** What the statement reads that is not the whole case yet: what can be had of what it reads anyway is put together by `wholeOf`. */
export interface ReadCase extends Omit<WholeCase, 'standing' | 'words' | 'firstHeardAt' | 'tier'> {
  standing: StandingParts | null;
  rules: WordsContext['rules'];
  watchKind: string;
  customer: Pick<WholeCase, 'firstHeardAt' | 'tier'>;
}

const ACTIVITY = {
  id: 'a.id::text',
  at: 'a.at',
  kind: 'a.kind',
  data: 'a.data',
  by: `(select json_build_object('id', p.id::text, 'name', p.name) from person p where p.id = a.person_id)`,
} satisfies Record<keyof ActivityRow, string>;
const marked = (by: string, name: string) =>
  `(select m.tier from customer_mark m where m.network = a.network and m.named_by = '${by}' and m.name = ${name})`;
const TIER = `coalesce(${marked('account', 'a.key')}, ${marked('handle', `lower(ltrim(a.handle, '@'))`)})`;
const cases = (author: string, teams: string) => `
  (select json_build_object('all', count(*), 'open', count(*) filter (where o.status <> 'resolved'))
    from desk_case o where o.author_id = ${author} and o.team_id = any(${teams}))`;

/** @param place of the case's id, its author, the moment and the asker's teams in the statement that this becomes; @returns an SQL expression */
export const besideCase = (place: { id: string; author: string; now: string; teams: string }) => `
  'cases', ${cases(place.author, place.teams)}, 'drafts', ${draftsJson(place.id)}, 'people', ${peopleJson(place.id, place.now)}`;

/**
 * One statement for all of it, so that it is of one moment. What PostgreSQL begins with each part of a plan costs more than to read the row that
 * it finds, so the parts are few and small: each reads one table, and no part is a row of another (docs/decisions/0041).
 * @param now, teams places of the moment and the asker's teams in the statement that this becomes
 * @returns an SQL expression about the case `c`: a ReadCase as JSON
 */
export const caseAsRead = (now: string, teams: string) => `json_build_object(
    'seen', c.xmin::text, 'waitingSince', c.waiting_since, 'promiseIds', c.promise_ids::text[], 'card', ${CARD_JSON},
    'clocks', ${storedClocksJson('c.id')}, 'mentions', ${mentionsJson('c.id', 'c.team_id')}, 'replies', ${repliesJson('c.id')},
    'activity', ${objectsAsJson(ACTIVITY, 'activity a where a.case_id = c.id', 'a.id')}, 'standing', ${STANDING_JSON}, 'rules', ${RULES_OF_REPLIES},
    'watchKind', (select kind from watch where id = c.watch_id), ${besideCase({ id: 'c.id', author: 'c.author_id', now, teams })},
    'customer', (select json_build_object('firstHeardAt', a.first_heard_at, 'tier', ${TIER}) from author a where a.id = c.author_id))`;

/** @returns the whole case, of what `caseAsRead` read */
export function wholeOf({ standing, rules, watchKind, customer, ...read }: ReadCase): WholeCase {
  const { author, preview, sentiment, risk, intent } = read.card;
  const words: WordsContext = {
    name: author.name,
    handle: author.handle,
    angry: sentiment.label === 'negative' && intent === 'complaint',
    language: preview.lang ?? 'unknown',
    riskLevel: risk.level,
    intent,
    staff: watchKind === 'person',
    rules,
  };
  const card = { ...read.card, ...clockOfCard(read.card.status, read.clocks) } as WholeCase['card'];
  const inOrder = { clocks: [...read.clocks].sort(byStart), replies: [...read.replies].sort(byId) };
  return { ...read, ...customer, ...inOrder, card, standing: standing && standingOfParts(standing, read.replies), words };
}
