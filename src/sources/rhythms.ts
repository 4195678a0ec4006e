/** The rhythm of each source as learned from its arrivals, kept for some hours. */
import { Injectable } from '@nestjs/common';
import { learnRhythm, oddAfter, type ArrivalHour, type Rhythm } from '#libs/listening/rhythm.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { RHYTHM_DAYS } from './arrivals.js';

const FRESH_MS = 6 * 3_600_000;
const DAY_MS = 86_400_000;
/** Sources whose arrivals are read in one question. */
const AT_ONCE = 100;
/** No silence shorter than this is odd, however busy the source. */
const LEAST_QUIET_MS = 15 * 60_000;

export interface Silence {
  /** When silence since the last post becomes odd, and when it counts as blindness; null: never. */
  oddAt: Date | null;
  blindAt: Date | null;
}

@Injectable()
export class Rhythms {
  private readonly known = new Map<string, { rhythm: Rhythm | null; at: number }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns rhythms by source id; null where too little is known */
  async of(ids: readonly string[]): Promise<Map<string, Rhythm | null>> {
    const now = this.clock.now().getTime();
    const stale = ids.filter((id) => (this.known.get(id)?.at ?? -Infinity) < now - FRESH_MS);
    for (let i = 0; i < stale.length; i += AT_ONCE) await this.learn(stale.slice(i, i + AT_ONCE), now);
    return new Map(ids.map((id) => [id, this.known.get(id)?.rhythm ?? null]));
  }

  private async learn(ids: readonly string[], now: number): Promise<void> {
    const since = new Date(now - RHYTHM_DAYS * DAY_MS);
    const rows = await this.db.query<{ id: string; from: Date; hours: { hour: string; arrivals: number }[] | null }>(
      `select s.id, greatest(s.listening_since, $2) as "from",
         (select jsonb_agg(jsonb_build_object('hour', a.hour, 'arrivals', a.arrivals) order by a.hour)
          from source_arrival a where a.source_id = s.id and a.hour >= greatest(s.listening_since - interval '1 hour', $2)) as hours
       from source s where s.id = any($1::bigint[])`,
      [ids, since],
    );
    for (const { id, from, hours } of rows) {
      const arrivals: ArrivalHour[] = (hours ?? []).map((h) => ({ hour: new Date(h.hour), arrivals: h.arrivals }));
      this.known.set(id, { rhythm: learnRhythm(arrivals, from, new Date(now)), at: now });
    }
  }
}

/**
 * @param quietSeconds what a person set; 0: its silence is never odd; null: as learned
 * @param lastPostAt when it last brought something
 */
export function silenceOf(quietSeconds: number | null, rhythm: Rhythm | null, lastPostAt: Date | null): Silence {
  if (lastPostAt === null || quietSeconds === 0) return { oddAt: null, blindAt: null };
  if (quietSeconds !== null) {
    const at = new Date(lastPostAt.getTime() + quietSeconds * 1000);
    return { oddAt: at, blindAt: at };
  }
  if (rhythm === null) return { oddAt: null, blindAt: null };
  const least = lastPostAt.getTime() + LEAST_QUIET_MS;
  const after = (times: number) => new Date(Math.max(oddAfter(rhythm, lastPostAt, times).getTime(), least));
  return { oddAt: after(1), blindAt: after(2) };
}
