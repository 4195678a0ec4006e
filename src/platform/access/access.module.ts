/** Who may come in: sessions, tokens and the guard of every route. Global, because every door needs it. */
import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Identify } from './identify.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';

@Global()
@Module({
  providers: [Sessions, Tokens, Identify, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Sessions, Identify],
})
export class AccessModule {}
