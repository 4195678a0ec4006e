/** The ledger of how each source fares: one line for each stretch of time, what a blind stretch cost, and its alarm. */
import { Injectable } from '@nestjs/common';
import { messageOf } from '#libs/contracts/notes.js';
import { judgeHealth, type SourceFacts, type Verdict } from '#libs/listening/judge-health.js';
import type { HealthReason, SourceHealth, SourceKind } from '#libs/contracts/words.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { Tx } from '../database/database.js';
import { endAlarm, raiseAlarm } from './source-alarms.js';

/** What a poll that heard something can say about the time before it. */
export interface Sight {
  /** Not everything since the last time could be read: what lies before this instant is lost. null: everything could. */
  lostBefore: Date | null;
}

/** A stretch in which nobody listened, found when it was over. */
export interface Hole {
  from: Date;
  to: Date;
  reason: HealthReason;
}

interface Line {
  id: string;
  state: Verdict['state'];
  from: Date;
  reason: HealthReason | null;
}

type FactsRow = Omit<SourceFacts, 'silent' | 'intervalSeconds'> & {
  kind: SourceKind;
  enabled: boolean;
  health: SourceHealth;
  intervalSeconds: number;
  lastPostAt: Date | null;
  /** Set by the watchman; over as soon as something comes. */
  silentSince: Date | null;
  silentBlind: boolean;
  /** Its server is left alone for a while, because it did not answer. */
  hostDown: boolean;
};

interface Entry {
  id: string;
  line: Line | undefined;
  verdict: Verdict;
  now: Date;
}

const FACTS = `select kind, enabled, health, failures, last_outcome as outcome, last_notes as notes, interval_seconds as "intervalSeconds",
  next_poll_at as "dueAt", listening_since as since, heard_at as "heardAt", last_post_at as "lastPostAt",
  case when silent_since >= last_post_at then silent_since end as "silentSince", silent_blind as "silentBlind",
  coalesce(capped_until > $2, false) as capped,
  exists (select from host_circuit c where c.host = source.host and c.open_until > $2) as "hostDown" from source where id = $1`;

/** Published in the blind stretch `h` and heard since. */
const LATE_MENTIONS = `(select count(*) from mention m
  where m.source_id = h.source_id and m.posted_at >= h.from_at and m.posted_at < h.to_at and m.fetched_at >= h.from_at)`;

@Injectable()
export class HealthLedger {
  /**
   * Judges a source by what its row says and writes the ledger. Whoever calls holds the row's lock.
   * @param found what else is known: that no process runs, what its poll saw
   * @returns its health, and whether that is news
   */
  async judge(tx: Tx, id: string, now: Date, found: Partial<Found> = {}): Promise<{ health: SourceHealth; changed: boolean }> {
    const row = await tx.one<FactsRow>(FACTS, [id, now]);
    if (!row) return { health: 'new', changed: false };
    const line = await currentLine(tx, id);
    const verdict = row.enabled ? stillBlind(line, row, verdictOf(row, found, now)) : offSince(now);
    const changed = await this.write(tx, { id, line, verdict, now }, found.sight);
    const health = verdict.state as SourceHealth;
    if (row.enabled && health !== row.health) await tx.query('update source set health = $2 where id = $1', [id, health]);
    return { health, changed: changed || (row.enabled && health !== row.health) };
  }

  /** Switched on: what it listens to begins now. Its first poll opens the ledger's next line. */
  async switchedOn(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query('update source set listening_since = $2, heard_at = null where id = $1', [id, now]);
    const line = await currentLine(tx, id);
    if (line) await closeLine(tx, line, now);
  }

  /** A hole that is over: the time in which the source seemed to listen is parted. A hole in blind time is nothing new. */
  async noteHole(tx: Tx, id: string, hole: Hole, sight: Sight): Promise<void> {
    const line = await currentLine(tx, id);
    if (!line || line.state === 'blind' || line.state === 'off') return;
    const from = line.from > hole.from ? line.from : hole.from;
    if (from >= hole.to) return;
    await closeLine(tx, line, from);
    const made = await this.open(tx, id, { state: 'blind', since: from, reason: hole.reason, notes: [] });
    await this.closeBlind(tx, id, { id: made, from }, hole.to, sight);
    await this.open(tx, id, { state: line.state, since: hole.to, reason: line.reason, notes: [] });
  }

  /**
   * What was published in a blind stretch may come long after its end: catching up takes more than one poll.
   * @param oldest when the oldest post that came was published
   */
  async recount(tx: Tx, id: string, oldest: Date, now: Date): Promise<void> {
    await tx.query(
      `update source_health h set late_mentions = ${LATE_MENTIONS}
       where source_id = $1 and state = 'blind' and to_at > greatest($2::timestamptz, $3::timestamptz - interval '2 days')`,
      [id, oldest, now],
    );
  }

