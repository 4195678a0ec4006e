/**
 * Calls of the Telegram Bot API over our own SafeHttp. The payloads are typed by grammY's types; its transport is not used: it reads an answer
 * without its status and size (docs/decisions/0025-telegram-without-a-framework.md).
 */
import type { ApiMethods } from 'grammy/types';
import { z } from 'zod';
import type { SafeResponse } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import { formOf } from '../form.js';
import { storableText } from '../storable.js';
import { Refused, Unreadable } from './failures.js';
import type { TelegramSettings } from './settings.js';

const API = 'https://api.telegram.org';
/** 100 updates of 4,096 characters with all their entities stay far below. */
const MOST_BYTES = 10_000_000;
/** Beyond what a long poll waits. */
const PATIENCE_MS = 12_000;

type Method = 'getMe' | 'getWebhookInfo' | 'getUpdates' | 'sendMessage' | 'sendPhoto';
type File = { type: string; bytes: Buffer };
type Given<M extends Method> = Parameters<ApiMethods[M]>[0] extends undefined ? Record<string, never> : NonNullable<Parameters<ApiMethods[M]>[0]>; // prettier-ignore
type Payload<M extends Method> = M extends 'sendPhoto' ? Omit<Given<M>, 'photo'> & { photo: File } : Given<M>;

export type TelegramClient = <M extends Method>(method: M, payload: Payload<M>) => Promise<unknown>;

const Envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
  error_code: z.int().optional(),
  parameters: z.object({ retry_after: z.number().min(0).optional(), migrate_to_chat_id: z.number().optional() }).optional(),
});

/** @returns a function that calls a method; it throws OutboundError (no answer), Refused (an answer that is no), Unreadable */
export function telegramClient(
  context: Pick<ConnectorContext<TelegramSettings>, 'settings' | 'http' | 'signal'>,
): TelegramClient {
  const { settings, http, signal } = context;
  const base = (settings.baseUrl ?? API).replace(/\/+$/, '');
  return async (method, payload) => {
    const { headers, body } = await bodyOf(payload);
    const answer = await http.request({
      url: `${base}/bot${settings.token}/${method}`,
      method: 'POST',
      headers,
      body,
      signal,
      maxBytes: MOST_BYTES,
      timeoutMs: ('timeout' in payload ? Number(payload.timeout) * 1000 : 0) + PATIENCE_MS,
      // The token stands in the address: it goes nowhere else.
      maxRedirects: 0,
    });
    return resultOf(answer);
  };
}

/** A file goes as a form, whose other fields are JSON where they are no texts. Source: Bot API, "Sending files". */
async function bodyOf(payload: object) {
  if (!('photo' in payload)) return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) };
  const { photo, ...rest } = payload as { photo: File } & Record<string, unknown>;
  const fields = Object.entries(rest).map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  return formOf({ ...Object.fromEntries(fields), photo });
}

function resultOf(answer: SafeResponse): unknown {
  const envelope = Envelope.safeParse(parsed(answer.body));
  if (!envelope.success) {
    if (answer.status >= 200 && answer.status < 300)
      throw new Unreadable('Telegram answered something that is not its form of an answer');
    throw new Refused(answer.status, 'it did not say why', retryAfter(answer.headers['retry-after']));
  }
  const { ok, result, description, error_code: code, parameters } = envelope.data;
  if (ok && answer.status < 300) return result;
  const wait = parameters?.retry_after ?? retryAfter(answer.headers['retry-after']);
  const words = storableText((description ?? 'it did not say why').slice(0, 300));
  throw new Refused(code ?? answer.status, words, wait, parameters?.migrate_to_chat_id ?? null);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function retryAfter(header: string | undefined): number | null {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
