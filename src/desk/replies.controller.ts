/** The doors to a reply on its way: take it back, or say what became of it. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { SettleReply as SettleReplyBody } from '#libs/contracts/http/cases.js';
import { SendBack } from '#libs/contracts/http/composing.js';
import { Id } from '#libs/contracts/values.js';
import { CaseView } from '#libs/contracts/views/case.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { ApproveReply } from './composing/approve-reply.js';
import { CancelReply } from './cancel-reply.js';
import { GetCase } from './get-case.query.js';
import { SettleReply } from './settle-reply.js';

@Controller('api/v1/replies')
@Tag('cases')
export class RepliesController {
  constructor(
    private readonly cancelReply: CancelReply,
    private readonly settleReply: SettleReply,
    private readonly approval: ApproveReply,
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

  @Post(':id/approve')
  @HttpCode(200)
  @Allow('responder', 'manager')
  @Summary('Let a colleague’s reply go out')
  @Answers(200, CaseView, 'The case, with the reply on its way', ['own-reply', 'reply-not-awaiting', 'case-resolved'])
  async approve(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder) {
    return this.get.run(await this.approval.approve(id, by), by);
  }

  @Post(':id/send-back')
  @HttpCode(200)
  @Allow('responder', 'manager')
  @Summary('Give a reply that waits for approval back to its writer, with a reason')
  @Answers(200, CaseView, 'The case without the reply', ['reply-not-awaiting'])
  async sendBack(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SendBack }) body: SendBack,
    @CurrentPerson() by: Responder,
  ) {
    return this.get.run(await this.approval.sendBack(id, body.reason, by), by);
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
