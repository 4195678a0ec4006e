/** Counts what passed and failed in the reports of a run and of its second look, the later result of a file being the one that stands. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const files = new Map();
for (const name of ['first.json', 'second.json']) {
  const at = path.join(process.argv[2], name);
  if (!existsSync(at)) continue;
  for (const file of JSON.parse(readFileSync(at, 'utf8')).testResults) {
    if (files.get(file.name)?.status === 'failed' && file.status === 'passed')
      console.log(`Failed first, passed alone: ${file.name}`);
    files.set(file.name, file);
  }
}
const tests = (status) => [...files.values()].flatMap((f) => f.assertionResults).filter((t) => t.status === status).length;
// A test file that does not even load has no tests to count: it counts as one that failed.
const unloaded = [...files.values()].filter(
  (f) => f.status === 'failed' && f.assertionResults.every((t) => t.status !== 'failed'),
).length;
console.log(`${tests('passed')} passed, ${tests('failed') + unloaded} failed`);
if (files.size === 0) process.exitCode = 1;
