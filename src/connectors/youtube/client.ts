/** Asks the YouTube Data API with a key, or as our channel, and counts what it costs. */
import { askJson, fit, Refused } from '../ask-json.js';
import type { ConnectorContext } from '../connector-context.js';
import { TokenCache } from '../token-cache.js';
import { Channels, ListPage, Token } from './answers.js';
import { ShareUsed } from './failures.js';
import { COST, quotaDay, secondsToMidnight } from './quota.js';
import { accountOf, type YouTubeSettings } from './settings.js';

const TOKENS = 'https://oauth2.googleapis.com/token';
const API = 'https://www.googleapis.com/youtube/v3';

const tokens = new TokenCache();

/** Units used on a day of the quota. */
export interface Used {
  day: string;
  units: number;
}

export type Query = Record<string, string | number | undefined>;
export type List = 'commentThreads' | 'comments' | 'search' | 'channels';
type Context = Pick<ConnectorContext<YouTubeSettings>, 'settings' | 'http' | 'signal' | 'now'>;

export class YouTubeClient {
  calls = 0;
  units = 0;

  /** @param used what was used before, counted on here; null: without a limit */
  constructor(
    private readonly context: Context,
    private readonly used: Used | null,
  ) {}

  /** @throws OutboundError, Refused, Unreadable, ShareUsed */
  async list(what: List, query: Query): Promise<{ items: unknown[]; nextPageToken: string | null }> {
    const { apiKey } = this.context.settings;
    this.pay(what === 'search' ? COST.search : COST.list);
    const data = await this.ask(what, query, { headers: { 'x-goog-api-key': apiKey } });
    const { items, nextPageToken } = fit(ListPage, data, 'a list');
    return { items, nextPageToken: nextPageToken ?? null };
  }

  /** Who we are, by our token; without one, the channel of the settings. @returns null when there is none */
  async whoWeAre(): Promise<{ id: string; handle: string } | null> {
    const { settings } = this.context;
    const mine = accountOf(settings) !== null;
    if (!mine && settings.channelId === undefined) return null;
    this.pay(COST.list);
    const ask = async (which: Query, headers: Record<string, string>) =>
      fit(Channels, await this.ask('channels', { part: 'snippet', ...which }, { headers }), 'a channel');
    const { items } = mine
      ? await this.asUs((headers) => ask({ mine: 'true' }, headers))
      : await ask({ id: settings.channelId }, { 'x-goog-api-key': settings.apiKey });
    const [channel] = items;
    if (channel === undefined) throw new Refused(404, { error: { message: 'there is no such channel' } }, {});
    return { id: channel.id, handle: (channel.snippet.customUrl ?? channel.snippet.title).replace(/^@/, '') };
  }

  /** As our channel. @throws OutboundError, Refused, Unreadable */
  async insert(what: 'comments', resource: unknown): Promise<unknown> {
    this.pay(COST.insert);
    const body = JSON.stringify(resource);
    return this.asUs((given) => {
      const headers = { ...given, 'content-type': 'application/json' };
      return this.ask(what, { part: 'snippet' }, { method: 'POST', headers, body });
    });
  }

  private async ask(
    what: string,
    query: Query,
    request: { method?: 'POST'; headers: Record<string, string>; body?: string },
  ): Promise<unknown> {
    const { settings, http, signal } = this.context;
    const url = new URL(`${(settings.baseUrl ?? API).replace(/\/+$/, '')}/${what}`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    this.calls += 1;
    return (await askJson(http, { ...request, url: url.href, signal, maxRedirects: 0 })).data;
  }

  private pay(cost: number): void {
    const { settings, now } = this.context;
    if (this.used !== null) {
      const day = quotaDay(now());
      if (this.used.day !== day) Object.assign(this.used, { day, units: 0 });
      if (this.used.units + cost > settings.dailyUnits) throw new ShareUsed(secondsToMidnight(now()));
      this.used.units += cost;
    }
    this.units += cost;
  }

  /** A token may end before its time; a new one is tried once. What is refused with 401 was not taken. */
  private async asUs<T>(ask: (headers: Record<string, string>) => Promise<T>): Promise<T> {
    try {
      return await ask(await this.authorization());
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 401) throw error;
      tokens.drop(this.credentials());
      return ask(await this.authorization());
    }
  }

  private credentials(): unknown[] {
    const { settings } = this.context;
    return [accountOf(settings), settings.signInUrl];
  }

  private async authorization(): Promise<Record<string, string>> {
    const { settings, http, signal, now } = this.context;
    const account = accountOf(settings);
    if (account === null) throw new Refused(401, { error: { message: 'the account of our channel is not set' } }, {});
    const known = tokens.get(this.credentials(), now());
    if (known !== null) return { authorization: `Bearer ${known}` };
    const form = { grant_type: 'refresh_token', client_id: account.clientId, client_secret: account.clientSecret, refresh_token: account.refreshToken }; // prettier-ignore
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    this.calls += 1;
    const { data } = await askJson(http, { url: settings.signInUrl ?? TOKENS, method: 'POST', headers, body: new URLSearchParams(form).toString(), signal, maxRedirects: 0 }); // prettier-ignore
    const { access_token: token, expires_in: seconds } = fit(Token, data, 'a token');
    tokens.put(this.credentials(), token, seconds, now());
    return { authorization: `Bearer ${token}` };
  }
}
