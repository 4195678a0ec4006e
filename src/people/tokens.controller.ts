/** API tokens, for programs. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AddToken as AddTokenBody } from '#libs/contracts/http/people.js';
import { Id, PageQuery, pageOf, type Page } from '#libs/contracts/values.js';
import { NewTokenView, TokenView } from '#libs/contracts/views/people.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AddToken } from './add-token.js';
import { RevokeToken } from './revoke-token.js';
import { TokensQuery } from './tokens.query.js';

@Controller('api/v1/tokens')
@Tag('people')
export class TokensController {
  constructor(
    private readonly tokens: TokensQuery,
    private readonly addToken: AddToken,
    private readonly revokeToken: RevokeToken,
  ) {}

  @Get()
  @Allow('administrator')
  @Summary('List API tokens, without their secrets')
  @Answers(200, pageOf(TokenView), 'A page of tokens', ['invalid-cursor'])
  list(@Query({ schema: PageQuery }) query: PageQuery): Promise<Page<TokenView>> {
    return this.tokens.run(query);
  }

  @Post()
  @Allow('administrator')
  @Summary('Make an API token; its secret is shown this once')
  @Answers(201, NewTokenView, 'The token and its secret')
  add(@Body({ schema: AddTokenBody }) body: AddTokenBody, @CurrentPerson() by: Responder): Promise<NewTokenView> {
    return this.addToken.run(body, by);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('administrator')
  @Summary('Revoke an API token')
  @Answers(204, null, 'Revoked')
  revoke(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.revokeToken.run(id);
  }
}
