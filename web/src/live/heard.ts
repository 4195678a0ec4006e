/** When the desk was last heard on the live stream: it ticks every five seconds, so a longer silence is a lost line, whatever the line says. */

/** Two ticks are missing, and some more for a slow way. */
export const SILENCE_MS = 12_000;

/** Times are of a clock that nobody sets (`performance.now()`), in ms. */
export class Heard {
  private last: number | null = null;

  note(now: number): void {
    this.last = now;
  }

  /** @returns for how long the desk has said nothing; 0 before its first word */
  silentFor(now: number): number {
    return this.last === null ? 0 : now - this.last;
  }

  isSilent(now: number): boolean {
    return this.silentFor(now) > SILENCE_MS;
  }
}
