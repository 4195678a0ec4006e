/** What every call of a connector is given, and as whom it acts. */
import type { SafeHttp } from '../platform/outbound/safe-http.js';

export interface ConnectorContext<S> {
  settings: S;
  http: SafeHttp;
  now: () => Date;
  /** Aborts when the desk stops or the lease is about to end; a connector must end within a second. */
  signal: AbortSignal;
}

/** The account we act and are mentioned as; its own posts never come back as mentions. */
export interface OwnAccount {
  handle: string;
  externalId: string | null;
}
