/** The desk's one way to ask other servers. Global. */
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS_TOKEN, type Settings } from '../config/env.js';
import { versionOfProgram } from '../version.js';
import { SAFE_HTTP } from './safe-http.js';
import { UndiciSafeHttp } from './safe-http.undici.js';

@Global()
@Module({
  providers: [
    {
      provide: SAFE_HTTP,
      inject: [SETTINGS_TOKEN],
      useFactory: (settings: Pick<Settings, 'EARSHOT_ALLOWED_HOSTS'>) =>
        new UndiciSafeHttp({ allowedHosts: settings.EARSHOT_ALLOWED_HOSTS, userAgent: `Earshot/${versionOfProgram()}` }),
    },
  ],
  exports: [SAFE_HTTP],
})
export class OutboundModule implements OnApplicationShutdown {
  constructor(@Inject(SAFE_HTTP) private readonly http: UndiciSafeHttp) {}

  /** After the pollers and senders have stopped. */
  onApplicationShutdown(): Promise<void> {
    return this.http.close();
  }
}
