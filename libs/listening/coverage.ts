/** How much of a stretch of time was heard: exact to the millisecond, weighted over every source that was meant to listen. */
import type { HealthState } from './judge-health.js';

/** One line of a source's ledger. */
export interface Stretch {
  state: HealthState;
  from: Date;
  /** null: it goes on. */
  to: Date | null;
  /** Of blind time that is over: what could not be heard later; null for both when all of it was. */
  unheardFrom: Date | null;
  unheardTo: Date | null;
}

/** Milliseconds in each state; `unheard` is the part of the time that nobody has heard to this day. */
export interface Heard {
  listening: number;
  degraded: number;
  blind: number;
  unheard: number;
}

/** @returns milliseconds by state within [from, to); a stretch that goes on lasts until `to` */
export function heardWithin(stretches: readonly Stretch[], from: Date, to: Date): Heard {
  const sum: Heard = { listening: 0, degraded: 0, blind: 0, unheard: 0 };
  for (const stretch of stretches) {
    const ms = overlap(stretch.from, stretch.to ?? to, from, to);
    if (stretch.state !== 'off') sum[stretch.state] += ms;
    if (stretch.state === 'blind' && stretch.to === null) sum.unheard += ms;
    else if (stretch.unheardFrom && stretch.unheardTo) sum.unheard += overlap(stretch.unheardFrom, stretch.unheardTo, from, to);
  }
  return sum;
}

export function addHeard(parts: readonly Heard[]): Heard {
  const sum: Heard = { listening: 0, degraded: 0, blind: 0, unheard: 0 };
  for (const part of parts) for (const key of Object.keys(sum) as (keyof Heard)[]) sum[key] += part[key];
  return sum;
}

/** @returns share of the time in which sources heard at once, in [0, 1]; null when none was meant to listen */
export function liveShare({ listening, degraded, blind }: Heard): number | null {
  const all = listening + degraded + blind;
  return all === 0 ? null : (listening + degraded) / all;
}

/** @returns share of the time that was heard at once or later, in [0, 1]; null when none was meant to listen */
export function heardShare({ listening, degraded, blind, unheard }: Heard): number | null {
  const all = listening + degraded + blind;
  return all === 0 ? null : Math.max(0, all - unheard) / all;
}

/** @returns milliseconds that [a, b) and [c, d) share */
export function overlap(a: Date, b: Date, c: Date, d: Date): number {
  return Math.max(0, Math.min(b.getTime(), d.getTime()) - Math.max(a.getTime(), c.getTime()));
}
