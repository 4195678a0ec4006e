/** The doors to one's own notices: how one wants to be told, and the browsers that may be pushed to. */
import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { AddBrowser, NewWebhook, NoticeSettings, NoticeWishes, SetWebhook, TriedWebhook } from '#libs/contracts/http/ladders.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { MyNotices } from './my-notices.js';
import { MyWebhook } from './my-webhook.js';

@Controller('api/v1/me')
@Tag('escalation')
export class MyNoticesController {
  constructor(
    private readonly mine: MyNotices,
    private readonly webhook: MyWebhook,
  ) {}

  @Get('notices')
  @Allow(...ROLES)
  @Summary('Read how you are told of what is raised to you')
  @Answers(200, NoticeSettings, 'Your wishes, and what the desk can do')
  read(@CurrentPerson() by: Responder) {
    return this.mine.read(by);
  }

  @Put('notices')
  @Allow(...ROLES)
  @Summary('Say how you want to be told; what is urgent comes in quiet hours too')
  @Answers(200, NoticeSettings, 'Your wishes, and what the desk can do')
  set(@Body({ schema: NoticeWishes }) body: NoticeWishes, @CurrentPerson() by: Responder) {
    return this.mine.set(body, by);
  }

  @Post('browsers')
  @HttpCode(200)
  @Allow(...ROLES)
  @Summary('Let the desk push notices to this browser')
  @Answers(200, NoticeSettings, 'Your wishes, and what the desk can do')
  addBrowser(@Body({ schema: AddBrowser }) body: AddBrowser, @CurrentPerson() by: Responder) {
    return this.mine.addBrowser(body, by);
  }

  @Put('webhook')
  @Allow(...ROLES)
  @Summary('Be told by a signed call of your own; every setting makes a new secret')
  @Answers(200, NewWebhook, 'Your wishes, and the secret this once')
  setWebhook(@Body({ schema: SetWebhook }) { url }: SetWebhook, @CurrentPerson() by: Responder) {
    return this.webhook.set(url, by);
  }

  @Post('webhook/try')
  @HttpCode(200)
  @Allow(...ROLES)
  @Summary('Call your webhook once, as a trial')
  @Answers(200, TriedWebhook, 'Whether it was taken', ['not-found'])
  tryWebhook(@CurrentPerson() by: Responder) {
    return this.webhook.try(by);
  }

  @Delete('webhook')
  @Allow(...ROLES)
  @Summary('Forget your webhook')
  @Answers(200, NoticeSettings, 'Your wishes, and what the desk can do')
  removeWebhook(@CurrentPerson() by: Responder) {
    return this.webhook.remove(by);
  }

  @Delete('browsers')
  @Allow(...ROLES)
  @Summary('Forget all your browsers')
  @Answers(200, NoticeSettings, 'Your wishes, and what the desk can do')
  forget(@CurrentPerson() by: Responder) {
    return this.mine.forgetBrowsers(by);
  }
}
