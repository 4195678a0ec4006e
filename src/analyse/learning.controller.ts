/** What the desk learned from corrections: seeing it, going back, taking it along. */
import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { LearnedChanges, LearnedLayerFile, LearnedVersionName, LearningView } from '#libs/contracts/http/learning.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { LearnedChangesQuery } from './learned-changes.query.js';
import { LearningQuery } from './learning.query.js';
import { RestoreLearning } from './restore-learning.js';

@Controller('api/v1/learning')
@Tag('judgement')
export class LearningController {
  constructor(
    private readonly learning: LearningQuery,
    private readonly restoreLearning: RestoreLearning,
    private readonly learnedChanges: LearnedChangesQuery,
  ) {}

  @Get()
  @Allow('manager')
  @Summary('List what was learned, version by version')
  @Answers(200, LearningView, 'The versions, the newest first')
  list(): Promise<LearningView> {
    return this.learning.all();
  }

  @Get('changes')
  @Allow('manager')
  @Summary('See what learning changed: your newest mentions, read with it and without')
  @Answers(200, LearnedChanges, 'How many are read otherwise, with samples')
  changes(@CurrentPerson() by: Responder): Promise<LearnedChanges> {
    return this.learnedChanges.run(by);
  }

  @Post(':version/restore')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Go back to a version, or to the scorer as it came with `shipped`')
  @Answers(200, LearningView, 'The versions as they are now')
  async restore(
    @Param('version', { schema: LearnedVersionName }) version: string,
    @CurrentPerson() by: Responder,
  ): Promise<LearningView> {
    await this.restoreLearning.run(version, by.id);
    return this.learning.all();
  }

  @Get('export')
  @Allow('manager')
  @Header('Content-Disposition', 'attachment; filename="earshot-learned.json"')
  @Summary('Take what was learned along as a file')
  @Answers(200, LearnedLayerFile, 'The layer in force', ['not-found'])
  file(): Promise<LearnedLayerFile> {
    return this.learning.file();
  }
}
