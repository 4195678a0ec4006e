/** Mentions: everything heard. */
import { Module } from '@nestjs/common';
import { ChangeMention } from './change-mention.js';
import { FindCopies } from './find-copies.query.js';
import { ListMentions } from './list-mentions.query.js';
import { LookBack } from './look-back.js';
import { MentionsController } from './mentions.controller.js';
import { RarestTest } from './rarest-test.js';
import { VersionsQuery } from './versions.query.js';
import { VolumeController } from './volume.controller.js';
import { VolumeQuery } from './volume.query.js';

/** `volume` is asked for before `:id` is. */
@Module({
  controllers: [VolumeController, MentionsController],
  providers: [VersionsQuery, VolumeQuery, ListMentions, LookBack, RarestTest, FindCopies, ChangeMention],
})
export class MentionsModule {}
