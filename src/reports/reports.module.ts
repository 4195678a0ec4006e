/** What the desk's figures say. */
import { Module } from '@nestjs/common';
import { SourcesModule } from '../sources/sources.module.js';
import { WatchtowerController } from './watchtower.controller.js';
import { WatchtowerQuery } from './watchtower.query.js';

@Module({ imports: [SourcesModule], controllers: [WatchtowerController], providers: [WatchtowerQuery] })
export class ReportsModule {}
