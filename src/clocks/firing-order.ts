/** Several processes, one row of due clocks: whoever lost a clock to another lets that one go first, for woken together both would do all the work but its last step. */

/** Who comes second looks again so long after a clock was due. */
const SECOND_COMES_AFTER_MS = 40;

/** What one look at the clocks found. */
export interface Look {
  /** Some were due. */
  isDue: boolean;
  /** So many were fired here: others are held by somebody's verb, or another process has fired them. */
  fired: number;
  /** When to look again. */
  next: Date | null;
}

/** One process's part in it; without any word between them. */
export class FiringOrder {
  /** From when on a clock is known to fire, for who comes first. */
  expected: Date | null = null;
  /** Some were due the last time, and none was ours to fire. */
  private missed = false;
  private comesSecond = false;

  /** @returns when this process looks again; who fires something comes first from then on */
  after({ isDue, fired, next }: Look): Date | null {
    if (fired > 0) this.comesSecond = false;
    else if (this.missed && !isDue) this.comesSecond = true;
    this.missed = isDue && fired === 0;
    this.expected = isDue || this.comesSecond ? null : next;
    return next && this.comesSecond && !isDue ? new Date(next.getTime() + SECOND_COMES_AFTER_MS) : next;
  }
}
