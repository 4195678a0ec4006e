/** Trying a watch on what was heard, and words that would make it surer. */
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type express from 'express';
import { PreviewWatch as PreviewWatchBody, PreviewWatchAnswer, WatchSuggestions } from '#libs/contracts/http/watches.js';
import { Id } from '#libs/contracts/values.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { PreviewWatch } from './preview-watch.js';
import { SuggestWords } from './suggest-words.query.js';

@Controller('api/v1/watches')
@Tag('watches')
export class PreviewController {
  constructor(
    private readonly previewWatch: PreviewWatch,
    private readonly suggestWords: SuggestWords,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Try a query on what your teams heard in the last days, and see what it changes')
  @Answers(200, PreviewWatchAnswer, 'How much it finds, with samples; posts that no watch found were never stored', [
    'invalid-query',
    'not-found',
  ])
  preview(
    @Body({ schema: PreviewWatchBody }) body: PreviewWatchBody,
    @CurrentPerson() by: Responder,
    @Res({ passthrough: true }) response: express.Response,
  ): Promise<PreviewWatchAnswer> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    return this.previewWatch.run(body, by, gone.signal);
  }

  @Get(':id/suggestions')
  @Allow('manager')
  @Summary('Words that tell what is about us from what is not, learned from what people did')
  @Answers(200, WatchSuggestions, 'Words for and against, each with how many posts have it')
  suggestions(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<WatchSuggestions> {
    return this.suggestWords.run(id, by);
  }
}
