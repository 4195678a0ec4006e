/** The doors to what networks permit, what is declared about our accounts, and what authors wish. */
import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { AccountTerms, AuthorWishes as WishesView, MarkAuthor, NetworkPermissions } from '#libs/contracts/http/permissions.js';
import { Id } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AuthorWishes } from './author-wishes.js';
import { AccountPermissions } from './network-permissions.js';

@Controller('api/v1')
@Tag('acknowledgements')
export class PermissionsController {
  constructor(
    private readonly permissions: AccountPermissions,
    private readonly wishes: AuthorWishes,
  ) {}

  @Get('permissions')
  @Allow(...ROLES)
  @Summary('Read what each network permits, by which rule, with our accounts there')
  @Answers(200, NetworkPermissions, 'A table for each network')
  all(): Promise<NetworkPermissions> {
    return this.permissions.all();
  }

  @Put('accounts/:id')
  @Allow('administrator')
  @Summary('Declare what holds for the account of a source: its plan, its mark, the consent of the place')
  @Answers(200, AccountTerms, 'As declared')
  declare(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AccountTerms }) body: AccountTerms,
    @CurrentPerson() by: Responder,
  ): Promise<AccountTerms> {
    return this.permissions.declare(id, body, by);
  }

  @Get('authors/:id/wishes')
  @Allow(...ROLES)
  @Summary('Read whether an author said stop, and what they are marked as')
  @Answers(200, WishesView, 'Marks and the stop')
  wish(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<WishesView> {
    return this.wishes.one(id, by);
  }

  @Patch('authors/:id/wishes')
  @Allow('responder', 'manager')
  @Summary('Mark an author as press, VIP or bot, or note that they want nothing automatic')
  @Answers(200, WishesView, 'Marks and the stop')
  mark(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MarkAuthor }) body: MarkAuthor,
    @CurrentPerson() by: Responder,
  ): Promise<WishesView> {
    return this.wishes.change(id, body, by);
  }
}
