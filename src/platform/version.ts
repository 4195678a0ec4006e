/** The program's version, from its package.json, wherever it was built to. */
import fs from 'node:fs';
import path from 'node:path';

let known: string | undefined;

/** @returns the version such as "0.1.0" */
export function versionOfProgram(): string {
  known ??= findVersion(import.meta.dirname);
  return known;
}

function findVersion(folder: string): string {
  const file = path.join(folder, 'package.json');
  if (fs.existsSync(file)) {
    const read = JSON.parse(fs.readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (read.name === 'earshot' && read.version) return read.version;
  }
  const above = path.dirname(folder);
  return above === folder ? 'unknown' : findVersion(above);
}
