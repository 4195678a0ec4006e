/** Watches that are louder than usual right now, and the posts that did it. */
import { Injectable } from '@nestjs/common';
import type { UnusualView } from '#libs/contracts/views/foresight.js';
import { findUnusual, type Unusual } from '#libs/foresight/spikes.js';
import { Database } from '../database/database.js';
import { mentionViews } from '../database/views/mention-views.js';
import type { Responder } from '../platform/access/responder.js';

const HOUR_MS = 3_600_000;
/** Four weeks and the running hour. */
const HOURS = 4 * 168 + 1;
/** Hours that may still grow much; what lies before them is read anew once an hour. */
const RECENT = 48;
const SHOWN = 10;
const SAMPLES = 3;
/** The posts of a loud hour that are looked through for the ones with the most reach. */
const LOOKED = 300;

interface Heard {
  watchId: string;
  watch: string;
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
export class UnusualQuery {
  /** Of each watch what it heard in weeks that do not change any more, with the hour in which it was read. */
  private readonly past = new Map<string, { read: number; hours: string | null }>();

  constructor(private readonly db: Database) {}

  async run(by: Responder, now: Date): Promise<UnusualView[]> {
    const running = Math.floor(now.getTime() / HOUR_MS);
    const rows = await this.db.query<Heard>(
      `select w.id as "watchId", w.name as watch, ${AS_TEXT} as hours
       from watch w left join mention_hour h on h.watch_id = w.id and h.hour > $2
       where w.team_id = any($1::bigint[]) and w.deleted_at is null and w.enabled group by w.id`,
      [by.teamIds, new Date((running - RECENT) * HOUR_MS)],
    );
    await this.readPast(rows.map(({ watchId }) => watchId), running); // prettier-ignore
    const elapsed = Math.max(0.02, (now.getTime() - running * HOUR_MS) / HOUR_MS);
    const whole = rows.flatMap(({ hours, ...row }) => {
      const known = [this.past.get(row.watchId)?.hours, hours].filter(Boolean).join();
      return known === '' ? [] : [{ ...row, hours: known }];
    });
    const found = whole.flatMap((row) => loudOf(row, running, elapsed)).sort((a, b) => b.strength - a.strength);
    return Promise.all(found.slice(0, SHOWN).map((one) => this.withSamples(one, by, now)));
  }

  /** Once an hour for each watch: the weeks before its recent hours. */
  private async readPast(watchIds: readonly string[], running: number): Promise<void> {
    const missing = watchIds.filter((id) => this.past.get(id)?.read !== running);
    if (missing.length === 0) return;
    const rows = await this.db.query<{ watchId: string; hours: string | null }>(
      `select h.watch_id as "watchId", ${AS_TEXT} as hours from mention_hour h
       where h.watch_id = any($1::bigint[]) and h.hour > $2 and h.hour <= $3 group by 1`,
      [missing, new Date((running - HOURS) * HOUR_MS), new Date((running - RECENT) * HOUR_MS)],
    );
    const read = new Map(rows.map(({ watchId, hours }) => [watchId, hours]));
    for (const id of missing) this.past.set(id, { read: running, hours: read.get(id) ?? null });
  }

  private async withSamples(one: Omit<UnusualView, 'samples'>, by: Responder, now: Date): Promise<UnusualView> {
    const from = new Date(now.getTime() - (one.kind === 'spike' ? 1 : 24) * HOUR_MS);
    const rows = await this.db.query<{ id: string }>(
      `select id from (
         select m.id, a.followers from (
           select id, author_id, sentiment from mention where watch_ids @> array[$1::bigint] and posted_at > $2 order by posted_at desc, id desc limit ${LOOKED}) as m
         join author a on a.id = m.author_id where $3 = 'all' or m.sentiment = 'negative') as loud
       order by followers desc nulls last, id desc limit ${SAMPLES}`,
      [one.watchId, from, one.of],
    );
    const views = await mentionViews(this.db, rows.map((row) => row.id), by.teamIds); // prettier-ignore
    return { ...one, samples: rows.flatMap(({ id }) => views.get(id) ?? []) };
  }
}

/** The first hour of a watch counts as the beginning of its past: before it there was nothing to hear. */
function loudOf(
  { watchId, watch, hours: text }: Heard & { hours: string },
  running: number,
  elapsed: number,
): Omit<UnusualView, 'samples'>[] {
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
  const view = (of: UnusualView['of'], found: Unusual | null) => (found ? [{ watchId, watch, of, ...found }] : []);
  const all = view('all', findUnusual({ counts: series('n'), elapsed }));
  const negative = view('negative', findUnusual({ counts: series('negative'), elapsed }));
  // A storm is nearly always a negative one: said once, as what it is.
  return negative.length > 0 ? negative : all;
}
