/** What we promise: standards and the calendars they run on. */
import { Module } from '@nestjs/common';
import { ClocksModule } from '../clocks/clocks.module.js';
import { AttainmentReport } from './attainment-report.js';
import { AttainmentQuery } from './attainment.query.js';
import { Calendars } from './calendars.js';
import { CalendarsController } from './calendars.controller.js';
import { ChangeStandards } from './change-standards.js';
import { CheckStandard } from './check-standard.js';
import { CountDecided } from './count-decided.handler.js';
import { CountedClocksQuery } from './counted-clocks.query.js';
import { CustomerTiersController } from './customer-tiers.controller.js';
import { CustomerTiersQuery } from './customer-tiers.query.js';
import { Holidays } from './holidays.js';
import { MarkCustomers } from './mark-customers.js';
import { ReplayCases } from './replay-cases.js';
import { ReplayCasesSweep } from './replay-cases.sweep.js';
import { StandardsController } from './standards.controller.js';
import { StandardsQuery } from './standards.query.js';
import { WhatIf } from './what-if.js';
import { WhatIfController } from './what-if.controller.js';

@Module({
  imports: [ClocksModule],
  controllers: [CalendarsController, CustomerTiersController, StandardsController, WhatIfController],
  providers: [
    Calendars,
    Holidays,
    StandardsQuery,
    ChangeStandards,
    CheckStandard,
    AttainmentQuery,
    AttainmentReport,
    CountDecided,
    ReplayCases,
    ReplayCasesSweep,
    WhatIf,
    CustomerTiersQuery,
    CountedClocksQuery,
    MarkCustomers,
  ],
  exports: [AttainmentQuery, CountedClocksQuery, StandardsQuery],
})
export class StandardsModule {}
