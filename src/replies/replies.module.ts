/** From the desk to the networks. */
import { Module } from '@nestjs/common';
import { DeskModule } from '../desk/desk.module.js';
import { SourcesModule } from '../sources/sources.module.js';
import { DueReplies } from './due-replies.js';
import { MessagesController } from './messages.controller.js';
import { MessagesQuery } from './messages.query.js';
import { SendDueReplies } from './send-due-replies.sweep.js';
import { SendReply } from './send-reply.js';

@Module({
  imports: [DeskModule, SourcesModule],
  controllers: [MessagesController],
  providers: [DueReplies, SendReply, SendDueReplies, MessagesQuery],
})
export class RepliesModule {}
