/** Who comes in at the socket door, and what time it is there. */
import { Injectable } from '@nestjs/common';
import { Identify } from '../platform/access/identify.js';
import { Clock } from '../platform/clock.js';

@Injectable()
export class LiveDoors {
  constructor(
    readonly identify: Identify,
    readonly clock: Clock,
  ) {}
}
