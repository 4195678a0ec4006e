/** The door for posts that others hand to us, proven by a signature over the raw body. */
import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { PushAnswer } from '#libs/contracts/http/sources.js';
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
}
