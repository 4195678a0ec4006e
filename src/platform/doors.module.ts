/** What every HTTP door has: logs, the guard, the contract check, problem documents and the API's description. */
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessModule } from './access/access.module.js';
import { ContractPipe } from './contract.pipe.js';
import { LoggingModule } from './logging.module.js';
import { OpenapiController } from './openapi/openapi.controller.js';
import { ProblemsFilter } from './problems.filter.js';

@Module({
  imports: [LoggingModule, AccessModule, DiscoveryModule],
  controllers: [OpenapiController],
  providers: [
    { provide: APP_PIPE, useClass: ContractPipe },
    { provide: APP_FILTER, useClass: ProblemsFilter },
  ],
})
export class DoorsModule {}
