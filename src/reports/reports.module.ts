/** What the desk's figures say. */
import { Module } from '@nestjs/common';
import { WatchtowerController } from './watchtower.controller.js';
import { WatchtowerQuery } from './watchtower.query.js';

@Module({ controllers: [WatchtowerController], providers: [WatchtowerQuery] })
export class ReportsModule {}
