/** Every request has an id: in the answer's header, in each of its log lines and in its problem document. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

export const REQUEST_ID = 'X-Request-Id';

/** Ours alone: one that came with the request could be anything. */
export function giveRequestId(response: Pick<ServerResponse, 'setHeader'>): void {
  response.setHeader(REQUEST_ID, randomUUID());
}

/** @returns the id of the request this answers */
export function referenceOf(response: Pick<ServerResponse, 'getHeader'>): string {
  return String(response.getHeader(REQUEST_ID) ?? randomUUID());
}
