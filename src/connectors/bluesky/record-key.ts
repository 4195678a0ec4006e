/** The key of a reply's record: the same on every try, in the form that Bluesky wants for posts. */
import { createHash } from 'node:crypto';
import type { OutgoingReply } from '../outgoing-reply.js';
import { partsOf } from './answers.js';

/** Digits of a TID in ascending order. Source: AT Protocol specification, "Timestamp Identifiers". */
const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';
const TID = /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/;
/** Where the post that is answered tells no time by its key: 2026-01-01, in microseconds. */
const SOME_TIME = 1_767_225_600_000_000n;
const AN_HOUR = 3_600_000_000n;

/**
 * @returns a TID: 53 bits of microseconds and 10 more. The time lies within an hour after the post that is answered, which is known on
 *   every try as our clock is not; where in that hour, and the last bits, are a digest of our key, so that two replies never share one.
 */
export function recordKey({ idempotencyKey, inReplyTo }: Pick<OutgoingReply, 'idempotencyKey' | 'inReplyTo'>): string {
  const digest = createHash('sha256').update(`${idempotencyKey}\n${inReplyTo.externalId}`).digest();
  const rkey = partsOf(inReplyTo.externalId)?.rkey ?? '';
  const base = TID.test(rkey) ? valueOf(rkey) >> 10n : SOME_TIME;
  const time = base + (digest.readBigUInt64BE(0) % AN_HOUR);
  return tidOf(((time & ((1n << 53n) - 1n)) << 10n) | BigInt(digest.readUInt16BE(8) & 1023));
}

function valueOf(tid: string): bigint {
  return [...tid].reduce((value, digit) => (value << 5n) | BigInt(DIGITS.indexOf(digit)), 0n);
}

function tidOf(value: bigint): string {
  return Array.from({ length: 13 }, (_, place) => DIGITS[Number((value >> BigInt(5 * (12 - place))) & 31n)]).join('');
}
