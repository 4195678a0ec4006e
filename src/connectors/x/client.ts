/** The X client library with our own way out: it builds and signs each request, SafeHttp carries it. */
import type { ITwitterApiClientPlugin, TwitterApi, TwitterResponse } from 'twitter-api-v2';
import { OutboundError, type SafeResponse } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import { Refused, Unreadable } from './failures.js';
import { keysOf, type XSettings } from './settings.js';

const API = 'https://api.x.com';
/** A full page of posts with everything expanded is below 2 MB. */
const MOST_BYTES = 10_000_000;

export interface XAnswer {
  data: unknown;
  /** Calls left in this window, and when it ends; null when X did not say. */
  left: { remaining: number; resetAt: Date } | null;
}

export type Query = Record<string, string | number | undefined>;

export interface XClient {
  /** As the app where it has a token, else as our account. */
  read(path: string, query: Query): Promise<XAnswer>;
  /** As the app, for what an account may not ask. Throws when it has no token. */
  readAsApp(path: string, query: Query): Promise<XAnswer>;
  postAsApp(path: string, body: Record<string, unknown>): Promise<XAnswer>;
  /** As our account. Throws when its keys are not set. */
  readAsUs(path: string, query: Query): Promise<XAnswer>;
  postAsUs(path: string, body: Record<string, unknown>): Promise<XAnswer>;
}

/** As whom X can be asked; null where its keys are not set. */
interface Callers {
  us: TwitterApi | null;
  app: TwitterApi | null;
}

type XContext = Pick<ConnectorContext<XSettings>, 'settings' | 'http' | 'signal'>;

/** @throws from its calls: OutboundError (no answer), Refused (an answer that is no), Unreadable (not JSON) */
export function xClient(context: XContext): XClient {
  let known: Promise<Callers> | undefined;
  const callers = () => (known ??= callersOf(context));
  const ours = async () => present((await callers()).us, 'The keys of our account are not set');
  const app = async () => present((await callers()).app, 'The bearer token is not set');
  const either = async () => (await callers()).app ?? ours();
  const get = async (client: TwitterApi, path: string, query: Query) =>
    answerOf(await client.v2.get(path, query, { fullResponse: true }));
  const post = async (client: TwitterApi, path: string, body: Record<string, unknown>) =>
    answerOf(await client.v2.post(path, body, { fullResponse: true }));
  return {
    read: async (path, query) => get(await either(), path, query),
    readAsApp: async (path, query) => get(await app(), path, query),
    postAsApp: async (path, body) => post(await app(), path, body),
    readAsUs: async (path, query) => get(await ours(), path, query),
    postAsUs: async (path, body) => post(await ours(), path, body),
  };
}

/** Loads the library: only where X is listened to. */
async function callersOf(context: XContext): Promise<Callers> {
  const { TwitterApi: Client } = await import('twitter-api-v2');
  const keys = keysOf(context.settings);
  const { bearerToken } = context.settings;
  const options = { plugins: [carrier(context)] };
  return {
    us: keys === null ? null : new Client(keys, options),
    app: bearerToken === undefined ? null : new Client(bearerToken, options),
  };
}

/** @returns where X is, without a slash at its end */
export function baseOf({ baseUrl }: Pick<XSettings, 'baseUrl'>): string {
  return (baseUrl ?? API).replace(/\/+$/, '');
}

function present(client: TwitterApi | null, missing: string): TwitterApi {
  if (client === null) throw new Refused(401, missing, null, null);
  return client;
}

/**
 * The library's own transport has no limit of size, cannot be stopped, follows no list of allowed hosts and knows one host only.
 * This hook answers in its place; it never retries.
 */
function carrier({ settings, http, signal }: XContext): ITwitterApiClientPlugin {
  const base = baseOf(settings);
  return {
    onBeforeRequestConfig: async ({ client, params }) => {
      const { url, method, headers, body } = client['getHttpRequestArgs'](params);
      const request = {
        url: base + url.pathname + url.search,
        method: method as 'GET' | 'POST',
        headers: textHeaders(headers),
        ...(body === undefined ? {} : { body: body as string | Buffer }),
        signal,
        maxBytes: MOST_BYTES,
        maxRedirects: 0,
      };
      if (signal.aborted) throw new OutboundError('aborted', 'Stopped before X was asked');
      return responseOf(await http.request(request));
    },
  };
}

function responseOf(answer: SafeResponse): TwitterResponse<unknown> {
  const text = answer.body.toString('utf8');
  let data: unknown;
  try {
    data = text === '' ? null : JSON.parse(text);
  } catch {
    if (answer.status < 300) throw new Unreadable('X answered something that is not JSON');
    data = null;
  }
  if (answer.status >= 300) throw Refused.from(answer.status, data, answer.headers);
  return { data, headers: answer.headers };
}

function answerOf(response: TwitterResponse<unknown>): XAnswer {
  const headers = response.headers as Record<string, string | undefined>;
  const remaining = Number(headers['x-rate-limit-remaining'] ?? NaN);
  const reset = Number(headers['x-rate-limit-reset'] ?? NaN);
  const known = Number.isFinite(remaining) && Number.isFinite(reset);
  return { data: response.data, left: known ? { remaining, resetAt: new Date(reset * 1000) } : null };
}

function textHeaders(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
