/** From the networks to the desk. */
import { Module } from '@nestjs/common';
import { AnalyseModule } from '../analyse/analyse.module.js';
import { ClocksModule } from '../clocks/clocks.module.js';
import { DeskModule } from '../desk/desk.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { WatchesModule } from '../watches/watches.module.js';
import { ApplyEdits } from './apply-edits.js';
import { BuryPosts } from './bury-posts.js';
import { KnownPosts } from './known-posts.js';
import { ReconcilePosts } from './reconcile-posts.js';
import { IngestPosts } from './ingest-posts.js';
import { IngestServices } from './ingest-services.js';
import { IngestQueue } from './ingest-queue.js';
import { PendingPosts } from './pending-posts.js';
import { PollDueSources } from './poll-due-sources.sweep.js';
import { PollLedger } from './poll-ledger.js';
import { Pacing } from './pacing.js';
import { PollServices } from './poll-services.js';
import { PollOneSource } from './poll-source.js';
import { ReceiveController } from './receive.controller.js';
import { ReceivePosts } from './receive-posts.js';

@Module({
  imports: [DeskModule, SourcesModule, WatchesModule, AnalyseModule, ClocksModule],
  controllers: [ReceiveController],
  providers: [
    KnownPosts,
    BuryPosts,
    ApplyEdits,
    ReconcilePosts,
    IngestServices,
    IngestPosts,
    IngestQueue,
    PendingPosts,
    ReceivePosts,
    PollServices,
    Pacing,
    PollOneSource,
    PollLedger,
    PollDueSources,
  ],
  exports: [IngestPosts],
})
export class IngestModule {}
