/** How each connector ends in each fault, as seen by this suite: written by `npm run docs:faults`, shown in docs/connectors.md, and held ever after. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

const FILE = 'test/contract/fault-matrix.json';
type Matrix = Record<string, Record<string, string[]>>;

function read(): Matrix {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Matrix) : {};
}

/**
 * @param seen how it went, in a word
 * @param exact false: which of several ways it goes may hang on how busy the machine is; then only that it is known at all is held
 */
export function holdsToMatrix(kind: string, fault: string, seen: string, exact = true): void {
  const matrix = read();
  if (process.env['CONTRACT_FAULTS'] === 'write') return write(matrix, kind, fault, seen);
  const known = matrix[kind]?.[fault] ?? [];
  expect({ kind, fault, isKnown: exact ? known.includes(seen) : known.length > 0 }).toEqual({ kind, fault, isKnown: true });
}

function write(matrix: Matrix, kind: string, fault: string, seen: string): void {
  const row = (matrix[kind] ??= {});
  row[fault] = [...new Set([...(row[fault] ?? []), seen])].sort();
  writeFileSync(FILE, `${JSON.stringify(matrix, null, 2)}\n`);
}
