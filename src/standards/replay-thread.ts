/** A thread that judges replayed cases: a minute of arithmetic must not hold up the desk, and what it needs of memory is bounded and given back. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { folderOfProgram } from '../platform/version.js';
import type { ReplayPlan } from './plan-replay.js';
import type { Sums } from './replay-judge.js';

/** A stretch of cases and their facts take some 10 MB; the rest is room for the collector. Waits for a forecast lie outside this heap. */
const HEAP_MB = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

export class ReplayThread {
  private readonly worker: Worker;
  private failed: Error | null = null;
  private answer: { told: (sums: Sums) => void; failed: (error: Error) => void } | null = null;

  constructor(plan: ReplayPlan, sums: Partial<Sums>) {
    const file = path.join(folderOfProgram(), 'dist', 'src', 'standards', 'replay.worker.js');
    this.worker = new Worker(file, { workerData: { plan, sums }, execArgv: [], resourceLimits: HEAP_MB });
    this.worker.on('message', (counted: Sums) => this.answer?.told(counted));
    this.worker.on('error', (error) => this.fail(error as Error));
    this.worker.on('exit', () => this.fail(new Error('the thread of a what-if ended')));
  }

  /** @param cases one stretch as JSON; null: there are no more @returns everything counted so far. @throws Error when the thread died */
  judge(cases: string | null): Promise<Sums> {
    if (this.failed) return Promise.reject(this.failed);
    return new Promise((told, failed) => {
      this.answer = { told, failed };
      this.worker.postMessage({ cases });
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failed ??= error;
    this.answer?.failed(this.failed);
  }
}
