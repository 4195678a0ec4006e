/** Asks an instance of Mastodon, and says what each of its failures means. */
import { OutboundError, type SafeHttp } from '../../platform/outbound/safe-http.js';
import { explained, note, type Explained } from '../explained.js';
import { formOf } from '../form.js';
import { askJson, boundedSeconds, pollEndOf as generalEnd, Refused, retryAfterSeconds } from '../ask-json.js';
import type { ConnectorContext } from '../connector-context.js';
import type { OutgoingImage } from '../outgoing-reply.js';
import type { MastodonSettings } from './settings.js';

/** Forty posts with everything around them are below 1 MB. */
const MOST_BYTES = 10_000_000;
/** When an instance throttles without saying until when: its window. Source: Mastodon documentation, "Rate limits". */
const WINDOW_SECONDS = 300;
export const NETWORK = 'Mastodon';

export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

export interface MastodonClient {
  get(path: string, query?: Query): Promise<unknown>;
  /** @param idempotencyKey the instance answers an equal one with the post of before, for an hour */
  post(path: string, body: Record<string, unknown>, idempotencyKey: string): Promise<unknown>;
  upload(path: string, image: Pick<OutgoingImage, 'type' | 'bytes' | 'alt'>): Promise<unknown>;
}

type Way = Pick<ConnectorContext<MastodonSettings>, 'settings' | 'http' | 'signal'>;

/** @throws from its calls: OutboundError, Refused, Unreadable */
export function mastodonClient({ settings, http, signal }: Way): MastodonClient {
  const auth: Record<string, string> =
    settings.accessToken === undefined ? {} : { authorization: `Bearer ${settings.accessToken}` };
  const ask = (request: Parameters<SafeHttp['request']>[0]) =>
    askJson(http, { ...request, signal, maxBytes: MOST_BYTES, maxRedirects: 0 }).then(({ data }) => data);
  return {
    get: (path, query = {}) => ask({ url: addressOf(settings.instance, path, query), headers: auth }),
    post: (path, body, idempotencyKey) =>
      ask({
        url: addressOf(settings.instance, path, {}),
        method: 'POST',
        headers: { ...auth, 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify(body),
      }),
    upload: async (path, { type, bytes, alt }) => {
      const form = await formOf({ file: { type, bytes }, description: alt });
      return ask({
        url: addressOf(settings.instance, path, {}),
        method: 'POST',
        headers: { ...auth, ...form.headers },
        body: form.body,
      });
    },
  };
}

function addressOf(instance: string, path: string, query: Query): string {
  const url = new URL(path, instance);
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const one of value as string[]) url.searchParams.append(`${name}[]`, one);
    else if (value !== undefined) url.searchParams.set(name, String(value as string | number | boolean));
  }
  return url.href;
}

/** Mastodon tells the end of a limit as a date. @returns seconds from 1 to a day, or null */
export function waitSeconds({ headers }: Refused, now: Date): number | null {
  const reset = Date.parse(headers['x-ratelimit-reset'] ?? '');
  return retryAfterSeconds(headers, now) ?? (Number.isFinite(reset) ? boundedSeconds((reset - now.getTime()) / 1000) : null);
}

/** @returns how a poll ends after this error; other errors are faults of ours and are thrown on */
export function pollEndOf(error: unknown, now: Date): Explained {
  if (error instanceof Refused && error.status === 429)
    return explained('throttled', note('waits', { network: NETWORK }), {
      retryAfterSeconds: waitSeconds(error, now) ?? WINDOW_SECONDS,
    });
  if (error instanceof Refused && error.status === 401) return explained('forbidden', note('mastodon-token'));
  if (error instanceof Refused && error.status === 422)
    return explained('forbidden', note('not-taken', { network: NETWORK }, error.message));
  return generalEnd(error, NETWORK, now);
}

/** @returns whether nothing was sent for sure */
export function neverLeft(error: unknown): boolean {
  return error instanceof OutboundError && (error.kind === 'forbidden-address' || error.kind === 'bad-url');
}
