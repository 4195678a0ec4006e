/** How the invented team works: when each of them is there, how soon they answer, and what they leave for later. */
import type { PastPost } from './past-posts.js';

const MINUTE = 60_000;
/** The team is there from five to twenty-one o'clock, UTC; at night one of them is on call. */
const SHIFT = { from: 5, to: 21 };
/** Longer ago than this, everything has been taken up. */
const STILL_OPEN_MS = 40 * MINUTE;
/** Of what is newer, and of what takes more time than usual. */
const UNTOUCHED = 0.55;
const SLOW = 0.09;

export interface Handling {
  acknowledge?: Date;
  reply?: Date;
  note?: Date;
  resolve?: Date;
}

/**
 * @param heard when the desk heard of it
 * @param end when the demo begins; what lies after it was not done
 * @returns what the team did about a case, and when
 */
export function handling(post: PastPost, heard: Date, end: Date, random: () => number): Handling {
  if (end.getTime() - heard.getTime() < STILL_OPEN_MS && random() < UNTOUCHED) return {};
  const hands = (post.storm ? 3.5 : 1) * (isNight(heard) ? 1.6 : 1);
  const slow = random() < SLOW;
  const acknowledge = slow ? later(heard, 12, 80) : later(heard, 0.5, 6 * hands);
  const reply = slow ? later(acknowledge, 40, 200) : later(acknowledge, 2, 20 * hands);
  const resolve = later(reply, 8, 300 * hands);
  const all: Handling = { acknowledge, reply, ...(random() < 0.2 && { note: later(reply, 1, 8) }), resolve };
  return Object.fromEntries(Object.entries(all).filter(([, at]) => (at as Date) < end));

  function later(from: Date, least: number, most: number): Date {
    return new Date(from.getTime() + (least + random() ** 2 * (most - least)) * MINUTE);
  }
}

function isNight(at: Date): boolean {
  return at.getUTCHours() < SHIFT.from || at.getUTCHours() >= SHIFT.to;
}
