/** The program's folder and version, by its package.json, wherever it was built to. */
import fs from 'node:fs';
import path from 'node:path';

let known: { folder: string; version: string } | undefined;

/** @returns the version such as "0.1.0" */
export function versionOfProgram(): string {
  return program().version;
}

/** @returns the folder that holds package.json and dist */
export function folderOfProgram(): string {
  return program().folder;
}

function program(): { folder: string; version: string } {
  known ??= find(import.meta.dirname);
  return known;
}

function find(folder: string): { folder: string; version: string } {
  const file = path.join(folder, 'package.json');
  if (fs.existsSync(file)) {
    const read = JSON.parse(fs.readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (read.name === 'earshot' && read.version) return { folder, version: read.version };
  }
  const above = path.dirname(folder);
  return above === folder ? { folder: process.cwd(), version: 'unknown' } : find(above);
}
