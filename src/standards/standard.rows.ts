/** Standards as rows and as views, with the sentence in the reader's language. */
import { StandardTerms, type StandardVersionView } from '#libs/contracts/http/standards.js';
import { sentenceText, type Names } from '#libs/contracts/standard-sentence.js';
import type { Locale } from '#libs/contracts/words.js';
import type { Responder } from '../platform/access/responder.js';

/** Whatever can ask: the database or a running transaction. */
export interface Asks {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>;
}

export interface VersionRow {
  id: string;
  standardId: string;
  position: number;
  retired: boolean;
  version: number | null;
  terms: unknown;
  savedAt: Date;
  publishedAt: Date | null;
  by: { id: string; name: string } | null;
  reason: string | null;
}

export const VERSIONS = `
  select v.id, v.standard_id as "standardId", s.position, s.retired_at is not null as retired, v.n as version, v.terms, v.saved_at as "savedAt",
    v.published_at as "publishedAt", v.reason, case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
  from standard_version v join standard s on s.id = v.standard_id left join person p on p.id = coalesce(v.published_by, v.saved_by)`;
/** The draft and the newest published version of each standard that is not retired, in the order of the list. */
export const CURRENT = `
  ${VERSIONS}
  where s.retired_at is null and (v.n is null or v.n = (select max(n) from standard_version where standard_id = s.id))
  order by s.position, s.id, v.n desc nulls first`;

const NETWORK_NAMES: Readonly<Record<string, string>> = {
  x: 'X', bluesky: 'Bluesky', mastodon: 'Mastodon', telegram: 'Telegram', reddit: 'Reddit', youtube: 'YouTube', hackernews: 'Hacker News', appstore: 'App Store',
}; // prettier-ignore

/** @returns what watches of the asker's teams, sources and calendars are called */
export async function namesFor(asks: Asks, by: Pick<Responder, 'teamIds'>): Promise<Names> {
  const rows = await asks.query<{ kind: 'watches' | 'sources' | 'calendars'; id: string; name: string }>(
    `select 'watches' as kind, id, name from watch where team_id = any($1::bigint[])
     union all select 'sources', id, name from source union all select 'calendars', id, name from calendar`,
    [by.teamIds],
  );
  const names = { watches: {}, sources: {}, calendars: {}, networks: NETWORK_NAMES } as Record<string, Record<string, string>>;
  for (const { kind, id, name } of rows) (names[kind] as Record<string, string>)[id] = name;
  return names as unknown as Names;
}

export function toVersionView(row: VersionRow, names: Names, locale: Locale): StandardVersionView {
  const terms = StandardTerms.parse(row.terms);
  return {
    id: row.id,
    version: row.version,
    terms,
    sentence: sentenceText(terms, names, locale),
    at: (row.publishedAt ?? row.savedAt).toISOString(),
    by: row.by,
    reason: row.reason,
  };
}
