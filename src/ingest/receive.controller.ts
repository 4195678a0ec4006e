/** The door for posts that others hand to us, proven by a signature over the raw body. */
import { Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Challenge, PushAnswer, WebhookQuestion } from '#libs/contracts/http/sources.js';
import { Id } from '#libs/contracts/values.js';
import { Public } from '../platform/access/allow.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { ReceivePosts } from './receive-posts.js';

@Controller('api/v1/sources')
@Tag('sources')
export class ReceiveController {
  constructor(private readonly receive: ReceivePosts) {}

  @Post(':id/posts')
  @HttpCode(200)
  @Public()
  @Summary('Hand posts to a source that is called from outside')
  @Answers(200, PushAnswer, 'What became of the posts', [
    'bad-signature',
    'source-cannot-receive',
    'source-off',
    'invalid-body',
    'too-large',
  ])
  posts(@Param('id', { schema: Id }) id: string, @Req() request: Request & { rawBody?: Buffer }): Promise<PushAnswer> {
    return this.receive.run(id, request.rawBody ?? Buffer.alloc(0), request.headers);
  }

  @Post(':id/webhook')
  @HttpCode(200)
  @Public()
  @Summary('Deliver to a source in the form of its own network')
  @Answers(200, PushAnswer, 'What became of the posts', [
    'bad-signature',
    'source-cannot-receive',
    'source-off',
    'invalid-body',
    'too-large',
  ])
  deliver(@Param('id', { schema: Id }) id: string, @Req() request: Request & { rawBody?: Buffer }): Promise<PushAnswer> {
    return this.receive.run(id, request.rawBody ?? Buffer.alloc(0), request.headers);
  }

  @Get(':id/webhook')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Summary('Answer a network that asks whether it may deliver here')
  @Answers(200, Challenge, 'The words that the network wants to hear', ['bad-signature', 'source-cannot-receive'])
  challenge(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: WebhookQuestion }) question: WebhookQuestion,
  ): Promise<string> {
    return this.receive.challenge(id, question);
  }
}
