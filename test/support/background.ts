/** What rooms need besides their doors: the outbox's tail, and a SafeHttp that reaches nobody unless told. */
import { Global, Module } from '@nestjs/common';
import { OutboxTail } from '../../src/outbox/tail.js';
import { OutboundError, SAFE_HTTP } from '../../src/platform/outbound/safe-http.js';

const nobody = {
  request: () => Promise.reject(new OutboundError('unreachable', 'nobody is there')),
};

@Global()
@Module({ providers: [OutboxTail, { provide: SAFE_HTTP, useValue: nobody }], exports: [OutboxTail, SAFE_HTTP] })
export class BackgroundModule {}
