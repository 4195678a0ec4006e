/** The doors to translations: who translates, and a text in another language. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { SetTranslation, Translate as TranslateBody, Translated, TranslationSettings } from '#libs/contracts/http/translation.js';
import { Id } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../../platform/access/allow.js';
import type { Responder } from '../../platform/access/responder.js';
import { Answers, Summary, Tag } from '../../platform/openapi/answers.js';
import { Translate } from './translate.js';
import { TranslationStore } from './translation-settings.js';

@Controller('api/v1')
@Tag('cases')
export class TranslationController {
  constructor(
    private readonly translate: Translate,
    private readonly store: TranslationStore,
  ) {}

  @Get('translation')
  @Allow(...ROLES)
  @Summary('Read who translates')
  @Answers(200, TranslationSettings, 'The provider; its key is never shown')
  read() {
    return this.store.read();
  }

  @Put('translation')
  @Allow('administrator')
  @Summary('Choose who translates; texts then go there whenever a responder asks')
  @Answers(200, TranslationSettings, 'The provider')
  set(@Body({ schema: SetTranslation }) body: SetTranslation) {
    return this.store.set(body);
  }

  @Delete('translation')
  @Allow('administrator')
  @Summary('Translate nothing any more, and forget what was translated')
  @Answers(200, TranslationSettings, 'Nobody')
  off() {
    return this.store.off();
  }

  @Post('cases/:id/translate')
  @HttpCode(200)
  @Allow('responder')
  @Summary(
    'Translate a post of the case, or the answer one writes; the text goes to the provider, and nothing is sent to the customer',
  )
  @Answers(200, Translated, 'The text in the other language', ['translation-off', 'translation-failed'])
  run(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: TranslateBody }) body: TranslateBody,
    @CurrentPerson() by: Responder,
  ) {
    return this.translate.run(id, body, by);
  }
}
