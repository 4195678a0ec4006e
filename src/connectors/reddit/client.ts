/** Asks Reddit's API with a token of an app or of our account, within the limits that its answers tell. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import { explained, note, type Explained } from '../explained.js';
import { askJson, boundedSeconds, fit, pollEndOf, Refused, retryAfterSeconds } from '../ask-json.js';
import type { ConnectorContext } from '../connector-context.js';
import { TokenCache } from '../token-cache.js';
import { Token } from './answers.js';
import type { RedditSettings } from './settings.js';

const TOKENS = 'https://www.reddit.com/api/v1/access_token';
const API = 'https://oauth.reddit.com';
export const NETWORK = 'Reddit';
/** When Reddit throttles without saying until when. Source: its limits count by windows of ten minutes. */
const WINDOW_SECONDS = 600;

const tokens = new TokenCache();

/** The calls of this window are used up; asking on would only be refused. */
export class UsedUp extends Error {
  constructor(readonly seconds: number) {
    super();
  }
}

export type Parameters = Record<string, string | number | undefined>;
type Context = Pick<ConnectorContext<RedditSettings>, 'settings' | 'http' | 'signal' | 'now'>;

export class RedditClient {
  /** Calls made, those for tokens included. */
  calls = 0;
  /** When the calls of this window are used up: seconds until the next. */
  private waits: number | null = null;

  constructor(private readonly context: Context) {}

  /** @throws OutboundError, Refused, Unreadable, UsedUp */
  get(path: string, query: Parameters = {}): Promise<unknown> {
    const given = Object.entries({ raw_json: 1, ...query }).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
    return this.ask(`${path}?${search.toString()}`, {});
  }

  /** @throws OutboundError, Refused, Unreadable, UsedUp */
  post(path: string, form: Record<string, string>): Promise<unknown> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.ask(path, { method: 'POST' as const, headers, body: new URLSearchParams({ raw_json: '1', ...form }).toString() });
  }

  /** What is left for the desk to wait once a poll has read all it wanted. */
  get rest(): { retryAfterSeconds: number } | null {
    return this.waits === null ? null : { retryAfterSeconds: this.waits };
  }

  private async ask(
    path: string,
    request: { method?: 'POST'; headers?: Record<string, string>; body?: string },
  ): Promise<unknown> {
    try {
      return await this.askOnce(path, request);
    } catch (error) {
      // A token may end before its time; a new one is tried once. What is refused with 401 was not taken.
      if (!(error instanceof Refused) || error.status !== 401) throw error;
      tokens.drop(credentialsOf(this.context.settings));
      return this.askOnce(path, request);
    }
  }

  private async askOnce(
    path: string,
    request: { method?: 'POST'; headers?: Record<string, string>; body?: string },
  ): Promise<unknown> {
    if (this.waits !== null) throw new UsedUp(this.waits);
    const { settings, http, signal } = this.context;
    const authorization = `Bearer ${await this.token()}`;
    const headers = { ...request.headers, authorization, 'user-agent': settings.userAgent };
    this.calls += 1;
    const url = (settings.baseUrl ?? API).replace(/\/+$/, '') + path;
    const answer = await askJson(http, { ...request, url, headers, signal, maxRedirects: 0 });
    this.heed(answer.headers);
    return answer.data;
  }

  /** Source: Reddit's API wiki. Both may be fractions; the reset is in seconds from now. */
  private heed(headers: Record<string, string>): void {
    const remaining = Number(headers['x-ratelimit-remaining'] ?? NaN);
    const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
    if (remaining < 1) this.waits = boundedSeconds(Number.isFinite(reset) ? reset : WINDOW_SECONDS);
  }

  private async token(): Promise<string> {
    const { settings, http, signal, now } = this.context;
    const credentials = credentialsOf(settings);
    const known = tokens.get(credentials, now());
    if (known !== null) return known;
    const authorization = `Basic ${Buffer.from(`${settings.clientId}:${settings.clientSecret ?? ''}`).toString('base64')}`;
    const headers = { authorization, 'user-agent': settings.userAgent, 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(grantOf(settings)).toString();
    this.calls += 1;
    const { data } = await askJson(http, { url: settings.signInUrl ?? TOKENS, method: 'POST', headers, body, signal, maxRedirects: 0 }); // prettier-ignore
    const { access_token: token, expires_in: seconds } = fit(Token, data, 'a token');
    tokens.put(credentials, token, seconds, now());
    return token;
  }
}

/** As our account; else as the app; an installed app has no secret. Source: Reddit's wiki page "OAuth2". */
function grantOf({ refreshToken, clientSecret }: RedditSettings): Record<string, string> {
  if (refreshToken !== undefined) return { grant_type: 'refresh_token', refresh_token: refreshToken };
  if (clientSecret !== undefined) return { grant_type: 'client_credentials' };
  return { grant_type: 'https://oauth.reddit.com/grants/installed_client', device_id: 'DO_NOT_TRACK_THIS_DEVICE' };
}

function credentialsOf({ clientId, clientSecret, refreshToken, signInUrl }: RedditSettings): unknown[] {
  return [clientId, clientSecret, refreshToken, signInUrl];
}

/** @returns how a poll ends after this error; other errors are faults of ours and are thrown on */
export function redditEnd(error: unknown, now: Date): Explained {
  if (error instanceof UsedUp)
    return explained('throttled', note('calls-used-up', { network: NETWORK }), { retryAfterSeconds: error.seconds });
  if (!(error instanceof Refused)) return pollEndOf(error, NETWORK, now);
  const { status, data, headers } = error;
  if (status === 429)
    return explained('throttled', note('waits', { network: NETWORK }), { retryAfterSeconds: waitOf(headers, now) });
  if (status === 403 && data === undefined) return explained('forbidden', note('reddit-blocked'));
  if (status === 404 || (status >= 300 && status < 400)) return explained('forbidden', note('reddit-not-there', { status }));
  return pollEndOf(error, NETWORK, now);
}

/** @returns seconds to wait after 429 */
export function waitOf(headers: Record<string, string>, now: Date): number {
  const reset = Number(headers['x-ratelimit-reset'] ?? NaN);
  return retryAfterSeconds(headers, now) ?? (Number.isFinite(reset) ? boundedSeconds(reset) : WINDOW_SECONDS);
}

/** True when Reddit certainly never saw the question. */
export function neverLeft(error: unknown): boolean {
  return error instanceof OutboundError && (error.kind === 'forbidden-address' || error.kind === 'bad-url');
}
