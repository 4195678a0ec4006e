/** The signature on deliveries in both directions: `X-Earshot-Signature: sha256=<hex HMAC of the raw body>`. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'x-earshot-signature';

/** @returns the header's value for a body */
export function sign(secret: string, body: Buffer | string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** @returns true when the header is there once and fits the raw body; takes equally long for every wrong signature */
export function fits(secret: string, body: Buffer, header: string | string[] | undefined): boolean {
  if (typeof header !== 'string' || !/^sha256=[0-9a-f]{64}$/i.test(header)) return false;
  return timingSafeEqual(Buffer.from(header.toLowerCase()), Buffer.from(sign(secret, body)));
}
