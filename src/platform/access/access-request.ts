/** What the guard reads from a request and leaves on it. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Responder } from './responder.js';

export interface AccessRequest {
  method: string;
  headers: IncomingHttpHeaders;
  ip?: string;
  /** Set by the guard behind `@Allow`. */
  responder?: Responder;
}

/** Name of the cookie that carries a session. */
export const SESSION_COOKIE = 'earshot.sid';

/** @returns the session id a request carries in its cookie, or null; a malformed one is none. */
export function sessionIdOf(headers: IncomingHttpHeaders): string | null {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || pair.slice(0, at).trim() !== SESSION_COOKIE) continue;
    const value = pair.slice(at + 1).trim();
    return /^[\w-]{43}$/.test(value) ? value : null;
  }
  return null;
}

/** @returns the token of `Authorization: Bearer …`; null when there is no such header. */
export function bearerOf(headers: IncomingHttpHeaders): string | null {
  const match = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '');
  return match?.[1] ?? null;
}
