/** Trains the desk's layer from all corrections that count, stores it as a version, and puts it in force. */
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Correction, LearnedLayer } from '#libs/scoring/learn.js';
import { SCORER_VERSION } from '#libs/scoring/score-post.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { LEARNING, Scorer } from './scorer.js';
import { trainInBackground } from './train-in-background.js';

/** Advisory lock under which the version in force changes. */
export const LEARNING_LOCK = 7_301_005;
/** The latest corrections that are learned from. */
const MOST_CORRECTIONS = 20_000;
/** Versions kept to go back to. */
const KEEP_VERSIONS = 100;

type Row = { id: string; text: string; lang: string | null } & { [K in 'sentiment' | 'intent' | 'urgency' | 'relevance']: never };

@Injectable()
export class Learner implements OnApplicationBootstrap {
  private readonly log = new Logger(Learner.name);
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<string> | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly scorer: Scorer,
  ) {}

  /** A layer made for another version of the scorer takes no part: it is made anew from the same corrections. */
  async onApplicationBootstrap(): Promise<void> {
    const stale = await this.db.one('select 1 from learned_layer where in_force and base <> $1', [SCORER_VERSION]);
    if (stale) void this.learn(null).catch((error: Error) => this.log.warn(`what was learned is not in force: ${error.message}`));
  }

  /**
   * Learns from every correction committed before the call. Calls that come while one trains are answered by one training after it.
   * @param personId whose correction led to it; null: nobody's
   * @returns the version that scores carry from now on
   */
  learn(personId: string | null): Promise<string> {
    this.next ??= this.running.then(() => {
      this.next = undefined;
      const training = this.train(personId);
      this.running = training.catch(() => undefined);
      return training;
    });
    return this.next;
  }

  private async train(personId: string | null): Promise<string> {
    const rows = await this.db.query<Row>(
      `select * from (
         select id, text, lang, sentiment, intent, urgency, relevance from correction where undone_at is null order by id desc limit ${MOST_CORRECTIONS}) c
       order by id`,
    );
    const layer = await trainInBackground(withBothSides(byText(rows)));
    await this.putInForce(layer, rows.map((row) => row.id), personId); // prettier-ignore
    await this.scorer.load();
    return this.scorer.version;
  }

  /** Unless another process has learned from later corrections meanwhile. */
  private putInForce(layer: LearnedLayer, ids: string[], personId: string | null): Promise<void> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LEARNING_LOCK]);
      const later = await tx.one(
        `select 1 from learned_layer where in_force and base = $2 and upper(made_from) > $1::bigint + 1`,
        [ids.at(-1) ?? 0, layer.base],
      );
      if (later) return;
      await tx.query('update learned_layer set in_force = false where in_force');
      await tx.query(
        `insert into learned_layer (version, base, at, person_id, corrections, made_from, checks, layer, in_force)
         select $1, $2, $3, $4, $5, coalesce(range_agg(int8range(id, id, '[]')), '{}'), $7, $8, true from unnest($6::bigint[]) as id
         on conflict (version, base) do update set in_force = true, at = excluded.at, person_id = excluded.person_id, made_from = excluded.made_from`,
        [layer.version, layer.base, now, personId, layer.corrections, ids, JSON.stringify(layer.checks), JSON.stringify(layer)],
      );
      await tx.query(
        `delete from learned_layer where not in_force and id <= (select id from learned_layer order by id desc offset ${KEEP_VERSIONS} limit 1)`,
      );
      await addEvent(tx, now, 'settings.changed', { what: LEARNING });
    });
  }
}

/** What was said of a text at different times adds up; where it differs the later holds. */
function byText(rows: Row[]): Correction[] {
  const said = new Map<string, Correction>();
  for (const row of rows) {
    const before = said.get(row.text);
    said.delete(row.text);
    said.set(row.text, { ...before, ...toCorrection(row) });
  }
  return [...said.values()];
}

/** Of each kind, before relevance is learned. */
const FEWEST_OF_A_KIND = 5;

/** From "not ours" alone one would learn that nothing is ours: relevance waits until people have said both. */
function withBothSides(corrections: Correction[]): Correction[] {
  const said = corrections.flatMap(({ relevance }) => relevance ?? []);
  const ours = said.filter((relevance) => relevance > 0.5).length;
  if (Math.min(ours, said.length - ours) >= FEWEST_OF_A_KIND) return corrections;
  return corrections.flatMap(({ relevance: _, ...rest }) => (SAYS.some((field) => rest[field] !== undefined) ? [rest] : []));
}

const SAYS = ['sentiment', 'intent', 'urgency'] as const;

function toCorrection({ text, lang, sentiment, intent, urgency, relevance }: Row): Correction {
  const said = Object.entries({ sentiment, intent, urgency, relevance }).filter(([, value]) => value !== null);
  return { text, ...(lang !== null && { langHint: lang }), ...Object.fromEntries(said) };
}
