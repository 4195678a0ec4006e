/** Scores posts with what this desk has learned and how it weighs risk; a new layer or new weights are swapped in whole, in every process. */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { learnedRelevance, type LearnedLayer } from '#libs/scoring/learn.js';
import { preparations } from '#libs/scoring/preparations.js';
import { scorePost, type ScorablePost, type Scores } from '#libs/scoring/score-post.js';
import type { RiskWeights } from '#libs/scoring/weights.js';
import { Database } from '../database/database.js';
import type { DeskEvents } from '../outbox/events.js';
import { OutboxTail } from '../outbox/tail.js';

/** What `settings.changed` says when another layer is in force. */
export const LEARNING = 'learning';
/** What it says when other weights are in force. */
export const WEIGHTS = 'weights';

/** Weights that a manager set, and the name by which scores made with them tell so. */
export interface SetWeightsRow {
  version: string;
  weights: RiskWeights;
}

@Injectable()
export class Scorer implements OnApplicationBootstrap, OnModuleDestroy {
  private layer: LearnedLayer | undefined;
  private set: SetWeightsRow | undefined;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = this.tail.onEvents((events) => {
      const changed = events.map((e) => (e.payload as DeskEvents['settings.changed']).what);
      return changed.includes(LEARNING) || changed.includes(WEIGHTS) ? this.load() : undefined;
    });
    await this.load();
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** Makes ready, bit by bit, what the first posts would wait for: some three tenths of a second. Without it they are scored the same. */
  async prepare(): Promise<void> {
    for (const prepareNext of preparations()) {
      prepareNext();
      await setImmediate();
    }
  }

  /** Pure for one version: the same post gives the same scores. */
  score(post: ScorablePost): Scores {
    return this.named(scorePost(post, this.layer, this.set?.weights));
  }

  /** How much a post concerns us by what was learned, in [0, 1]; undefined when nothing was learned of it. */
  concern(text: string, lang?: string): number | undefined {
    return learnedRelevance(this.layer, text, lang);
  }

  /** As `score`, without what was learned here: for showing what that changed. */
  scoreUnlearned(post: ScorablePost): Scores {
    return this.named(scorePost(post, undefined, this.set?.weights));
  }

  /** Scores made with weights of the desk's own carry their name after a tilde. */
  private named(scores: Scores): Scores {
    return this.set ? { ...scores, version: `${scores.version}~${this.set.version}` } : scores;
  }

  /** What scores made now carry as their version. */
  get version(): string {
    return this.score({ text: '' }).version;
  }

  /** Reads the layer and the weights that are in force. */
  async load(): Promise<void> {
    const row = await this.db.one<{ layer: LearnedLayer | null; version: string | null; weights: RiskWeights | null }>(
      `select (select layer from learned_layer where in_force) as layer, w.version, w.weights
       from (select) as one left join lateral (select version, weights from score_weights order by id desc limit 1) w on true`,
    );
    this.layer = row?.layer ?? undefined;
    this.set = row?.weights && row.version !== null ? { version: row.version, weights: row.weights } : undefined;
  }
}
