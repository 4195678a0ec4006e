/**
 * The signature on deliveries in both directions: `X-Earshot-Signature: sha256=<hex HMAC of the raw body>`. A caller may send
 * `X-Earshot-Timestamp` (seconds since 1970) too; then `<timestamp>.<body>` is signed, and the delivery is good for five minutes.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADER = 'x-earshot-signature';
export const TIMESTAMP_HEADER = 'x-earshot-timestamp';

/** A delivery that is older, or from further in the future, is refused: clocks differ, and answers take time. */
const GOOD_FOR_SECONDS = 300;

/** @returns the header's value for a body; @param timestamp as it stands in its own header */
export function sign(secret: string, body: Buffer | string, timestamp?: string): string {
  const hmac = createHmac('sha256', secret);
  if (timestamp !== undefined) hmac.update(`${timestamp}.`);
  return `sha256=${hmac.update(body).digest('hex')}`;
}

/** @returns true when the header is there once and fits the raw body; takes equally long for every wrong signature */
export function fits(secret: string, body: Buffer, header: string | string[] | undefined, timestamp?: string): boolean {
  if (typeof header !== 'string' || !/^sha256=[0-9a-f]{64}$/i.test(header)) return false;
  return timingSafeEqual(Buffer.from(header.toLowerCase()), Buffer.from(sign(secret, body, timestamp)));
}

/** @returns true when a delivery is signed, and recent if it says when it was made; the time cannot be taken off or changed unseen */
export function isGenuine(
  secret: string,
  body: Buffer,
  headers: Record<string, string | string[] | undefined>,
  now: Date,
): boolean {
  const timestamp = headers[TIMESTAMP_HEADER];
  if (timestamp === undefined) return fits(secret, body, headers[SIGNATURE_HEADER]);
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  const recent = Math.abs(now.getTime() / 1000 - Number(timestamp)) <= GOOD_FOR_SECONDS;
  return recent && fits(secret, body, headers[SIGNATURE_HEADER], timestamp);
}
