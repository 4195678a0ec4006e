/** Scores posts with what this desk has learned; a new layer is swapped in whole, in every process. */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { LearnedLayer } from '#libs/scoring/learn.js';
import { scorePost, type ScorablePost, type Scores } from '#libs/scoring/score-post.js';
import { Database } from '../database/database.js';
import type { DeskEvents } from '../outbox/events.js';
import { OutboxTail } from '../outbox/tail.js';

/** What `settings.changed` says when another layer is in force. */
export const LEARNING = 'learning';

@Injectable()
export class Scorer implements OnApplicationBootstrap, OnModuleDestroy {
  private layer: LearnedLayer | undefined;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = this.tail.onEvents((events) => {
      const changed = events.some((e) => (e.payload as DeskEvents['settings.changed']).what === LEARNING);
      return changed ? this.load() : undefined;
    });
    await this.load();
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** Pure for one version: the same post gives the same scores. */
  score(post: ScorablePost): Scores {
    return scorePost(post, this.layer);
  }

  /** What scores made now carry as their version. */
  get version(): string {
    return this.score({ text: '' }).version;
  }

  /** Reads the layer that is in force. */
  async load(): Promise<void> {
    const row = await this.db.one<{ layer: LearnedLayer }>('select layer from learned_layer where in_force');
    this.layer = row?.layer;
  }
}
