/** What a source's polls brought and what was refused, and asking for a poll now. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Id, PageQuery, pageOf, type Page } from '#libs/contracts/values.js';
import { PollView, RefusedPostView, SourceView } from '#libs/contracts/views/source.js';
import { Allow } from '../platform/access/allow.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { PollSource } from './poll-source.js';
import { SourcesQuery } from './sources.query.js';

@Controller('api/v1/sources/:id')
@Tag('sources')
export class SourceLedgersController {
  constructor(
    private readonly sources: SourcesQuery,
    private readonly pollSource: PollSource,
  ) {}

  @Post('poll')
  @HttpCode(202)
  @Allow('administrator')
  @Summary('Poll a source now')
  @Answers(202, SourceView, 'It is due now', ['source-off', 'source-does-not-poll'])
  poll(@Param('id', { schema: Id }) id: string): Promise<SourceView> {
    return this.pollSource.run(id);
  }

  @Get('polls')
  @Allow('administrator', 'manager')
  @Summary('List the polls and deliveries of a source, the newest first')
  @Answers(200, pageOf(PollView), 'A page of polls', ['invalid-cursor'])
  polls(@Param('id', { schema: Id }) id: string, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<PollView>> {
    return this.sources.polls(id, query);
  }

  @Get('refused')
  @Allow('administrator', 'manager')
  @Summary('List the posts of a source that could not be taken, each with its reason, the newest first')
  @Answers(200, pageOf(RefusedPostView), 'A page of refused posts', ['invalid-cursor'])
  refused(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<RefusedPostView>> {
    return this.sources.refused(id, query);
  }
}
