/** The doors to escalations: raise one by hand, say that one is seen, and who was told. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { NoticeView, Raise } from '#libs/contracts/http/ladders.js';
import { Id, PageQuery, pageOf } from '#libs/contracts/values.js';
import { EscalationView } from '#libs/contracts/views/watchtower.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AcknowledgeEscalation } from './acknowledge-escalation.js';
import { ListNotices } from './notices.query.js';
import { RaiseByHand } from './raise-by-hand.js';

@Controller('api/v1')
@Tag('escalation')
export class EscalationsController {
  constructor(
    private readonly acknowledgeEscalation: AcknowledgeEscalation,
    private readonly raiseByHand: RaiseByHand,
    private readonly listNotices: ListNotices,
  ) {}

  @Post('escalations/:id/acknowledge')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Say that you have seen an escalation; its ladder is climbed no further')
  @Answers(200, EscalationView, 'The escalation')
  acknowledge(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder) {
    return this.acknowledgeEscalation.run(id, by);
  }

  @Post('cases/:id/escalate')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Raise a case to somebody with more authority, with a reason')
  @Answers(200, EscalationView, 'The escalation', ['already-raised', 'case-resolved'])
  raise(@Param('id', { schema: Id }) id: string, @Body({ schema: Raise }) body: Raise, @CurrentPerson() by: Responder) {
    return this.raiseByHand.run(id, body.reason, by);
  }

  @Get('notices')
  @Allow('manager', 'administrator')
  @Summary('List who was told of what, by which way and with which receipt, the latest first')
  @Answers(200, pageOf(NoticeView), 'A page of notices', ['invalid-cursor'])
  notices(@Query({ schema: PageQuery }) query: PageQuery, @CurrentPerson() by: Responder) {
    return this.listNotices.run(query, by);
  }
}
