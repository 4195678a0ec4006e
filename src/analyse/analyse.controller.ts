/** Scoring on request, and putting scores right. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  AddCorrections as AddCorrectionsBody,
  AddCorrectionsAnswer,
  Analyse as AnalyseBody,
  AnalyseAnswer,
} from '#libs/contracts/http/analyse.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AddCorrections } from './add-corrections.js';
import { AnalyseTexts } from './analyse-texts.js';

@Controller('api/v1')
@Tag('judgement')
export class AnalyseController {
  constructor(
    private readonly analyseTexts: AnalyseTexts,
    private readonly addCorrections: AddCorrections,
  ) {}

  @Post('analyse')
  @HttpCode(200)
  @Allow(...ROLES)
  @Summary('Score texts as posts are scored')
  @Answers(200, AnalyseAnswer, 'Scores with their reasons, one for each text in its order')
  analyse(@Body({ schema: AnalyseBody }) body: AnalyseBody): Promise<AnalyseAnswer> {
    return this.analyseTexts.run(body);
  }

  @Post('corrections')
  @HttpCode(200)
  @Allow('responder', 'manager')
  @Summary('Put scores right, and let the desk learn from it')
  @Answers(200, AddCorrectionsAnswer, 'How many were stored, and the version that scores carry from now on', ['not-found'])
  correct(
    @Body({ schema: AddCorrectionsBody }) body: AddCorrectionsBody,
    @CurrentPerson() by: Responder,
  ): Promise<AddCorrectionsAnswer> {
    return this.addCorrections.run(body, by);
  }
}
