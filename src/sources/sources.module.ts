/** Sources: where posts come from. */
import { Module } from '@nestjs/common';
import { SecretsModule } from '../platform/secrets.module.js';
import { AddSource } from './add-source.js';
import { ChangeSource } from './change-source.js';
import { ConnectorsController } from './connectors.controller.js';
import { DeleteSource } from './delete-source.js';
import { OwnAccounts } from './own-accounts.js';
import { PollSource } from './poll-source.js';
import { SourceLedgersController } from './source-ledgers.controller.js';
import { SourceStore } from './source-settings.js';
import { SourcesController } from './sources.controller.js';
import { SourcesQuery } from './sources.query.js';
import { TestSource } from './test-source.js';

@Module({
  imports: [SecretsModule],
  controllers: [SourcesController, SourceLedgersController, ConnectorsController],
  providers: [OwnAccounts, SourceStore, SourcesQuery, AddSource, ChangeSource, DeleteSource, PollSource, TestSource],
  exports: [AddSource, OwnAccounts, SourceStore],
})
export class SourcesModule {}
