/** What a poll needs beside its source and the pipeline: small services in one constructor part. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { SAFE_HTTP, type SafeHttp } from '../platform/outbound/safe-http.js';
import { SourceBudget } from '../sources/source-budget.js';
import { ActiveWatches } from '../watches/active-watches.js';

@Injectable()
export class PollServices {
  constructor(
    readonly clock: Clock,
    @Inject(SAFE_HTTP) readonly http: SafeHttp,
    readonly budgets: SourceBudget,
    readonly watches: ActiveWatches,
  ) {}
}
