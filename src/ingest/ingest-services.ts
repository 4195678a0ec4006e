/** The time and the bell of the pipeline: two small services in one constructor part. */
import { Injectable } from '@nestjs/common';
import { OutboxWake } from '../outbox/wake.js';
import { Clock } from '../platform/clock.js';

@Injectable()
export class IngestServices {
  constructor(
    readonly clock: Clock,
    readonly wake: OutboxWake,
  ) {}
}
