/** What people do to the promises of a case, in one place for their doors. */
import { Injectable } from '@nestjs/common';
import { ExcludeCase } from './exclude-case.js';
import { FollowUpCase } from './follow-up-case.js';
import { PromiseDate } from './promise-date.js';
import { ResumeCase } from './resume-case.js';
import { WaitForCustomer } from './wait-for-customer.js';

@Injectable()
export class PromiseVerbs {
  constructor(
    readonly wait: WaitForCustomer,
    readonly resume: ResumeCase,
    readonly date: PromiseDate,
    readonly followUp: FollowUpCase,
    readonly exclude: ExcludeCase,
  ) {}
}
