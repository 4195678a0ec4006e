/** Finds the watches that are louder than usual right now, and the posts that did it. */
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Loudness } from '#libs/contracts/views/foresight.js';
import { findUnusual, type Unusual } from '#libs/foresight/spikes.js';
import type { Tx } from '../database/database.js';
import type { Found } from './early-alarms.js';

const HOUR_MS = 3_600_000;
/** Four weeks and the running hour. */
const HOURS = 4 * 168 + 1;
/** Hours that may still grow much; what lies before them is read anew once an hour. */
const RECENT = 48;
const SAMPLES = 3;
const AT_ONCE = 10;
/** The posts of a loud hour that are looked through for the ones with the most reach. */
const LOOKED = 300;

interface Heard {
  watchId: string;
  teamId: string;
  /** "hour:n:negative" by comma, hours since 1970: half the cost of JSON for what is mostly numbers. Null without any. */
  hours: string | null;
}

interface Hour {
  at: number;
  n: number;
  negative: number;
}

const AS_TEXT = `string_agg((date_part('epoch', h.hour) / 3600)::int || ':' || h.n || ':' || h.negative, ',')`;

@Injectable()
export class FindUnusual {
  /** Of each watch what it heard in weeks that do not change any more, with the hour in which it was read. */
  private readonly past = new Map<string, { read: number; hours: string | null }>();

  /** @returns the loud ones of all teams, with the posts that did it */
  async run(tx: Tx, now: Date): Promise<Found<Loudness>[]> {
    const running = Math.floor(now.getTime() / HOUR_MS);
    const rows = await tx.query<Heard>(
      `select w.id as "watchId", w.team_id as "teamId", ${AS_TEXT} as hours
       from watch w left join mention_hour h on h.watch_id = w.id and h.hour > $1
       where w.deleted_at is null and w.enabled group by w.id`,
      [new Date((running - RECENT) * HOUR_MS)],
    );
    await this.readPast(tx, rows.map(({ watchId }) => watchId), running); // prettier-ignore
    const elapsed = Math.max(0.02, (now.getTime() - running * HOUR_MS) / HOUR_MS);
    const found: Found<Loudness>[] = [];
    for (const [n, { watchId, teamId, hours }] of rows.entries()) {
      // Judging takes a fraction of a millisecond a watch: others get their turn in between.
      if (n % AT_ONCE === 0) await setImmediate();
      const known = [this.past.get(watchId)?.hours, hours].filter(Boolean).join();
      const loud = known === '' ? undefined : loudOf(known, running, elapsed);
      if (loud) found.push({ teamId, watchId, sourceId: null, weight: loud.strength, what: { ...loud, mentionIds: await this.postsOf(tx, watchId, loud, now) } }); // prettier-ignore
    }
    return found;
  }

  /** Once an hour for each watch: the weeks before its recent hours. */
  private async readPast(tx: Tx, watchIds: readonly string[], running: number): Promise<void> {
    const missing = watchIds.filter((id) => this.past.get(id)?.read !== running);
    if (missing.length === 0) return;
    const rows = await tx.query<{ watchId: string; hours: string | null }>(
      `select h.watch_id as "watchId", ${AS_TEXT} as hours from mention_hour h
       where h.watch_id = any($1::bigint[]) and h.hour > $2 and h.hour <= $3 group by 1`,
      [missing, new Date((running - HOURS) * HOUR_MS), new Date((running - RECENT) * HOUR_MS)],
    );
    const read = new Map(rows.map(({ watchId, hours }) => [watchId, hours]));
    for (const id of missing) this.past.set(id, { read: running, hours: read.get(id) ?? null });
  }

  /** @returns those with the most followers among them */
  private async postsOf(tx: Tx, watchId: string, { kind, of }: Loud, now: Date): Promise<string[]> {
    const from = new Date(now.getTime() - (kind === 'spike' ? 1 : 24) * HOUR_MS);
    const rows = await tx.query<{ id: string }>(
      `select id from (
         select m.id, a.followers from (
           select id, author_id, sentiment from mention where watch_ids @> array[$1::bigint] and posted_at > $2 order by posted_at desc, id desc limit ${LOOKED}) as m
         join author a on a.id = m.author_id where $3 = 'all' or m.sentiment = 'negative') as loud
       order by followers desc nulls last, id desc limit ${SAMPLES}`,
      [watchId, from, of],
    );
    return rows.map(({ id }) => id);
  }
}

type Loud = Omit<Loudness, 'mentionIds'>;

/** The first hour of a watch counts as the beginning of its past: before it there was nothing to hear. */
function loudOf(text: string, running: number, elapsed: number): Loud | undefined {
  const hours = text.split(',').map((hour): Hour => {
    const [at = 0, n = 0, negative = 0] = hour.split(':').map(Number);
    return { at, n, negative };
  });
  const first = Math.min(...hours.map(({ at }) => at));
  const length = Math.min(HOURS, running - first + 1);
  const series = (of: 'n' | 'negative') => {
    const counts = new Array<number>(Math.max(1, length)).fill(0);
    for (const hour of hours) {
      const place = hour.at - (running - length + 1);
      if (place >= 0 && place < counts.length) counts[place] = hour[of];
    }
    return counts;
  };
  const found = (of: Loud['of'], what: Unusual | null): Loud | undefined => (what ? { of, ...what } : undefined);
  // A storm is nearly always a negative one: said once, as what it is.
  return (
    found('negative', findUnusual({ counts: series('negative'), elapsed })) ??
    found('all', findUnusual({ counts: series('n'), elapsed }))
  );
}
