/** How many due times a second a calendar answers: weeks with holidays and exceptions, instants over six years. Floor: the same in continuous time. */
import path from 'node:path';

const { BusinessCalendar } = await import(path.join(import.meta.dirname, '..', 'dist/libs/time/business-calendar.js'));

const COUNT = 1_000_000;
const hours = [
  { from: '08:30', to: '12:00' },
  { from: '13:00', to: '17:30' },
];
const calendar = new BusinessCalendar({
  zone: 'Europe/Istanbul',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [{ from: '10:00', to: '14:00' }], sun: [] },
  holidays: Array.from({ length: 12 }, (_, i) => ['01-01', '04-23', '05-01', '05-19', '07-15', '08-30', '10-29'].map((d) => ({ date: `${2022 + i}-${d}` }))).flat(),
  exceptions: [{ date: '2026-12-31', hours: [{ from: '08:30', to: '12:00' }] }],
  cover: [{ from: '2026-05-01T10:00', to: '2026-05-01T16:00' }],
}); // prettier-ignore

const start = Date.UTC(2024, 0, 1);
const froms = Float64Array.from({ length: COUNT }, () => start + Math.floor(Math.random() * 6 * 365 * 86_400) * 1000);
const seconds = Float64Array.from({ length: COUNT }, () => Math.ceil(60 * 10 ** (Math.random() * 4)));

function measure(name: string, due: (from: number, seconds: number) => number | null): void {
  let sum = 0;
  for (let i = 0; i < 20_000; i++) sum += due(froms[i]!, seconds[i]!) ?? 0;
  const began = performance.now();
  for (let i = 0; i < COUNT; i++) sum += due(froms[i]!, seconds[i]!) ?? 0;
  const took = (performance.now() - began) / 1000;
  console.log(`${name}: ${Math.round(COUNT / took).toLocaleString('en')} due times/s (checksum ${sum % 1_000_003})`);
}

const cold = performance.now();
calendar.due(start, 60);
console.log(`the table of one year: ${(performance.now() - cold).toFixed(1)} ms`);
measure('calendar of İstanbul', (from, s) => calendar.due(from, s) as number | null);
measure('continuous time (floor)', (from, s) => from + s * 1000);
console.log(`memory: ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB heap`);
