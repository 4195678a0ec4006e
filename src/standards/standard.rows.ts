/** Standards as rows and as views, with the sentence in the reader's language. */
import { StandardTerms, type StandardVersionView } from '#libs/contracts/http/standards.js';
import { sentenceText, standardSentence, type Names } from '#libs/contracts/standard-sentence.js';
import type { Locale } from '#libs/contracts/words.js';

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

export function toVersionView(row: VersionRow, names: Names, locale: Locale): StandardVersionView {
  const terms = StandardTerms.parse(row.terms);
  return {
    id: row.id,
    version: row.version,
    terms,
    sentence: sentenceText(terms, names, locale),
    said: standardSentence(terms, names, locale),
    at: (row.publishedAt ?? row.savedAt).toISOString(),
    by: row.by,
    reason: row.reason,
  };
}
