/** Runs in a thread of its own: is handed stretches of cases and answers with what it has counted; "end" closes the count. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ReplayPlan } from './plan-replay.js';
import { ReplayJudge, type Sums } from './replay-judge.js';

const { plan, sums } = workerData as { plan: ReplayPlan; sums: Partial<Sums> };
const judge = new ReplayJudge(plan, sums);

parentPort?.on('message', ({ cases }: { cases: string | null }) => {
  parentPort?.postMessage(cases === null ? judge.end() : judge.add(cases));
});
