/** How often a source can be asked for its budget to last: slower when it runs short, and less so in hours in which it finds more. */
import { Injectable } from '@nestjs/common';
import { sustainableSeconds } from '#libs/listening/budget.js';
import { withinBudget } from '#libs/listening/pace.js';
import { yieldNow } from '#libs/listening/rhythm.js';
import type { Tx } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { Rhythms } from '../sources/rhythms.js';
import { SourceBudget } from '../sources/source-budget.js';

/** Without a budget every pace will do. */
export const ANY = (pace: number) => pace;

@Injectable()
export class Pacing {
  constructor(
    private readonly budgets: SourceBudget,
    private readonly rhythms: Rhythms,
    private readonly clock: Clock,
  ) {}

  /** @returns a function from the pace that the yield wants, in seconds, to the one that also the budget allows */
  async affordable(sourceId: string): Promise<(pace: number) => number> {
    const use = (await this.budgets.of([sourceId])).get(sourceId);
    if (!use) return ANY;
    const now = this.clock.now();
    const rhythm = (await this.rhythms.of([sourceId])).get(sourceId) ?? null;
    const sustainable = sustainableSeconds(use.budget, use.month, use.perPoll, now);
    return (pace) => withinBudget(pace, sustainable, rhythm ? yieldNow(rhythm, now) : 1);
  }

  /** The cap is reached: nothing is asked until the month ends. */
  stop(tx: Tx, sourceId: string): Promise<void> {
    return this.budgets.stop(tx, sourceId);
  }
}
