/** The doors of the desk: one for each thing a responder can do to a case. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  Acknowledge,
  AddNote as AddNoteBody,
  CaseCounts,
  CaseQuery,
  Claim,
  OpenCase as OpenCaseBody,
  Reopen,
  Reply,
  Resolve,
} from '#libs/contracts/http/cases.js';
import { Id, pageOf } from '#libs/contracts/values.js';
import { CaseCard, CaseView } from '#libs/contracts/views/case.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { DeskVerbs } from './desk-verbs.js';
import { GetCase } from './get-case.query.js';
import { ListCases } from './list-cases.query.js';

@Controller('api/v1/cases')
@Tag('cases')
export class DeskController {
  constructor(
    private readonly verbs: DeskVerbs,
    private readonly get: GetCase,
    private readonly list: ListCases,
  ) {}

  @Get()
  @Allow('viewer', 'responder', 'manager', 'administrator')
  @Summary('Cases in the order in which they need somebody')
  @Answers(200, pageOf(CaseCard), 'A page of cases', ['invalid-cursor'])
  all(@Query({ schema: CaseQuery }) query: CaseQuery, @CurrentPerson() by: Responder) {
    return this.list.run(query, by);
  }

  @Get('counts')
  @Allow('viewer', 'responder', 'manager', 'administrator')
  @Summary('How many cases stand in each view')
  @Answers(200, CaseCounts, 'Counts, each up to 1,000')
  counts(@CurrentPerson() by: Responder) {
    return this.list.counts(by);
  }

  @Post()
  @HttpCode(200)
  @Allow('responder')
  @Summary('Open a case from a mention')
  @Answers(200, CaseView, 'The case')
  async open(@Body({ schema: OpenCaseBody }) body: OpenCaseBody, @CurrentPerson() by: Responder) {
    return this.get.run(await this.verbs.open.run(body.mentionId, by), by);
  }

  @Get(':id')
  @Allow('viewer', 'responder', 'manager', 'administrator')
  @Summary('One case with its timeline, clocks and what may be done')
  @Answers(200, CaseView, 'The case')
  one(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder) {
    return this.get.run(id, by);
  }

  @Post(':id/claim')
  @HttpCode(200)
  @Allow('responder', 'manager')
  @Summary('Claim a case, renew a claim, or take a case over')
  @Answers(200, CaseView, 'The case, now yours', ['case-already-claimed', 'case-not-claimed', 'case-resolved'])
  claim(@Param('id', { schema: Id }) id: string, @Body({ schema: Claim }) body: Claim, @CurrentPerson() by: Responder) {
    return this.verbs.claim.run(id, body.takeOver, by);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Allow('responder', 'manager')
  @Summary('Put a case back on the queue')
  @Answers(200, CaseView, 'The case, nobody’s now', ['case-already-claimed', 'case-not-claimed', 'case-resolved'])
  release(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder) {
    return this.verbs.release.run(id, by);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Tell the customer that we know of it')
  @Answers(200, CaseView, 'The case, with the acknowledgement on its way', ['already-acknowledged', 'case-already-claimed', 'case-resolved', 'reply-too-long']) // prettier-ignore
  acknowledge(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Acknowledge }) body: Acknowledge,
    @CurrentPerson() by: Responder,
  ) {
    return this.verbs.acknowledge.run(id, body, by);
  }

  @Post(':id/reply')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Answer the customer')
  @Answers(200, CaseView, 'The case, with the reply on its way', [
    'case-already-claimed',
    'case-resolved',
    'reply-empty',
    'reply-too-long',
  ])
  reply(@Param('id', { schema: Id }) id: string, @Body({ schema: Reply }) body: Reply, @CurrentPerson() by: Responder) {
    return this.verbs.reply.run(id, body, by);
  }

  @Post(':id/notes')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Add a note for the team')
  @Answers(200, CaseView, 'The case with the note')
  note(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AddNoteBody }) body: AddNoteBody,
    @CurrentPerson() by: Responder,
  ) {
    return this.verbs.note.run(id, body.text, by);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Close the matter with its outcome')
  @Answers(200, CaseView, 'The case, resolved', ['case-already-claimed', 'case-resolved'])
  resolve(@Param('id', { schema: Id }) id: string, @Body({ schema: Resolve }) body: Resolve, @CurrentPerson() by: Responder) {
    return this.verbs.resolve.run(id, body, by);
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Open a closed matter again')
  @Answers(200, CaseView, 'The case, open again', ['case-not-resolved', 'case-has-open-twin'])
  async reopen(@Param('id', { schema: Id }) id: string, @Body({ schema: Reopen }) body: Reopen, @CurrentPerson() by: Responder) {
    await this.verbs.reopen.run(id, body.reason, by);
    return this.get.run(id, by);
  }
}
