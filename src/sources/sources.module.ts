/** Sources: where posts come from. */
import { Module } from '@nestjs/common';
import { SecretsModule } from '../platform/secrets.module.js';
import { AcknowledgeAlarm } from './acknowledge-alarm.js';
import { AddSource } from './add-source.js';
import { AlarmsQuery } from './alarms.query.js';
import { Arrivals } from './arrivals.js';
import { CadenceQuery } from './cadence.query.js';
import { ChangeSource } from './change-source.js';
import { ConnectorsController } from './connectors.controller.js';
import { CoverageController } from './coverage.controller.js';
import { CoverageQuery } from './coverage.query.js';
import { DeleteSource } from './delete-source.js';
import { DeskPulse } from './desk-pulse.sweep.js';
import { HealthLedger } from './health-ledger.js';
import { OwnAccounts } from './own-accounts.js';
import { PastAlarmsQuery } from './past-alarms.query.js';
import { PollSource } from './poll-source.js';
import { Rhythms } from './rhythms.js';
import { SourceUseQuery } from './source-use.query.js';
import { SourceBudget } from './source-budget.js';
import { SourceLedgersController } from './source-ledgers.controller.js';
import { SourceStore } from './source-settings.js';
import { SourcesController } from './sources.controller.js';
import { SourcesQuery } from './sources.query.js';
import { TestSource } from './test-source.js';
import { Watchman } from './watchman.sweep.js';

/** How sources fare, and who watches over them. */
const HEALTH = [
  SourceBudget,
  SourceUseQuery,
  HealthLedger,
  Arrivals,
  Rhythms,
  CadenceQuery,
  CoverageQuery,
  AlarmsQuery,
  PastAlarmsQuery,
  AcknowledgeAlarm,
  DeskPulse,
  Watchman,
];

@Module({
  imports: [SecretsModule],
  controllers: [CoverageController, SourcesController, SourceLedgersController, ConnectorsController],
  providers: [OwnAccounts, SourceStore, SourcesQuery, AddSource, ChangeSource, DeleteSource, PollSource, TestSource, ...HEALTH],
  exports: [AddSource, OwnAccounts, SourceStore, SourceBudget, Rhythms, HealthLedger, Arrivals, CoverageQuery],
})
export class SourcesModule {}
