/** Calls of Meta's Graph API over our own SafeHttp, each proven with the app secret. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { SafeResponse } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import { storableText } from '../storable.js';
import { kindOf, Refused, Unreadable } from './failures.js';
import type { MetaSettings } from './settings.js';

const API = 'https://graph.facebook.com';
const MOST_BYTES = 10_000_000;

export type Query = Record<string, string | number | undefined>;

export interface GraphAnswer {
  data: unknown;
  /** How much of what we may ask is used up, in percent: the fullest of all limits. */
  used: number;
}

export interface Graph {
  /** @throws OutboundError (no answer), Refused (an answer that is no), Unreadable (not JSON) */
  get(path: string, query: Query): Promise<GraphAnswer>;
  post(path: string, body: Record<string, unknown>): Promise<GraphAnswer>;
}

export function graph({ settings, http, signal }: Pick<ConnectorContext<MetaSettings>, 'settings' | 'http' | 'signal'>): Graph {
  const base = `${(settings.baseUrl ?? API).replace(/\/+$/, '')}/${settings.apiVersion}`;
  const ask = async (method: 'GET' | 'POST', path: string, query: Query, body?: string): Promise<GraphAnswer> => {
    const url = new URL(`${base}/${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    url.searchParams.set('appsecret_proof', proofOf(settings));
    // The token travels in a header, so that it stands in no address and no log; redirects are not followed.
    const headers = { authorization: `Bearer ${settings.accessToken}`, ...(body ? { 'content-type': 'application/json' } : {}) };
    const sent = body === undefined ? {} : { body };
    return answerOf(
      await http.request({ url: url.href, method, headers, ...sent, signal, maxBytes: MOST_BYTES, maxRedirects: 0 }),
    );
  };
  return {
    get: (path, query) => ask('GET', path, query),
    post: (path, body) => ask('POST', path, {}, JSON.stringify(body)),
  };
}

/** Source: Graph API, "Secure Graph API calls": HMAC-SHA-256 of the token with the app secret, in hex. */
export function proofOf({ accessToken, appSecret }: Pick<MetaSettings, 'accessToken' | 'appSecret'>): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

const Problem = z.object({
  error: z.object({
    message: z.string().optional(),
    code: z.int().optional(),
    error_subcode: z.int().optional(),
    is_transient: z.boolean().optional(),
    error_user_msg: z.string().optional(),
  }),
});

function answerOf(answer: SafeResponse): GraphAnswer {
  const data = parsed(answer.body);
  const problem = Problem.safeParse(data);
  const usage = usageOf(answer.headers);
  if (answer.status >= 300 || problem.success) {
    const { message, error_user_msg: words, ...error } = problem.data?.error ?? {};
    const detail = storableText((words ?? message ?? 'it did not say why').slice(0, 300));
    throw new Refused(answer.status, kindOf(answer.status, error), detail, usage.regainSeconds, error.code ?? null);
  }
  if (data === undefined) throw new Unreadable('Meta answered something that is not JSON');
  return { data, used: usage.used };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

const Shares = z.record(z.string(), z.unknown());
const CASES = z.record(z.string(), z.array(Shares));

/** Two headers say in percent how much is used up, one of them also for how many minutes nothing will be answered. */
function usageOf(headers: Record<string, string>): { used: number; regainSeconds: number | null } {
  const app = Shares.safeParse(fromHeader(headers['x-app-usage']));
  const cases = CASES.safeParse(fromHeader(headers['x-business-use-case-usage']));
  const shares = [...(app.success ? [app.data] : []), ...(cases.success ? Object.values(cases.data).flat() : [])];
  const percents = shares.flatMap((one) => [one['call_count'], one['total_time'], one['total_cputime']].filter(isNumber));
  const minutes = shares.map((one) => one['estimated_time_to_regain_access']).filter(isNumber).filter((m) => m > 0); // prettier-ignore
  const after = Number(headers['retry-after'] ?? Number.NaN);
  const regainSeconds = minutes.length > 0 ? Math.max(...minutes) * 60 : Number.isFinite(after) && after > 0 ? after : null;
  return { used: Math.max(0, ...percents), regainSeconds };
}

function fromHeader(header: string | undefined): unknown {
  return header === undefined ? undefined : parsed(Buffer.from(header));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
