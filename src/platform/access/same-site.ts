/** Keeps other websites from using a signed-in person's cookie: requests that change something, and sockets, must come from our own page. */
import type { IncomingHttpHeaders } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Programs (curl, tests, webhooks) send no Origin and carry nobody's cookie by accident, so they pass; browsers always say where a
 * changing request comes from (Fetch standard, "append a request Origin header").
 * @param ownOrigins further origins that are ours, for a proxy that changes the Host header
 * @returns true when the headers show no other site
 */
export function allowedOrigin(headers: IncomingHttpHeaders, ownOrigins: readonly string[] = []): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  const origin = headers.origin;
  if (origin === undefined) return true;
  if (ownOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const parsed = new URL(origin);
  return (parsed.protocol === 'http:' || parsed.protocol === 'https:') && parsed.host === headers.host;
}

/** @returns true for methods that must not change anything (RFC 9110, 9.2.1) and need no such check. */
export function isSafeMethod(method: string): boolean {
  return SAFE.has(method);
}
