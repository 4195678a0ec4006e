/** Runs in a thread of its own: trains a layer from the corrections it is given, and answers with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainLayer, type Correction } from '#libs/scoring/learn.js';

parentPort?.postMessage(trainLayer(workerData as Correction[]));
