/** Mentions: everything heard. */
import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import {
  ChangeMention as ChangeMentionBody,
  ChangeMentionAnswer,
  CopiesView,
  MentionPage,
  MentionQuery,
  MentionVersionView,
} from '#libs/contracts/http/mentions.js';
import { Id, pageOf, type Page } from '#libs/contracts/values.js';
import { MentionView } from '#libs/contracts/views/mention.js';
import { ROLES } from '#libs/contracts/words.js';
import { Database } from '../database/database.js';
import { mentionViews } from '../database/views/mention-views.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { ChangeMention } from './change-mention.js';
import { FindCopies } from './find-copies.query.js';
import { ListMentions } from './list-mentions.query.js';
import { VersionsQuery } from './versions.query.js';

@Controller('api/v1/mentions')
@Tag('mentions')
export class MentionsController {
  constructor(
    private readonly db: Database,
    private readonly listMentions: ListMentions,
    private readonly changeMention: ChangeMention,
    private readonly findCopies: FindCopies,
    private readonly versionsQuery: VersionsQuery,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary('List what your teams heard, the newest first')
  @Answers(200, MentionPage, 'A page of mentions; it may be short and have a next one', ['invalid-cursor'])
  list(@Query({ schema: MentionQuery }) query: MentionQuery, @CurrentPerson() by: Responder): Promise<MentionPage> {
    return this.listMentions.run(query, by);
  }

  @Get(':id')
  @Allow(...ROLES)
  @Summary('Read one mention')
  @Answers(200, MentionView, 'The mention')
  async read(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<MentionView> {
    const view = (await mentionViews(this.db, [id], by.teamIds)).get(id);
    if (!view) throw new DeskError('not-found');
    return view;
  }

  @Get(':id/copies')
  @Allow(...ROLES)
  @Summary('Find copies of a post among the mentions stored around it')
  @Answers(200, CopiesView, 'How many there are, with the newest')
  copies(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<CopiesView> {
    return this.findCopies.run(id, by);
  }

  @Get(':id/versions')
  @Allow(...ROLES)
  @Summary('What a post said before its author changed it')
  @Answers(200, pageOf(MentionVersionView), 'Its earlier versions, the newest first, 100 at most')
  versions(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<Page<MentionVersionView>> {
    return this.versionsQuery.run(id, by);
  }

  @Patch(':id')
  @Allow('responder', 'manager')
  @Summary('Say of a mention that it is not about us, spam, or ours after all')
  @Answers(200, ChangeMentionAnswer, 'The mention, and its case when nothing in that is ours any more')
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangeMentionBody }) body: ChangeMentionBody,
    @CurrentPerson() by: Responder,
  ): Promise<ChangeMentionAnswer> {
    return this.changeMention.run(id, body, by);
  }
}
