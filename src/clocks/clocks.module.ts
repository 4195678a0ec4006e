/** Promises made to cases, and the clocks that run on them. */
import { Module } from '@nestjs/common';
import { BreachSweep } from './breach.sweep.js';
import { CatchUpClocks } from './catch-up-clocks.js';
import { CustomerTiers } from './customer-tiers.js';
import { FireDueClocks } from './fire-due-clocks.js';
import { ProjectClocks } from './project-clocks.js';
import { Promises } from './promises.js';

@Module({
  providers: [CustomerTiers, Promises, ProjectClocks, CatchUpClocks, FireDueClocks, BreachSweep],
  exports: [CustomerTiers, Promises, ProjectClocks, CatchUpClocks, FireDueClocks],
})
export class ClocksModule {}
