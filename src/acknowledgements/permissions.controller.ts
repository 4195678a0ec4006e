/** The doors to what networks permit, what is declared about our accounts, and what authors wish. */
import { Body, Controller, Get, Param, Patch, Put, Query } from '@nestjs/common';
import {
  AccountTerms,
  AuthorWishes as WishesView,
  MarkAuthor,
  NetworkPermissions,
  WishesOfAuthor,
  WishesQuery,
} from '#libs/contracts/http/permissions.js';
import { AccountLimits, Limits, LimitsView } from '#libs/contracts/http/permission-limits.js';
import { Id, pageOf } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AuthorWishes } from './author-wishes.js';
import { ListWishes } from './list-wishes.query.js';
import { AccountPermissions } from './network-permissions.js';
import { PermissionLimitsStore } from './permission-limits.js';

@Controller('api/v1')
@Tag('acknowledgements')
export class PermissionsController {
  constructor(
    private readonly permissions: AccountPermissions,
    private readonly wishes: AuthorWishes,
    private readonly limits: PermissionLimitsStore,
    private readonly listed: ListWishes,
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

  @Get('permission-limits')
  @Allow(...ROLES)
  @Summary('Read from when on a machine leaves posts to people: everywhere, and account by account')
  @Answers(200, LimitsView, 'Limits in force')
  readLimits(): Promise<LimitsView> {
    return this.limits.view();
  }

  @Put('permission-limits')
  @Allow('manager')
  @Summary('Set from when on a machine leaves posts to people, for every account that has no limit of its own')
  @Answers(200, LimitsView, 'Limits in force')
  setLimits(@Body({ schema: Limits }) body: Limits): Promise<LimitsView> {
    return this.limits.set(body);
  }

  @Put('accounts/:id/limits')
  @Allow('manager')
  @Summary('Set what differs for the account of a source; an empty object: nothing does')
  @Answers(200, LimitsView, 'Limits in force')
  setAccountLimits(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: AccountLimits }) body: AccountLimits,
    @CurrentPerson() by: Responder,
  ): Promise<LimitsView> {
    return this.limits.setFor(id, body, by);
  }

  @Get('authors/wishes')
  @Allow(...ROLES)
  @Summary('List authors who said stop or are marked, those of one’s teams, the latest first')
  @Answers(200, pageOf(WishesOfAuthor), 'Authors with what is known of their wishes', ['invalid-cursor'])
  wishesOfAll(@Query({ schema: WishesQuery }) query: WishesQuery, @CurrentPerson() by: Responder) {
    return this.listed.page(query, by);
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
