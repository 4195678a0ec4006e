/** Watches: what we listen for, and the matcher made of all of them. */
import { Module } from '@nestjs/common';
import { ActiveWatches } from './active-watches.js';
import { AddWatch } from './add-watch.js';
import { ChangeWatch } from './change-watch.js';
import { DeleteWatch } from './delete-watch.js';
import { HeardLately } from './heard-lately.js';
import { TestWatch } from './test-watch.js';
import { WatchesController } from './watches.controller.js';
import { WatchesQuery } from './watches.query.js';

@Module({
  controllers: [WatchesController],
  providers: [ActiveWatches, HeardLately, WatchesQuery, AddWatch, ChangeWatch, DeleteWatch, TestWatch],
  exports: [ActiveWatches, AddWatch],
})
export class WatchesModule {}
