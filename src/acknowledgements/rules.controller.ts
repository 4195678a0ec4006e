/** The doors to rules: write one, lead it through its life, and see what it would have done. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  PreviewAnswer,
  PreviewRule as PreviewRuleBody,
  RuleHistory,
  RuleStep,
  RuleView,
  SaveRule as SaveRuleBody,
} from '#libs/contracts/http/acknowledgement-rules.js';
import { Id, listOf } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { PreviewRule } from './preview-rule.js';
import { RulesQuery } from './rules.query.js';
import { SaveRule } from './save-rule.js';
import { StepRule } from './step-rule.js';

@Controller('api/v1/acknowledgement-rules')
@Tag('acknowledgements')
export class RulesController {
  constructor(
    private readonly rules: RulesQuery,
    private readonly saveRule: SaveRule,
    private readonly stepRule: StepRule,
    private readonly previewRule: PreviewRule,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary('List the rules by which machines acknowledge')
  @Answers(200, listOf(RuleView), 'Rules in the order in which they are tried')
  async all(@CurrentPerson() by: Responder) {
    return { items: await this.rules.all(by) };
  }

  @Get(':id')
  @Allow(...ROLES)
  @Summary('Read one rule with every version and who did what')
  @Answers(200, RuleHistory, 'The rule and its history')
  one(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<RuleHistory> {
    return this.rules.history(id, by);
  }

  @Post()
  @Allow('manager')
  @Summary('Write a rule; it begins as a draft')
  @Answers(201, RuleView, 'The rule', ['name-taken'])
  add(@Body({ schema: SaveRuleBody }) body: SaveRuleBody, @CurrentPerson() by: Responder): Promise<RuleView> {
    return this.saveRule.run(null, body, by);
  }

  @Post('preview')
  @HttpCode(200)
  @Allow('manager')
  @Summary('See what a rule would have done on the cases of the last weeks')
  @Answers(200, PreviewAnswer, 'Counts by outcome, and the latest lines')
  preview(@Body({ schema: PreviewRuleBody }) body: PreviewRuleBody, @CurrentPerson() by: Responder): Promise<PreviewAnswer> {
    return this.previewRule.run(body, by);
  }

  @Put(':id')
  @Allow('manager')
  @Summary('Write a new version; the one that sends goes on until the new one is approved')
  @Answers(200, RuleView, 'The rule with its draft', ['name-taken'])
  save(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveRuleBody }) body: SaveRuleBody,
    @CurrentPerson() by: Responder,
  ): Promise<RuleView> {
    return this.saveRule.run(id, body, by);
  }

  @Post(':id/step')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Lead a rule on: shadow, propose, approve (another person), withdraw, off, on')
  @Answers(200, RuleView, 'The rule', ['rule-not-there', 'second-person-needed'])
  step(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: RuleStep }) body: RuleStep,
    @CurrentPerson() by: Responder,
  ): Promise<RuleView> {
    return this.stepRule.run(id, body, by);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('manager')
  @Summary('Remove a rule; what it said stays in the ledger')
  @Answers(204, null, 'Removed')
  remove(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<void> {
    return this.stepRule.remove(id, by);
  }
}