  /** @returns whether the ledger got a new line */
  private async write(tx: Tx, { id, line, verdict, now }: Entry, sight: Sight | undefined): Promise<boolean> {
    if (verdict.state === 'new') return false;
    if (line && line.state === verdict.state && (line.state === 'blind' || line.reason === verdict.reason)) {
      const { reason, notes } = verdict; // blind for another reason is still one stretch, with one alarm
      const params = [line.id, reason, messageOf(notes), JSON.stringify(notes)];
      await tx.query('update source_health set reason = $2, message = $3, notes = $4 where id = $1', params);
      return false;
    }
    const since =
      line?.state === 'blind' ? now : await firstOrLater(tx, id, verdict.since, line !== undefined || verdict.state === 'off');
    if (line?.state === 'blind') await this.closeBlind(tx, id, line, now, sight);
    else await closeBefore(tx, id, since);
    await this.open(tx, id, { ...verdict, since });
    if (line?.state === 'blind') await endAlarm(tx, id, now);
    if (verdict.state === 'blind') await raiseAlarm(tx, id, { ...verdict, since }, now);
    return true;
  }

  private async open(tx: Tx, id: string, { state, since, reason, notes }: Verdict): Promise<string> {
    const row = await tx.one<{ id: string }>(
      'insert into source_health (source_id, state, from_at, reason, message, notes) values ($1, $2, $3, $4, $5, $6) returning id',
      [id, state, since, reason, messageOf(notes), JSON.stringify(notes)],
    );
    return row?.id ?? '';
  }

  /** Ends blind time: what came late is counted, what never came is said. */
  private async closeBlind(tx: Tx, id: string, line: Pick<Line, 'id' | 'from'>, to: Date, sight?: Sight): Promise<void> {
    if (line.from >= to) return void (await tx.query('delete from source_health where id = $1', [line.id]));
    const lost = sight ? sight.lostBefore : to;
    const unheard = lost && lost > line.from ? [line.from, lost < to ? lost : to] : [null, null];
    await tx.query('update source_health set to_at = $2, unheard_from = $3, unheard_to = $4 where id = $1', [
      line.id,
      to,
      ...unheard,
    ]);
    await tx.query(`update source_health h set late_mentions = ${LATE_MENTIONS} where id = $1`, [line.id]);
  }
}

/** What judging needs beside the source's own row. */
export interface Found {
  sight: Sight;
  /** No process gives a sign of life: that is why nobody asks. */
  deskDown: boolean;
}

const offSince = (since: Date): Verdict => ({ state: 'off', since, reason: null, notes: [] });

function currentLine(tx: Tx, id: string): Promise<Line | undefined> {
  return tx.one<Line>('select id, state, from_at as "from", reason from source_health where source_id = $1 and to_at is null', [
    id,
  ]);
}

async function closeLine(tx: Tx, line: Line, at: Date): Promise<void> {
  if (line.from >= at) await tx.query('delete from source_health where id = $1', [line.id]);
  else await tx.query('update source_health set to_at = $2 where id = $1', [line.id, at]);
}

/** A new state may reach back, to when the source last heard: lines that only seemed right go, the one it cuts is shortened. */
async function closeBefore(tx: Tx, id: string, since: Date): Promise<void> {
  await tx.query(`delete from source_health where source_id = $1 and from_at >= $2 and state not in ('blind', 'off')`, [
    id,
    since,
  ]);
  await tx.query(
    `update source_health set to_at = $2 where source_id = $1 and from_at < $2 and (to_at is null or to_at > $2) and state not in ('blind')`,
    [id, since],
  );
}

/** The first line of a source begins when it was connected; no line reaches back into blind time that is over. */
async function firstOrLater(tx: Tx, id: string, since: Date, known: boolean): Promise<Date> {
  const row = await tx.one<{ listening: Date; floor: Date | null }>(
    `select listening_since as listening,
       (select max(to_at) from source_health where source_id = s.id and state in ('blind', 'off')) as floor from source s where id = $1`,
    [id],
  );
  const wanted = row && !known && row.listening < since ? row.listening : since;
  return row?.floor && row.floor > wanted ? row.floor : wanted;
}

function verdictOf(row: FactsRow, found: Partial<Found>, now: Date): Verdict {
  const polled = connectorOf(row.kind).poll !== undefined;
  const heard = polled ? row : { ...row, heardAt: row.lastPostAt, intervalSeconds: null };
  const silent = row.silentSince && { since: row.silentSince, blind: row.silentBlind };
  const verdict = judgeHealth({ ...heard, silent }, now);
  if (verdict.reason === 'not-asked' && found.deskDown) return { ...verdict, reason: 'desk-down' };
  return verdict.reason === 'not-asked' && row.hostDown ? { ...verdict, reason: 'host-down' } : verdict;
}

/** Only sight ends blindness: neither new settings nor a first failure after them do. */
function stillBlind(line: Line | undefined, { heardAt, lastPostAt }: FactsRow, verdict: Verdict): Verdict {
  const seen = heardAt ?? lastPostAt;
  if (line?.state !== 'blind' || verdict.state === 'blind' || (seen !== null && seen > line.from)) return verdict;
  return { ...verdict, state: 'blind', since: line.from, reason: verdict.reason ?? line.reason };
}
