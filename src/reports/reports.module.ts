/** What the desk's figures say: now, and what is coming. */
import { Module } from '@nestjs/common';
import { SourcesModule } from '../sources/sources.module.js';
import { StandardsModule } from '../standards/standards.module.js';
import { CountMentions } from './count-mentions.handler.js';
import { ForesightController } from './foresight.controller.js';
import { ForesightQuery } from './foresight.query.js';
import { UnusualQuery } from './unusual.query.js';
import { WatchtowerController } from './watchtower.controller.js';
import { WatchtowerQuery } from './watchtower.query.js';

@Module({
  imports: [SourcesModule, StandardsModule],
  controllers: [WatchtowerController, ForesightController],
  providers: [WatchtowerQuery, ForesightQuery, UnusualQuery, CountMentions],
})
export class ReportsModule {}
