/** What the desk's figures say: now, and what is coming. */
import { Module } from '@nestjs/common';
import { SourcesModule } from '../sources/sources.module.js';
import { StandardsModule } from '../standards/standards.module.js';
import { AcknowledgeEarlyAlarm } from './acknowledge-early-alarm.js';
import { CountMentions } from './count-mentions.handler.js';
import { EarlyAlarmsQuery } from './early-alarms.query.js';
import { EarlyAlarmsSweep } from './early-alarms.sweep.js';
import { FindNeglected } from './find-neglected.js';
import { FindUnusual } from './find-unusual.js';
import { ForesightController } from './foresight.controller.js';
import { ForesightQuery } from './foresight.query.js';
import { WatchtowerController } from './watchtower.controller.js';
import { WatchtowerQuery } from './watchtower.query.js';

@Module({
  imports: [SourcesModule, StandardsModule],
  controllers: [WatchtowerController, ForesightController],
  providers: [
    WatchtowerQuery, ForesightQuery, EarlyAlarmsQuery, AcknowledgeEarlyAlarm, EarlyAlarmsSweep, FindUnusual, FindNeglected, CountMentions,
  ], // prettier-ignore
})
export class ReportsModule {}
