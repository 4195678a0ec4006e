/** Trains beside the desk: seconds of arithmetic must not hold up a post. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Correction, LearnedLayer } from '#libs/scoring/learn.js';
import { folderOfProgram } from '../platform/version.js';

/** Far more than ten thousand corrections take. */
const LONGEST_MS = 120_000;

/** @param corrections in the order in which they were made. @throws Error when training fails or takes two minutes */
export function trainInBackground(corrections: Correction[]): Promise<LearnedLayer> {
  const file = path.join(folderOfProgram(), 'dist', 'src', 'analyse', 'train-layer.worker.js');
  const worker = new Worker(file, { workerData: corrections, execArgv: [] });
  const done = new Promise<LearnedLayer>((trained, failed) => {
    worker.once('message', trained);
    worker.once('error', failed);
    worker.once('exit', () => failed(new Error('training ended without a result')));
    setTimeout(() => failed(new Error('training took too long')), LONGEST_MS).unref();
  });
  return done.finally(() => void worker.terminate());
}
