/** The blind times behind a coverage figure, the newest first. */
import type { BlindTime } from '#libs/contracts/http/standards.js';
import type { Asks } from './case-cards.js';
import { askedOf, type Span } from './coverage-shares.js';

export interface BlindWithin {
  newest: BlindTime[];
  count: number;
}

const at = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const WITHIN = `
  select w.n, jsonb_build_object('source', jsonb_build_object('id', s.id::text, 'name', s.name, 'kind', s.kind), 'from', ${at('h.from_at')}, 'to', ${at('h.to_at')},
      'reason', h.reason, 'unheardFrom', ${at('h.unheard_from')}, 'unheardTo', ${at('h.unheard_to')}) as one,
    count(*) over (partition by w.n)::int as count, row_number() over (partition by w.n order by h.from_at desc, h.id desc) as place
  from jsonb_to_recordset($1::jsonb) as w(n int, "from" timestamptz, "to" timestamptz, kinds text[], ids bigint[])
  join source_health h on h.state = 'blind' and h.from_at < w."to" and (h.to_at is null or h.to_at > w."from") and (w.ids is null or h.source_id = any(w.ids))
  join source s on s.id = h.source_id and s.kind = any(w.kinds)`;

/** @param most shown of each span @returns those of each span, in its order */
export async function blindTimes(asks: Asks, spans: readonly Span[], most: number): Promise<BlindWithin[]> {
  const asked = spans.map((span, n) => ({ n, ...askedOf(span) }));
  const rows = await asks.query<{ n: number; one: BlindTime; count: number }>(
    `select n, one, count from (${WITHIN}) b where place <= $2 order by n, place`,
    [JSON.stringify(asked), most],
  );
  return spans.map((_, n) => {
    const found = rows.filter((row) => row.n === n);
    return { newest: found.map((row) => row.one), count: found[0]?.count ?? 0 };
  });
}
