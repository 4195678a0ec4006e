/** How much was heard in stretches of time, summed up by the database from the ledgers of sources: for every figure that states its coverage. */
import type { CoverageShares } from '#libs/contracts/views/coverage.js';
import { SOURCE_KINDS } from '#libs/contracts/words.js';
import { heardShare, liveShare, type Heard } from '#libs/listening/coverage.js';
import { bringsPostsOf } from '#libs/listening/coverage-scope.js';
import type { Asks } from './case-cards.js';

/** A stretch of time, and what it is asked about; empty lists: every source. */
export interface Span {
  from: Date;
  to: Date;
  networks?: readonly string[];
  sourceIds?: readonly string[];
}

const SUM_MS = (state: string) =>
  `coalesce(sum(date_part('epoch', least(coalesce(h.to_at, w."to"), w."to") - greatest(h.from_at, w."from")) * 1000) filter (where h.state = '${state}'), 0)`;
/** As `heardWithin` of libs/listening/coverage.ts counts: blind time that goes on is unheard, of that which is over what the ledger says. */
const HEARD = `
  select w.n, ${SUM_MS('listening')} as listening, ${SUM_MS('degraded')} as degraded, ${SUM_MS('blind')} as blind,
    coalesce(sum(greatest(0, date_part('epoch', least(case when h.to_at is null then w."to" else h.unheard_to end, w."to")
      - greatest(case when h.to_at is null then h.from_at else h.unheard_from end, w."from"))) * 1000)
      filter (where h.state = 'blind' and (h.to_at is null or h.unheard_from is not null)), 0) as unheard
  from jsonb_to_recordset($1::jsonb) as w(n int, "from" timestamptz, "to" timestamptz, kinds text[], ids bigint[])
  join source_health h on h.state <> 'off' and h.from_at < w."to" and (h.to_at is null or h.to_at > w."from") and (w.ids is null or h.source_id = any(w.ids))
  join source s on s.id = h.source_id and s.kind = any(w.kinds)
  group by w.n`;

/** @returns a span as the database is asked about it */
export function askedOf({ from, to, networks = [], sourceIds = [] }: Span) {
  const kinds = SOURCE_KINDS.filter((kind) => bringsPostsOf(kind, networks));
  return { from, to, kinds, ids: sourceIds.length > 0 ? sourceIds : null };
}

/** @returns the shares of each span, in their order; equal spans are asked about once */
export async function coverageShares(asks: Asks, spans: readonly Span[]): Promise<CoverageShares[]> {
  const places = new Map<string, number>();
  const asked: object[] = [];
  const place = spans.map((span) => {
    const one = askedOf(span);
    const key = JSON.stringify(one);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, asked.length);
    return asked.push({ ...one, n: asked.length }) - 1;
  });
  const rows = asked.length === 0 ? [] : await asks.query<Heard & { n: number }>(HEARD, [JSON.stringify(asked)]);
  const found = new Map(rows.map((row) => [row.n, row]));
  return place.map((n) => sharesOf(found.get(n) ?? NOTHING));
}

const NOTHING: Heard = { listening: 0, degraded: 0, blind: 0, unheard: 0 };

/** @returns the shares as the API shows them */
export function sharesOf(heard: Heard): CoverageShares {
  return {
    live: liveShare(heard),
    heard: heardShare(heard),
    blindSeconds: heard.blind / 1000,
    degradedSeconds: heard.degraded / 1000,
    unheardSeconds: heard.unheard / 1000,
  };
}
