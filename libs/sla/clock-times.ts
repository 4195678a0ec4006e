/** When a clock warns and when it is due. In continuous time; calendars come with service standards. */

export interface Target {
  /** Seconds from the start to the due time. */
  targetSeconds: number;
  /** Share of the target, in (0, 1), after which it warns. */
  warnShare: number;
}

export interface ClockTimes {
  startedAt: Date;
  warnAt: Date;
  dueAt: Date;
}

/**
 * @param startedAt when the customer posted: the wait is theirs, so it counts from there and not from when we noticed
 * @returns the clock's times, to the millisecond
 */
export function clockTimes(startedAt: Date, target: Target): ClockTimes {
  const at = (seconds: number) => new Date(startedAt.getTime() + Math.round(seconds * 1000));
  return { startedAt, warnAt: at(target.targetSeconds * target.warnShare), dueAt: at(target.targetSeconds) };
}
