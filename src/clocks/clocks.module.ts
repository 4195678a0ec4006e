/** The first promises and the clocks that run on them. */
import { Module } from '@nestjs/common';
import { BreachSweep } from './breach.sweep.js';
import { ClockTargets } from './clock-targets.js';
import { TargetsController } from './targets.controller.js';
import { FireDueClocks } from './fire-due-clocks.js';

@Module({
  controllers: [TargetsController],
  providers: [ClockTargets, FireDueClocks, BreachSweep],
  exports: [ClockTargets, FireDueClocks],
})
export class ClocksModule {}
