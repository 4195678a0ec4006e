/**
 * Calls of the database that go together, so that much at once costs little more than one: what was asked for in one turn of the event loop,
 * and what gathers while a call is under way. Nobody waits for a timer.
 */
import { setImmediate } from 'node:timers/promises';
import { isDatabaseAway } from '../platform/database-away.js';

/** The answer of a call that says: this one by itself. */
export const ALONE = Symbol('alone');

export interface Together<Ask, Answer> {
  /** In one call at most. */
  most: number;
  /** Of those with the same key one goes at a time. */
  keyOf(ask: Ask): string;
  /**
   * One transaction: all of it holds or nothing.
   * @returns the answers in the order of the asks
   */
  run(asks: readonly Ask[]): Promise<readonly (Answer | typeof ALONE)[]>;
}

interface Waiting<Ask, Answer> {
  ask: Ask;
  done(answer: Answer): void;
  failed(error: unknown): void;
}

/** A call that takes longer waits for somebody itself: then the next does not wait for it. */
const PATIENCE_MS = 50;

export class CallsTogether<Ask, Answer> {
  private waiting: Waiting<Ask, Answer>[] = [];
  private isUnderWay = false;

  constructor(private readonly how: Together<Ask, Answer>) {}

  /** @returns the answer to this one, whoever it goes with; @throws what it alone would throw */
  ask(ask: Ask): Promise<Answer> {
    return new Promise((done, failed) => {
      this.waiting.push({ ask, done, failed });
      if (!this.isUnderWay) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.isUnderWay = true;
    while (this.waiting.length > 0) {
      // Requests that have arrived already are read first, and what was answered goes out before the next is begun.
      await setImmediate();
      await patiently(this.go(this.take()));
    }
    this.isUnderWay = false;
  }

  private take(): Waiting<Ask, Answer>[] {
    const group = new Map<string, Waiting<Ask, Answer>>();
    const left: Waiting<Ask, Answer>[] = [];
    for (const one of this.waiting) {
      const key = this.how.keyOf(one.ask);
      if (group.size === this.how.most || group.has(key)) left.push(one);
      else group.set(key, one);
    }
    this.waiting = left;
    return [...group.values()];
  }

  private async go(group: readonly Waiting<Ask, Answer>[]): Promise<void> {
    const again: Waiting<Ask, Answer>[] = [];
    try {
      const answers = await this.how.run(group.map(({ ask }) => ask));
      group.forEach((one, i) => (answers[i] === ALONE ? again.push(one) : one.done(answers[i] as Answer)));
    } catch (error) {
      // One may have spoiled it for all.
      if (group.length > 1 && isRefused(error)) again.push(...group);
      else for (const one of group) one.failed(error);
    }
    await Promise.all(again.map((one) => this.go([one])));
  }
}

/** What PostgreSQL refused has not happened. Where the answer was lost, it may have: that is not tried again here. */
function isRefused(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !isDatabaseAway(error);
}

function patiently(call: Promise<void>): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, PATIENCE_MS);
    void call.finally(() => {
      clearTimeout(timer);
      done();
    });
  });
}
