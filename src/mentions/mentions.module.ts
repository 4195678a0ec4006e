/** Mentions: everything heard. */
import { Module } from '@nestjs/common';
import { ChangeMention } from './change-mention.js';
import { FindCopies } from './find-copies.query.js';
import { ListMentions } from './list-mentions.query.js';
import { MentionsController } from './mentions.controller.js';
import { VersionsQuery } from './versions.query.js';

@Module({ controllers: [MentionsController], providers: [VersionsQuery, ListMentions, FindCopies, ChangeMention] })
export class MentionsModule {}
