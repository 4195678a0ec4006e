/** What is asked of the list of mentions, as conditions, and which of them an index can tell the rows of. */
import type { MentionQuery } from '#libs/contracts/http/mentions.js';
import { MentionState } from '#libs/contracts/words.js';
import { fold } from '#libs/matching/fold.js';
import type { Tested } from '../database/common-values.js';

/** Something a row must fulfil. Where few rows do, they are looked for by its index. */
export interface Test {
  sql: string;
  /** `gin`: rows in no order; `ordered`: an index of this column and the id. */
  by: 'gin' | 'ordered';
  /** The value it asks for, or elements of which a row must have one, as PostgreSQL's statistics name them. */
  column: Tested;
  elements: readonly string[];
}

export interface MentionSearch {
  /** A stretch of time is read in the order in which its posts were published, all else in the order in which mentions were stored. */
  byTime: boolean;
  /** `$1` is the searcher's teams; more parameters may follow those that are there. */
  params: unknown[];
  /** All that a row must fulfil. */
  where: string[];
  /** Of `where`, what lies in the order: from and to. */
  range: string[];
  tests: Test[];
  /** What the words ask for, folded as the text was when it was stored; web search form, which takes anything. */
  words: string | undefined;
}

const ORDERED = { sourceId: 'source_id', intent: 'intent', language: 'lang', state: 'state' } as const;

export function searchOf(query: MentionQuery, teamIds: readonly string[]): MentionSearch {
  const byTime = query.from !== undefined || query.to !== undefined;
  const params: unknown[] = [teamIds];
  const place = (value: unknown) => `$${params.push(value)}`;
  const team = 'm.team_ids && $1::bigint[]';
  const where = [team];
  const tests: Test[] = [{ sql: team, by: 'gin', column: 'team_ids', elements: teamIds }];
  if (query.watchId !== undefined) {
    const id = `${place(query.watchId)}::bigint`;
    const sql = `m.watch_ids @> array[${id}]`;
    // A watch of another team finds nothing: whom else a mention concerns is not told.
    where.push(sql, `exists (select from watch where id = ${id} and team_id = any($1::bigint[]))`);
    tests.push({ sql, by: 'gin', column: 'watch_ids', elements: [query.watchId] });
  }
  for (const [name, column] of Object.entries(ORDERED) as [keyof typeof ORDERED, (typeof ORDERED)[keyof typeof ORDERED]][]) {
    if (query[name] === undefined) continue;
    // As a word of the statement itself: an index of part of the table serves no value that is not known when it is planned.
    const sql = name === 'state' ? `m.state = '${MentionState.parse(query.state)}'` : `m.${column} = ${place(query[name])}`;
    where.push(sql);
    // Most are heard, so that state has no index.
    if (query[name] !== 'heard') tests.push({ sql, by: 'ordered', column, elements: [query[name]] });
  }
  if (query.sentiment !== undefined) where.push(`m.sentiment = ${place(query.sentiment)}`);
  const range: string[] = [];
  if (query.from !== undefined) range.push(`m.posted_at >= ${place(query.from)}`);
  if (query.to !== undefined) range.push(`m.posted_at < ${place(query.to)}`);
  const words = query.q?.trim() ? fold(query.q) : undefined;
  if (words !== undefined) where.push(`m.words @@ websearch_to_tsquery('simple', ${place(words)})`);
  return { byTime, params, where, range, tests, words };
}

const LEXEME = /'(?:[^']|'')*'(?::\w+)?/g;

/**
 * @param tsquery as PostgreSQL writes it
 * @returns parts of which a row must fulfil each: words that all must be there one by one, anything else as a whole; none where something must be missing
 */
export function partsOf(tsquery: string): string[] {
  const between = tsquery.replaceAll(LEXEME, '');
  if (between.includes('!')) return [];
  return between.includes('|') ? [tsquery] : [...new Set(tsquery.match(LEXEME))];
}

/** @returns the word as statistics name it */
export const wordOf = (lexeme: string): string => lexeme.slice(1, lexeme.lastIndexOf("'")).replaceAll("''", "'");

/** Where in the order: rows that come after it have not been looked at. */
export interface Place {
  id: string;
  /** With the database's own microseconds. */
  posted: string;
}

export const SELECT = 'select m.id::text, m.posted_at::text as posted';

export const orderOf = ({ byTime }: MentionSearch) => (byTime ? 'm.posted_at desc, m.id desc' : 'm.id desc');

export function beforeOf({ byTime }: MentionSearch, { id, posted }: Place, params: unknown[]): string {
  const place = (value: unknown) => `$${params.push(value)}`;
  return byTime ? `(m.posted_at, m.id) < (${place(posted)}::timestamptz, ${place(id)}::bigint)` : `m.id < ${place(id)}::bigint`;
}

/** The rows after a place, in order. */
export function stretchOf(search: MentionSearch, after: Place | undefined): { params: unknown[]; next: string } {
  const params = [...search.params];
  const within = [...search.range, ...(after ? [beforeOf(search, after, params)] : [])];
  return { params, next: `${within.length > 0 ? `where ${within.join(' and ')}` : ''} order by ${orderOf(search)}` };
}

/** The place of the last of so many rows, as JSON: found in the index alone, of which the order is. */
export const placeAfter = (next: string, rows: number) => `
  select jsonb_build_object('id', x.id::text, 'posted', x.posted_at::text) from mention x
  where x.id = (select m.id from mention m ${next} offset ${rows - 1} limit 1)`;

/** Parts of what the words ask for are written as PostgreSQL writes them. */
export function sqlOf({ sql, column }: Test, params: unknown[]): string {
  return column === 'words' ? `m.words @@ $${params.push(sql)}::tsquery` : sql;
}

/** Of the parameters only those that the statement names: PostgreSQL wants to know what each is for. */
export function onlyUsed(sql: string, params: readonly unknown[]): [sql: string, params: unknown[]] {
  const used = [...new Set(sql.match(/\$\d+/g))].map((name) => Number(name.slice(1)));
  const renumbered = sql.replace(/\$(\d+)/g, (_, n) => `$${used.indexOf(Number(n)) + 1}`);
  return [renumbered, used.map((n) => params[n - 1])];
}
