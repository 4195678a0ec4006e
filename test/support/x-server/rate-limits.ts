/** Windows of 15 minutes per route, told in the headers as X does. */
const WINDOW_SECONDS = 900;

export class RateLimits {
  private readonly windows = new Map<string, { remaining: number; resetAt: number }>();

  constructor(
    private readonly limit: number,
    private readonly now: () => Date,
  ) {}

  /** Sets what is left on a route. */
  set(route: string, remaining: number, resetInSeconds = WINDOW_SECONDS): void {
    this.windows.set(route, { remaining, resetAt: this.seconds() + resetInSeconds });
  }

  /** @returns false when the window is used up */
  take(route: string): boolean {
    const window = this.window(route);
    if (window.remaining <= 0) return false;
    window.remaining -= 1;
    return true;
  }

  headers(route: string, resetInSeconds: number | undefined, none: boolean): Record<string, string> {
    const window = this.window(route);
    return {
      'x-rate-limit-limit': String(this.limit),
      'x-rate-limit-remaining': String(none ? 0 : window.remaining),
      'x-rate-limit-reset': String(resetInSeconds === undefined ? window.resetAt : this.seconds() + resetInSeconds),
    };
  }

  private window(route: string): { remaining: number; resetAt: number } {
    const known = this.windows.get(route);
    if (known !== undefined && known.resetAt > this.seconds()) return known;
    const fresh = { remaining: this.limit, resetAt: this.seconds() + WINDOW_SECONDS };
    this.windows.set(route, fresh);
    return fresh;
  }

  private seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }
}
