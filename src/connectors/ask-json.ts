/** Asks an HTTP API that speaks JSON, and says in one way what each failure means for a poll and for a person. */
import type { z } from 'zod';
import type { NoteCode } from '#libs/contracts/notes.js';
import { OutboundError, type SafeHttp, type SafeRequest } from '../platform/outbound/safe-http.js';
import { explained, note, type Explained } from './explained.js';
import { endOfSilence } from './silence.js';
import { storableText } from './storable.js';

/** When a network throttles without saying until when. */
const THROTTLED_SECONDS = 60;
const DAY_SECONDS = 86_400;

export interface JsonAnswer {
  data: unknown;
  headers: Record<string, string>;
}

/** The network answered, and the answer is no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** What it sent with it, when that was JSON. */
    readonly data: unknown,
    readonly headers: Record<string, string>,
  ) {
    super(detailOf(data));
  }
}

/** The network answered with something that is not what its description promises. */
export class Unreadable extends Error {}

/** @throws OutboundError (no answer), Refused (an answer that is no), Unreadable (not JSON) */
export async function askJson(http: SafeHttp, request: SafeRequest): Promise<JsonAnswer> {
  if (request.signal?.aborted) throw new OutboundError('aborted', 'Stopped before the network was asked');
  const { status, headers, body } = await http.request(request);
  const data = parsed(body.toString('utf8'));
  if (status < 200 || status > 299) throw new Refused(status, data, headers);
  if (data === undefined) throw new Unreadable('The answer is not JSON');
  return { data, headers };
}

/** @returns the data in the shape that was promised. @throws Unreadable naming what was expected and where it does not fit */
export function fit<T>(shape: z.ZodType<T>, data: unknown, what: string): T {
  const read = shape.safeParse(data);
  if (read.success) return read.data;
  throw new Unreadable(`The answer is not ${what}${whatIsWrong(read.error)}`);
}

/** @returns the first complaint, beginning with the place of it */
export function whatIsWrong(error: z.ZodError): string {
  const issue = error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  return storableText(`${where}: ${issue?.message ?? 'it does not fit'}`.slice(0, 300));
}

/** @param network its name, for people @returns how a poll ends after this error; other errors are faults of ours and are thrown on */
export function pollEndOf(error: unknown, network: string, now: Date): Explained {
  if (error instanceof Unreadable) return explained('schema-changed', note('unreadable', { network }, error.message));
  if (error instanceof Refused) return endOfRefusal(error, network, now);
  if (error instanceof OutboundError) return endOfSilence(error, network);
  throw error;
}

/** Retry-After (RFC 9110 10.2.3) in seconds or as a date. @returns whole seconds from 1 to a day, or null when it says nothing that can be read */
export function retryAfterSeconds(headers: Record<string, string>, now: Date): number | null {
  const text = headers['retry-after']?.trim() ?? '';
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? boundedSeconds(seconds) : null;
}

/** @returns whole seconds from 1 to a day */
export function boundedSeconds(seconds: number): number {
  return Math.min(Math.max(1, Math.ceil(seconds)), DAY_SECONDS);
}

function endOfRefusal(refused: Refused, network: string, now: Date): Explained {
  const { status, message: detail, headers } = refused;
  const asked = retryAfterSeconds(headers, now);
  const because = (code: NoteCode) => note(code, { network, status }, detail);
  if (status === 429 || (status === 503 && asked !== null))
    return explained('throttled', note('waits', { network }), { retryAfterSeconds: asked ?? THROTTLED_SECONDS });
  if (status === 401) return explained('forbidden', note('credentials', { network }));
  if (status === 403 || status === 451) return explained('forbidden', because('not-allowed'));
  if (status === 400) return explained('forbidden', because('not-taken'));
  if (status >= 500) return explained('unreachable', because('own-fault'), asked === null ? {} : { retryAfterSeconds: asked });
  return explained('schema-changed', because('odd-status'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The forms in which APIs say what is wrong. */
function detailOf(data: unknown): string {
  const { message, error, error_description: description, detail } = (data ?? {}) as Record<string, unknown>;
  const inner = error !== null && typeof error === 'object' ? (error as Record<string, unknown>)['message'] : null;
  const words = [inner, message, description, detail, error].find((one) => typeof one === 'string' && one !== '');
  return storableText(String(words ?? 'it did not say why').slice(0, 300));
}
