/** The only place that asks for the time. The desk's time is the database's time, so that a wrong program clock changes no promise. */
import { Injectable } from '@nestjs/common';

/** Gives the current instant. */
@Injectable()
export class Clock {
  /** The desk's time minus this machine's wall clock, in milliseconds. */
  private offset = 0;

  /** @returns the current instant of the desk (millisecond precision). */
  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /**
   * Follows the database's clock.
   * @param database the database's clock_timestamp()
   * @param roundTripMs how long asking took; half of it is taken as the way back
   */
  follow(database: Date, roundTripMs: number): void {
    this.offset = database.getTime() + roundTripMs / 2 - Date.now();
  }
}

/** Milliseconds of a clock that only runs forward, for measuring how long something took. */
export function elapsedMs(): number {
  return performance.now();
}
