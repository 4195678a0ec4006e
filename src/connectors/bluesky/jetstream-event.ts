/** An event of a Jetstream server, raw and read. Source: README of bluesky-social/jetstream, "Consuming Jetstream". */
import { z } from 'zod';
import type { RawShape } from '#libs/matching/prefilter-bytes.js';

/** Where a raw event keeps what becomes text and links of a post; the permalink is of our own making. */
export const SHAPE: RawShape = { textKeys: ['text'], linkKeys: ['uri'], builtLinks: ['https://bsky.app/profile/'] };

const Commit = z.object({
  operation: z.enum(['create', 'update', 'delete']),
  collection: z.string(),
  rkey: z.string().regex(/^[A-Za-z0-9._:~-]{1,512}$/),
  record: z.unknown().optional(),
});
export const JetstreamEvent = z.object({
  did: z.string().regex(/^did:[a-z]+:[A-Za-z0-9._:%-]{1,250}$/),
  /** Microseconds since 1970. */
  time_us: z.int().positive(),
  kind: z.string(),
  commit: Commit.optional(),
  account: z.object({ active: z.boolean(), status: z.string().optional() }).optional(),
});
export type JetstreamEvent = z.infer<typeof JetstreamEvent>;

const READ_ALWAYS = ['"update"', '"delete"', '"deleted"', '"takendown"'].map((sign) => Buffer.from(sign));

/** @returns whether it can be anything but a new post or news of no consequence; wrong only by saying yes */
export function mayBeMore(bytes: Buffer): boolean {
  return READ_ALWAYS.some((sign) => bytes.includes(sign));
}

const TIME = Buffer.from('"time_us"');
/** Jetstream writes the time before anything that people write. */
const TIME_WITHIN = 300;

/** @returns the time of a raw event in microseconds, or null when it does not stand where it should */
export function timeIn(bytes: Buffer): number | null {
  const found = bytes.subarray(0, TIME_WITHIN).indexOf(TIME);
  if (found < 0) return null;
  const digits = /^\s*:\s*(\d{10,16})\b/.exec(bytes.toString('latin1', found + TIME.length, found + TIME.length + 30))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** @returns null when it is not JSON */
export function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
