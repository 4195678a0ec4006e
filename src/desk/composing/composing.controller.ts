/** The doors of writing an answer: how it reads, what is kept of it, who else is there, and what managers ask of it. */
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  BeAtCase,
  CheckedReply,
  CheckReply as CheckReplyBody,
  PeopleAtCase,
  ReplyRules,
  SavedDraft,
  SaveDraft,
} from '#libs/contracts/http/composing.js';
import { Id } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../../platform/access/allow.js';
import type { Responder } from '../../platform/access/responder.js';
import { Answers, Summary, Tag } from '../../platform/openapi/answers.js';
import { CheckReply } from './check-reply.js';
import { Drafts } from './drafts.js';
import { Presence } from './presence.js';
import { ReplyRulesStore } from './reply-rules.js';

@Controller('api/v1')
@Tag('cases')
export class ComposingController {
  constructor(
    private readonly checkReply: CheckReply,
    private readonly drafts: Drafts,
    private readonly presence: Presence,
    private readonly rules: ReplyRulesStore,
  ) {}

  @Post('cases/:id/check')
  @HttpCode(200)
  @Allow('responder')
  @Summary('Check the tone of a reply before it goes out, and find the promises in it')
  @Answers(200, CheckedReply, 'Hints and promises with their places in the text')
  check(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CheckReplyBody }) body: CheckReplyBody,
    @CurrentPerson() by: Responder,
  ) {
    return this.checkReply.run(id, body, by);
  }

  @Put('cases/:id/draft')
  @Allow('responder')
  @Summary('Keep what is being written')
  @Answers(200, SavedDraft, 'When it was kept')
  draft(@Param('id', { schema: Id }) id: string, @Body({ schema: SaveDraft }) body: SaveDraft, @CurrentPerson() by: Responder) {
    return this.drafts.save(id, body, by);
  }

  @Put('cases/:id/presence')
  @Allow('responder', 'manager')
  @Summary('Say that one is at a case and whether one is writing; sent every ten seconds, and with here: false on leaving')
  @Answers(200, PeopleAtCase, 'Who is at the case')
  at(@Param('id', { schema: Id }) id: string, @Body({ schema: BeAtCase }) body: BeAtCase, @CurrentPerson() by: Responder) {
    return this.presence.say(id, body, by);
  }

  @Get('reply-rules')
  @Allow(...ROLES)
  @Summary('Read what never goes out, and where a second person approves replies')
  @Answers(200, ReplyRules, 'The rules in force')
  readRules() {
    return this.rules.read();
  }

  @Put('reply-rules')
  @Allow('manager')
  @Summary('Set what never goes out, and where a second person approves replies')
  @Answers(200, ReplyRules, 'The rules as they are now, in force for the next reply')
  setRules(@Body({ schema: ReplyRules }) body: ReplyRules) {
    return this.rules.set(body);
  }
}
