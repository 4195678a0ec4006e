/** The time, the outbox, the scorer, the health ledger, the clocks and the reconciler of the pipeline: small services in one constructor part. */
import { Injectable, Logger } from '@nestjs/common';
import { Scorer } from '../analyse/scorer.js';
import { CatchUpClocks } from '../clocks/catch-up-clocks.js';
import { CustomerTiers } from '../clocks/customer-tiers.js';
import { RecordOwnPosts } from '../desk/record-own-posts.js';
import { OutboxWake } from '../outbox/wake.js';
import { Clock } from '../platform/clock.js';
import { HealthLedger } from '../sources/health-ledger.js';
import { ReconcilePosts } from './reconcile-posts.js';

@Injectable()
export class IngestServices {
  // eslint-disable-next-line max-params -- this class is nothing but the bundle of them
  constructor(
    readonly clock: Clock,
    readonly wake: OutboxWake,
    readonly scorer: Scorer,
    readonly health: HealthLedger,
    private readonly catchUp: CatchUpClocks,
    readonly reconcile: ReconcilePosts,
    readonly ownPosts: RecordOwnPosts,
    readonly tiers: CustomerTiers,
  ) {}

  /** Judges cases that posts joined. What fails here is done by the next sweep: the cases stay marked. */
  async judgeClocks(caseIds: readonly string[]): Promise<void> {
    try {
      await this.catchUp.run(caseIds);
    } catch (error) {
      new Logger(IngestServices.name).warn(`clocks are judged later: ${(error as Error).message}`);
    }
  }
}
