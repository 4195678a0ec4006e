/** The door to escalations. */
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Id } from '#libs/contracts/values.js';
import { EscalationView } from '#libs/contracts/views/watchtower.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AcknowledgeEscalation } from './acknowledge-escalation.js';

@Controller('api/v1/escalations')
@Tag('watchtower')
export class EscalationsController {
  constructor(private readonly acknowledgeEscalation: AcknowledgeEscalation) {}

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Say that you have seen an escalation')
  @Answers(200, EscalationView, 'The escalation')
  acknowledge(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder) {
    return this.acknowledgeEscalation.run(id, by);
  }
}
