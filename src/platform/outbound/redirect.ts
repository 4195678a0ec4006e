/** Where a redirect leads, and what may be carried there. */
import type { Dispatcher } from 'undici';
import { checkedUrl, type AllowedHosts } from './address-guard.js';
import { OutboundError, type SafeRequest } from './safe-http.js';

/** One request on the way of a redirected exchange. */
export interface Hop {
  url: URL;
  /** An administrator allowed this host. */
  allowed: boolean;
  method: NonNullable<SafeRequest['method']>;
  headers: Record<string, string>;
  body: string | Buffer | null;
  /** Every redirect so far was permanent. */
  permanent: boolean;
  /** Redirects so far. */
  count: number;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** All that goes to another site: nothing that could be a credential. */
const HARMLESS = new Set(['accept', 'accept-language', 'if-none-match', 'if-modified-since', 'content-type', 'user-agent']);

/**
 * The next hop, or null when this answer is the last.
 * @throws OutboundError too-many-redirects, bad-url, forbidden-address
 */
export function nextHop(hop: Hop, answer: Dispatcher.ResponseData, maxRedirects: number, allowed: AllowedHosts): Hop | null {
  const location = answer.headers.location;
  if (maxRedirects === 0 || !REDIRECTS.has(answer.statusCode) || typeof location !== 'string') return null;
  if (hop.count >= maxRedirects)
    throw new OutboundError('too-many-redirects', `More than ${maxRedirects} redirects, the last from ${hop.url.host}`);
  const target = checkedUrl(location, allowed, hop.url);
  const kept = keepsMethod(answer.statusCode, hop.method);
  const sameSite = target.url.origin === hop.url.origin;
  if (kept && hop.body !== null && !sameSite) {
    throw new OutboundError(
      'forbidden-address',
      `${hop.url.host} asks to repeat what was sent at ${target.url.host}, which is another site`,
    );
  }
  return {
    ...target,
    method: kept ? hop.method : 'GET',
    headers: carried(hop.headers, sameSite, kept),
    body: kept ? hop.body : null,
    permanent: hop.permanent && PERMANENT.has(answer.statusCode),
    count: hop.count + 1,
  };
}

/** RFC 9110 15.4: 307 and 308 repeat the request; 303 never does; 301 and 302 do not for POST, as every browser has it. */
function keepsMethod(status: number, method: string): boolean {
  if (status === 303) return method === 'GET';
  return status === 307 || status === 308 || method !== 'POST';
}

function carried(headers: Record<string, string>, sameSite: boolean, withBody: boolean): Record<string, string> {
  const names = Object.keys(headers).filter(
    (name) => (sameSite || HARMLESS.has(name)) && (withBody || !name.startsWith('content-')),
  );
  return Object.fromEntries(names.map((name) => [name, headers[name]!]));
}
