/** The time, the outbox, the scorer and the health ledger of the pipeline: small services in one constructor part. */
import { Injectable } from '@nestjs/common';
import { Scorer } from '../analyse/scorer.js';
import { OutboxTail } from '../outbox/tail.js';
import { Clock } from '../platform/clock.js';
import { HealthLedger } from '../sources/health-ledger.js';

@Injectable()
export class IngestServices {
  constructor(
    readonly clock: Clock,
    readonly tail: OutboxTail,
    readonly scorer: Scorer,
    readonly health: HealthLedger,
  ) {}
}
