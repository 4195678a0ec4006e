/** The doors to the promises of a case. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Exclude, PromiseDate as PromiseDateBody, WithNote } from '#libs/contracts/http/promises.js';
import { Id } from '#libs/contracts/values.js';
import { CaseView } from '#libs/contracts/views/case.js';
import { CaseClocks, CaseClocksQuery as ClocksAsked } from '#libs/contracts/views/case-clocks.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { CaseClocksQuery } from './case-clocks.query.js';
import { GetCase } from './get-case.query.js';
import { PromiseVerbs } from './promise-verbs.js';

@Controller('api/v1/cases')
@Tag('promises')
export class PromisesController {
  constructor(
    private readonly verbs: PromiseVerbs,
    private readonly get: GetCase,
    private readonly clocks: CaseClocksQuery,
  ) {}

  @Get(':id/clocks')
  @Allow(...ROLES)
  @Summary('Replay the clocks of a case: verdicts at a moment, with the facts that decided them')
  @Answers(200, CaseClocks, 'Facts and verdicts, as the desk knew them then')
  recorded(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ClocksAsked }) query: ClocksAsked,
    @CurrentPerson() by: Responder,
  ) {
    return this.clocks.run(id, query.at, by);
  }

  @Post(':id/wait')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Say that it is the customer’s turn: clocks that may stand still do, until they write')
  @Answers(200, CaseView, 'The case, waiting for the customer', ['case-waits-already', 'case-already-claimed', 'case-resolved'])
  wait(@Param('id', { schema: Id }) id: string, @Body({ schema: WithNote }) body: WithNote, @CurrentPerson() by: Responder) {
    return this.verbs.wait.run(id, body.note, by);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Say that it is our turn again')
  @Answers(200, CaseView, 'The case, its clocks running', ['case-does-not-wait', 'case-already-claimed', 'case-resolved'])
  resume(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder) {
    return this.verbs.resume.run(id, by);
  }

  @Post(':id/promise')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Write down by when the customer was promised an answer')
  @Answers(200, CaseView, 'The case with the promised date', ['case-already-claimed', 'case-resolved'])
  promise(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PromiseDateBody }) body: PromiseDateBody,
    @CurrentPerson() by: Responder,
  ) {
    return this.verbs.date.run(id, body, by);
  }

  @Post(':id/follow-up')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Write down that the customer was asked whether all is well')
  @Answers(200, CaseView, 'The case, followed up', ['case-not-resolved'])
  followUp(@Param('id', { schema: Id }) id: string, @Body({ schema: WithNote }) body: WithNote, @CurrentPerson() by: Responder) {
    return this.verbs.followUp.run(id, body.note, by);
  } // prettier-ignore

  @Post(':id/exclude')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Take a case out of the count, with a reason')
  @Answers(200, CaseView, 'The case, out of the count', ['already-excluded', 'exclusion-cap'])
  async exclude(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Exclude }) body: Exclude,
    @CurrentPerson() by: Responder,
  ) {
    await this.verbs.exclude.run(id, body.reason, by);
    return this.get.run(id, by);
  }

  @Post(':id/include')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Put a case back into the count')
  @Answers(200, CaseView, 'The case, judged as if it had never been out', ['not-excluded'])
  async include(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: Exclude }) body: Exclude,
    @CurrentPerson() by: Responder,
  ) {
    await this.verbs.exclude.undo(id, body.reason, by);
    return this.get.run(id, by);
  }
}
