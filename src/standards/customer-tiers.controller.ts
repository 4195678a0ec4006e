/** The doors to customer tiers. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CustomerMarkView, CustomerTierView, ImportedTiers, ImportTiers, MarkCustomer, MarkQuery } from '#libs/contracts/http/customer-tiers.js'; // prettier-ignore
import { Id, listOf, pageOf } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { CustomerTiersQuery } from './customer-tiers.query.js';
import { MarkCustomers } from './mark-customers.js';

@Controller('api/v1/customer-tiers')
@Tag('promises')
export class CustomerTiersController {
  constructor(
    private readonly query: CustomerTiersQuery,
    private readonly customers: MarkCustomers,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary('List the tiers that customers are in')
  @Answers(200, listOf(CustomerTierView), 'Every tier with how many are in it')
  async tiers() {
    return { items: await this.query.tiers() };
  }

  @Get('marks')
  @Allow('manager')
  @Summary('List the customers that are in a tier, the latest mark first')
  @Answers(200, pageOf(CustomerMarkView), 'A page of customers', ['invalid-cursor'])
  marks(@Query({ schema: MarkQuery }) query: MarkQuery) {
    return this.query.marks(query);
  }

  @Post('marks')
  @HttpCode(204)
  @Allow('manager')
  @Summary('Put a customer into a tier, or out of any; for cases that open from now on')
  @Answers(204, null, 'Done')
  async mark(@Body({ schema: MarkCustomer }) body: MarkCustomer, @CurrentPerson() by: Responder): Promise<void> {
    await this.customers.mark(body, by);
  }

  @Post('import')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Put many customers into tiers from a CSV file; who is not in it stays as they are')
  @Answers(200, ImportedTiers, 'What became of every line')
  import(@Body({ schema: ImportTiers }) body: ImportTiers, @CurrentPerson() by: Responder): Promise<ImportedTiers> {
    return this.customers.import(body.csv, by);
  }

  @Delete('marks/:id')
  @HttpCode(204)
  @Allow('manager')
  @Summary('Take a customer out of their tier')
  @Answers(204, null, 'Gone')
  remove(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<void> {
    return this.customers.remove(id, by);
  }
}
