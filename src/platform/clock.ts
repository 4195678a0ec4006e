/**
 * The only place that asks for the time. The desk's time is the database's time, counted on by a clock that only runs forward: a program clock that
 * is wrong, or jumps, changes no promise.
 */
import { Injectable } from '@nestjs/common';

/** Gives the current instant. */
@Injectable()
export class Clock {
  /** The desk's time minus that of this process, in milliseconds. */
  private offset = 0;
  private standing: Date | undefined;

  /** @returns the current instant of the desk (millisecond precision). */
  now(): Date {
    return this.standing ?? new Date(ownMs() + this.offset);
  }

  /** Stands still at an instant, and moves only by the next call: for a past that is played through (src/demo). */
  standAt(instant: Date): void {
    this.standing = instant;
  }

  /**
   * Follows the database's clock, which said its time at some moment of the round trip: an offset that this allows is kept, so that a slow
   * answer does not make time jitter; another moves no further than it must.
   * @param database the database's clock_timestamp()
   * @param roundTripMs how long asking took
   */
  follow(database: Date, roundTripMs: number): void {
    const least = database.getTime() - ownMs();
    this.offset = Math.min(Math.max(this.offset, least), least + roundTripMs);
  }
}

/** The wall clock as it stood when the process began, counted on: nobody can set it. */
const ownMs = () => performance.timeOrigin + elapsedMs();

/** Milliseconds of a clock that only runs forward, for measuring how long something took. */
export function elapsedMs(): number {
  return performance.now();
}
