/** Watches: what we listen for, and the matcher made of all of them. */
import { Module } from '@nestjs/common';
import { ActiveWatches } from './active-watches.js';
import { AddWatch } from './add-watch.js';
import { ChangeWatch } from './change-watch.js';
import { DeleteWatch } from './delete-watch.js';
import { HeardLately } from './heard-lately.js';
import { PreviewController } from './preview.controller.js';
import { PreviewWatch } from './preview-watch.js';
import { StoredPosts } from './stored-posts.js';
import { SuggestWords } from './suggest-words.query.js';
import { TestWatch } from './test-watch.js';
import { WatchesController } from './watches.controller.js';
import { WatchesQuery } from './watches.query.js';

@Module({
  controllers: [PreviewController, WatchesController],
  providers: [
    ActiveWatches,
    HeardLately,
    WatchesQuery,
    AddWatch,
    ChangeWatch,
    DeleteWatch,
    TestWatch,
    StoredPosts,
    PreviewWatch,
    SuggestWords,
  ],
  exports: [ActiveWatches, AddWatch],
})
export class WatchesModule {}
