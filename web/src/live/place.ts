/** Keeps the page's place in the live stream. */

/** The last event known to be on the page. While a resume runs it stands still, so that a second loss repeats the whole gap. */
export class Place {
  last: number | null = null;
  private held = false;
  private seen = 0;

  start(seq: number): void {
    this.last = seq;
    this.held = false;
  }
  saw(seq: number): void {
    this.seen = Math.max(this.seen, seq);
    if (!this.held && this.last !== null) this.last = Math.max(this.last, seq);
  }
  hold(): number {
    this.held = true;
    this.seen = 0;
    return this.last ?? 0;
  }
  release(seq: number): void {
    this.held = false;
    this.last = Math.max(seq, this.seen);
  }
}
