/** The roof: wires every room; nobody imports it. */
import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AcknowledgementsModule } from './acknowledgements/acknowledgements.module.js';
import { AnalyseModule } from './analyse/analyse.module.js';
import { ClocksModule } from './clocks/clocks.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DeskModule } from './desk/desk.module.js';
import { EscalationsModule } from './escalations/escalations.module.js';
import { IngestModule } from './ingest/ingest.module.js';
import { LiveModule } from './live/live.module.js';
import { MentionsModule } from './mentions/mentions.module.js';
import { PeopleModule } from './people/people.module.js';
import type { Settings } from './platform/config/env.js';
import { DoorsModule } from './platform/doors.module.js';
import { OutboundModule } from './platform/outbound/outbound.module.js';
import { SecretsModule } from './platform/secrets.module.js';
import { HealthModule } from './reports/health.module.js';
import { RepliesModule } from './replies/replies.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { RescoringModule } from './rescoring/rescoring.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SourcesModule } from './sources/sources.module.js';
import { StandardsModule } from './standards/standards.module.js';
import { WatchesModule } from './watches/watches.module.js';

/**
 * Rooms that only a process with the role `worker` runs sweeps in; their doors are open in any. A request asks the doors one after the other
 * in this order, some two hundred of them: the busiest come first.
 */
const ROOMS = [
  DeskModule, IngestModule, PeopleModule, SourcesModule, WatchesModule, MentionsModule, AnalyseModule, ClocksModule, StandardsModule, RescoringModule, RetentionModule, RepliesModule, AcknowledgementsModule, EscalationsModule, ReportsModule, LiveModule, HealthModule,
  DemoModule,
]; // prettier-ignore

@Module({})
export class AppModule {
  /**
   * @param settings of the program
   * @param databaseUrl a migrated database
   */
  static on(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ScheduleModule.forRoot(),
        DatabaseModule.on(settings, databaseUrl),
        OutboundModule,
        SecretsModule,
        DoorsModule,
        ...ROOMS,
      ],
    };
  }
}
