/** Processor time and memory from /proc: on a shared machine they say more than the clock on the wall. */
import { readFileSync, readdirSync } from 'node:fs';

interface Running {
  pid: number;
  parent: number;
  seconds: number;
}

/** Processor seconds so far. */
export interface Costs {
  desk: number;
  database: number;
}

/** @param desks process ids of desks @returns what they have used, and the PostgreSQL that this program started, with all its processes */
export function costs(...desks: (number | undefined)[]): Costs {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (running(Number(name)) ?? []) : []));
  const postmasters = all
    .filter((p) => p.parent === process.pid && read(p.pid, 'cmdline').includes('postgres'))
    .map((p) => p.pid);
  const sum = (list: Running[]) => list.reduce((total, p) => total + p.seconds, 0);
  return {
    desk: sum(all.filter((p) => desks.includes(p.pid))),
    database: sum(all.filter((p) => postmasters.includes(p.pid) || postmasters.includes(p.parent))),
  };
}

/** @returns resident memory of a process in MB */
export function memoryOf(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+)/.exec(read(pid ?? 0, 'status'))?.[1] ?? 0) / 1024;
}

/** @returns the mean number of processes that wanted to run in the last minute */
export function load(): string {
  return readFileSync('/proc/loadavg', 'utf8').split(' ')[0] ?? '';
}

/** Fields of /proc/PID/stat after the name: parent, and time in the program and in the kernel in hundredths of a second. */
function running(pid: number): Running | undefined {
  const fields = read(pid, 'stat').split(') ')[1]?.split(' ');
  return fields && { pid, parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
}

/** A process may be gone by the time it is looked at. */
function read(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
