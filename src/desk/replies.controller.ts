/** The doors to a reply on its way: take it back, or say what became of it. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { SettleReply as SettleReplyBody } from '#libs/contracts/http/cases.js';
import { Id } from '#libs/contracts/values.js';
import { CaseView } from '#libs/contracts/views/case.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { CancelReply } from './cancel-reply.js';
import { GetCase } from './get-case.query.js';
import { SettleReply } from './settle-reply.js';

@Controller('api/v1/replies')
@Tag('cases')
export class RepliesController {
  constructor(
    private readonly cancelReply: CancelReply,
    private readonly settleReply: SettleReply,
    private readonly get: GetCase,
  ) {}

  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Take a reply back while it waits')
  @Answers(200, CaseView, 'The case without the reply', ['reply-not-waiting'])
  async cancel(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder) {
    return this.get.run(await this.cancelReply.run(id, by), by);
  }

  @Post(':id/settle')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Say whether a parked reply stands on the network')
  @Answers(200, CaseView, 'The case', ['reply-not-waiting'])
  async settle(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SettleReplyBody }) body: SettleReplyBody,
    @CurrentPerson() by: Responder,
  ) {
    return this.get.run(await this.settleReply.run(id, body.sent, by), by);
  }
}
