/**
 * How often a usual hour is called unusual: on invented weeks, and on weeks put together from real days of six airlines (posts with their times, in
 * `../shared/data`, which is not shipped; another place: `npm run bench:alarms -- --data FOLDER`). Says so when that is not there.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const { findUnusual } = (await import(
  path.join(root, 'dist/libs/foresight/spikes.js')
)) as typeof import('../libs/foresight/spikes.js');
const DAY = 24;
const WEEK = 168;
/** As the desk looks: four weeks and the running hour. */
const LOOKS_BACK = 4 * WEEK;
const WEEKS = 30;

/** A generator of its own, so that every run measures the same. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function poisson(mean: number, next: () => number): number {
  let [n, p] = [-1, 1];
  for (const limit = Math.exp(-mean); p > limit; n += 1) p *= next();
  return n;
}

/** Judges every hour after the first five weeks. */
function judge(name: string, series: readonly number[][]): void {
  const alarms = { hours: 0, spike: 0, 'slow-burn': 0, episodes: 0 };
  for (const counts of series) {
    let last = -Infinity;
    for (let end = 5 * WEEK; end < counts.length; end++) {
      alarms.hours++;
      const found = findUnusual({ counts: counts.slice(end - LOOKS_BACK, end + 1), elapsed: 1 });
      if (!found) continue;
      alarms[found.kind]++;
      // An alarm that stands is one alarm, however many hours it stands.
      if (end - last > DAY) alarms.episodes++;
      last = end;
    }
  }
  const weeks = alarms.hours / WEEK;
  console.log(
    `${name}: ${alarms.hours.toLocaleString('en')} usual hours, in ${alarms.spike} a spike, in ${alarms['slow-burn']} a slow burn: ${((1000 * (alarms.spike + alarms['slow-burn'])) / alarms.hours).toFixed(2)} in a thousand; ${alarms.episodes} alarms in ${weeks.toFixed(0)} weeks of one watch, ${(alarms.episodes / weeks).toFixed(3)} a week`,
  );
}

function invented(): void {
  const next = random(7);
  for (const wild of [0, 0.5, 1]) {
    const series = [0.3, 2, 8, 30].map((mean) =>
      Array.from({ length: WEEKS * WEEK }, (_, hour) => {
        const day = [0.2, 0.2, 0.5, 1, 1.6, 1.8, 1.5, 1.2][Math.floor((hour % DAY) / 3)] ?? 1;
        const weekend = Math.floor(hour / DAY) % 7 > 4 ? 0.5 : 1;
        return poisson(mean * day * weekend * (1 + wild * (next() - 0.5)), next);
      }),
    );
    judge(`invented, hours that swing by ${wild * 50} % for no reason`, series);
  }
}

/** Each brand's days as they were, hour by hour: all posts, and the negative ones. The first and the last day are not whole. */
function realDays(file: string): Map<string, number[][]> {
  const days = new Map<string, Map<string, number[]>>();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { brand, created, label } = JSON.parse(line) as { brand: string; created: string; label: string };
    const [date = '', time = ''] = created.split(' ');
    for (const of of label === 'neg' ? [brand, `${brand}, negative`] : [brand]) {
      const byDate = days.get(of) ?? new Map<string, number[]>();
      const hours = byDate.get(date) ?? new Array<number>(DAY).fill(0);
      const hour = Number(time.split(':')[0]);
      hours[hour] = (hours[hour] ?? 0) + 1;
      days.set(of, byDate.set(date, hours));
    }
  }
  return new Map([...days].map(([brand, byDate]) => [brand, [...byDate].sort(([a], [b]) => order(a) - order(b)).slice(1, -1).map(([, hours]) => hours)])); // prettier-ignore
}

/** "24-02-2015" as a number that sorts. */
function order(date: string): number {
  return Number(date.split('-').reverse().join(''));
}

function real(file: string): void {
  const next = random(11);
  const brands = realDays(file);
  const all: number[][] = [];
  for (const [brand, days] of brands) {
    // One real day after the other, drawn by chance: each is as wild inside as life, and no week resembles the one before more than life does.
    const counts = Array.from({ length: WEEKS * 7 }, () => days[Math.floor(next() * days.length)] ?? []).flat();
    all.push(counts);
    const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
    judge(`  ${brand} (${days.length} days, ${mean.toFixed(1)} posts an hour)`, [counts]);
  }
  judge('real days of six airlines in any order, all and negative', all);
}

invented();
const at = process.argv.indexOf('--data');
const data = at > 0 ? String(process.argv[at + 1]) : path.join(root, '..', 'shared', 'data');
const file = path.join(data, 'sentiment', 'en_airline_train.jsonl');
if (existsSync(file)) real(file);
else console.log(`no real days: ${file} is not there`);
