/** The ways in which X says no or nothing, and what each means for a poll and for a person. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { NoteCode } from '#libs/contracts/notes.js';
import { explained, note, type Explained } from '../explained.js';
import { endOfSilence } from '../silence.js';
import { storableText } from '../storable.js';

/** When X throttles without saying until when: one window of its limits. */
const WINDOW_SECONDS = 900;
/** A spending cap or a monthly limit does not go away within minutes. */
const CAP_SECONDS = 3600;
export const NETWORK = 'X';

/** X answered, and the answer is no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** In X's own words. */
    readonly detail: string,
    readonly body: unknown,
    /** When the limit ends, if X said so. */
    readonly resetAt: Date | number | null,
  ) {
    super(`X answered ${status}: ${detail}`);
  }

  static from(status: number, body: unknown, headers: Record<string, string>): Refused {
    const reset = Number(headers['x-rate-limit-reset'] ?? NaN);
    const wait = Number(headers['retry-after'] ?? NaN);
    return new Refused(
      status,
      detailOf(body),
      body,
      Number.isFinite(wait) ? wait : Number.isFinite(reset) ? new Date(reset * 1000) : null,
    );
  }

  /** Parameters of the question that X complains about. */
  get complaints(): string[] {
    const { parameter, errors, detail } = (this.body ?? {}) as { parameter?: unknown; errors?: unknown; detail?: unknown };
    const listed = (Array.isArray(errors) ? errors : []) as { parameters?: object; message?: unknown }[];
    const texts = [detail, ...listed.map((e) => e?.message)].filter((t): t is string => typeof t === 'string');
    const named = texts.flatMap((text) => /query parameter \[([\w.]+)\]/.exec(text)?.[1] ?? []);
    return [
      ...(typeof parameter === 'string' ? [parameter] : []),
      ...listed.flatMap((e) => Object.keys(e?.parameters ?? {})),
      ...named,
    ];
  }
}

/** X answered with something that is not what its description promises. */
export class Unreadable extends Error {}

/** @returns seconds to wait, at least 1, at most a day */
export function waitSeconds(refused: Refused, now: Date): number {
  const { resetAt } = refused;
  if (resetAt === null) return refused.status === 429 ? WINDOW_SECONDS : CAP_SECONDS;
  const seconds = typeof resetAt === 'number' ? resetAt : (resetAt.getTime() - now.getTime()) / 1000;
  return Math.min(Math.max(1, Math.ceil(seconds)), 86_400);
}

/** @returns how a poll ends after this error; other errors are faults of ours and are thrown on */
export function pollEndOf(error: unknown, now: Date): Explained {
  if (error instanceof Unreadable) return explained('schema-changed', note('unreadable', { network: NETWORK }, error.message));
  if (error instanceof Refused) return endOfRefusal(error, now);
  if (error instanceof OutboundError) return endOfSilence(error, NETWORK);
  throw error;
}

function endOfRefusal(refused: Refused, now: Date): Explained {
  const { status, detail } = refused;
  const because = (code: NoteCode) => note(code, { network: NETWORK, status }, detail);
  const wait = { retryAfterSeconds: waitSeconds(refused, now) };
  if (status === 429) return explained('throttled', note('waits', { network: NETWORK }), wait);
  if (status === 402) return explained('throttled', because('x-spending-limit'), wait);
  if (status === 401) return explained('forbidden', note('credentials', { network: NETWORK }));
  if (status === 403) return explained('forbidden', because('not-allowed'));
  if (status === 400) return explained('forbidden', because('not-taken'));
  if (status < 500) return explained('schema-changed', because('odd-status'));
  return explained('unreachable', because('own-fault'), typeof refused.resetAt === 'number' ? wait : {});
}

/** X has three forms of saying what is wrong. */
export function detailOf(body: unknown): string {
  const { detail, message, title, errors, reason } = (body ?? {}) as Record<string, unknown>;
  const first = Array.isArray(errors) ? ((errors[0] ?? {}) as Record<string, unknown>) : {};
  const words = [detail, first['message'], first['detail'], message, reason, title].find(
    (w) => typeof w === 'string' && w !== '',
  );
  return storableText(String(words ?? 'it did not say why').slice(0, 300));
}
