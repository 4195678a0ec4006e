/** Nest's express adapter, with one way of its own: what the API answers leaves as JSON in one piece. */
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';

/** Successes that have a body; the others, and errors, have rules of their own. */
const WITH_BODY = new Set([200, 201, 202]);

export class DoorsAdapter extends ExpressAdapter {
  /** Express would look up five settings, copy the text into a buffer and send it behind the headers, in a second piece. */
  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (statusCode !== undefined) response.status(statusCode);
    if (!isPlain(body) || !WITH_BODY.has(response.statusCode) || isPeculiar(response)) return super.reply(response, body);
    const text = JSON.stringify(body);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    return response.end(text);
  }
}

/** @returns true for what a verb or a query answers; false for streams, buffers, errors and texts */
function isPlain(body: unknown): boolean {
  if (Array.isArray(body)) return true;
  return typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype;
}

/** Without a body, not modified, or of another type. */
function isPeculiar(response: Response): boolean {
  return response.req.method === 'HEAD' || response.req.fresh || response.hasHeader('Content-Type');
}
