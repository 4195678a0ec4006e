/** Reads the handed sets, or says that they are not there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Row {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly lang: string;
  readonly domain?: string;
}

/** Takes the folder of the sets and a name such as `sentiment/en_semeval17_val`, returns its rows or null when absent. */
export function readSet(folder: string, name: string): Row[] | null {
  const path = join(folder, `${name}.jsonl`);
  if (!existsSync(path)) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

/** Repeatable pseudo-random numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Takes rows and a seed, returns a shuffled copy; the same seed gives the same order. */
export function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const random = seeded(seed);
  const copy = [...rows];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
