/** What every HTTP door has: logs, the guard, the contract check and the problem documents. */
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { AccessModule } from './access/access.module.js';
import { ContractPipe } from './contract.pipe.js';
import { LoggingModule } from './logging.module.js';
import { ProblemsFilter } from './problems.filter.js';

@Module({
  imports: [LoggingModule, AccessModule],
  providers: [
    { provide: APP_PIPE, useClass: ContractPipe },
    { provide: APP_FILTER, useClass: ProblemsFilter },
  ],
})
export class DoorsModule {}
