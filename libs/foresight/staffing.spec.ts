import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LeastFirst } from './least-first.js';
import { presenceOf } from './presence.js';
import { NEVER, playQueue, quantileOf, type Waits } from './staffing.js';

/** [known, due, handling, case] */
type Row = [number, number, number, number];
const waitsOf = (rows: Row[]): Waits => ({
  length: rows.length,
  knownAt: rows.map((r) => r[0]),
  dueAt: rows.map((r) => r[1]),
  handling: rows.map((r) => r[2]),
  caseNo: rows.map((r) => r[3]),
});
const always = (people: number) => ({ at: [0], people: [people] });
const play = (rows: Row[], people: number, until = 100_000) => [...playQueue(waitsOf(rows), always(people), 60, until).doneAt];

describe('who is there', () => {
  const at = (text: string) => Date.parse(text);
  it('adds up shifts that meet, in the wall clock of the zone', () => {
    const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
    const shifts = [
      { days: weekdays, from: '09:00', to: '17:00', people: 3 },
      { days: ['mon'] as const, from: '12:00', to: '20:00', people: 2 },
    ];
    const there = presenceOf('Europe/Istanbul', shifts, at('2026-11-23T00:00Z'), at('2026-11-24T00:00Z'));
    expect(there).toEqual({
      at: [at('2026-11-23T06:00Z'), at('2026-11-23T09:00Z'), at('2026-11-23T14:00Z'), at('2026-11-23T17:00Z')],
      people: [3, 5, 2, 0],
    });
  });
  it('follows a change of the clocks, and ends with what is asked for', () => {
    const shifts = [{ days: ['sat', 'sun', 'mon'] as const, from: '08:00', to: '16:00', people: 1 }];
    const there = presenceOf('Europe/Bratislava', shifts, at('2026-10-24T00:00Z'), at('2026-10-26T10:00Z'));
    expect(there.at.map((ms) => new Date(ms).toISOString().slice(5, 16))).toEqual(['10-24T06:00', '10-24T14:00', '10-25T07:00', '10-25T15:00', '10-26T07:00', '10-26T10:00']); // prettier-ignore
    expect(there.people).toEqual([1, 0, 1, 0, 1, 0]);
  });
});

describe('the queue played through once more', () => {
  it('takes the case that is due first, as soon as somebody is free', () => {
    const rows: Row[] = [[0, 900, 100, 1], [10, 800, 100, 2], [20, 300, 100, 3], [30, NEVER, 100, 4]]; // prettier-ignore
    expect(play(rows, 1)).toEqual([100, 300, 200, 400]);
    expect(play(rows, 2)).toEqual([100, 110, 200, 210]);
    expect(play(rows, 4)).toEqual([100, 110, 120, 130]);
    expect(play(rows, 0)).toEqual([NEVER, NEVER, NEVER, NEVER]);
  });
  it('waits for the shift, finishes what was begun, and uses the usual time where none is known', () => {
    const shift = { at: [1000, 1100, 5000], people: [1, 0, 2] };
    const rows: Row[] = [[0, 900, 0, 1], [0, 901, 80, 2], [0, 902, 80, 3]]; // prettier-ignore
    const played = playQueue(waitsOf(rows), shift, 60, 6000);
    expect([...played.doneAt]).toEqual([1060, 1140, 5080]);
    expect([played.busy, played.present]).toEqual([220, 100 + 2000]);
  });
  it('answers with one answer what was written before it was there', () => {
    expect(play([[0, 900, 100, 7], [50, 950, 100, 7], [150, 990, 100, 7]], 1)).toEqual([100, -1, 250]); // prettier-ignore
  });

  /** Second by second, with plain lists. */
  function slowly(rows: Row[], people: number[], until: number): number[] {
    const done = rows.map(() => NEVER);
    let queue: number[] = [];
    let working: number[] = [];
    for (let now = 0; now <= until; now++) {
      working = working.filter((i) => (done[i] as number) > now);
      rows.forEach(([known, , , of], i) => {
        if (known !== now) return;
        if ([...queue, ...working].some((j) => rows[j]?.[3] === of)) done[i] = -1;
        else queue.push(i);
      });
      queue = queue.sort((a, b) => (rows[a] as Row)[1] - (rows[b] as Row)[1] || (rows[a] as Row)[3] - (rows[b] as Row)[3]);
      while (queue.length > 0 && working.length < (people[now] ?? 0)) {
        const i = queue.shift() as number;
        done[i] = now + (rows[i]?.[2] || 60);
        working.push(i);
      }
    }
    return done.map((at) => (at > until ? NEVER : at));
  }
  it('equals a walk second by second', () => {
    const row = fc.tuple(fc.nat(300), fc.oneof(fc.nat(900), fc.constant(NEVER)), fc.nat(40), fc.nat(12));
    const steps = fc.array(fc.tuple(fc.nat(400), fc.nat(3)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), steps, (rows, changes) => {
        const presence = [...new Map(changes)].sort((a, b) => a[0] - b[0]);
        const people: number[] = [];
        for (let at = 0, there = 0; at <= 400; at++) people[at] = there = presence.find(([when]) => when === at)?.[1] ?? there;
        const played = playQueue(waitsOf(rows), { at: presence.map((p) => p[0]), people: presence.map((p) => p[1]) }, 60, 400);
        expect([...played.doneAt]).toEqual(slowly(rows, people, 400));
      }),
      { numRuns: 300 },
    );
  });

  it('lets the least out first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        const heap = new LeastFirst((a, b) => a < b);
        items.forEach((item) => heap.push(item));
        expect(items.map(() => heap.pop())).toEqual([...items].sort((a, b) => a - b));
        expect([heap.pop(), heap.first(), heap.size]).toEqual([undefined, undefined, 0]);
      }),
    );
  });
  it('says below which time a share of the waits lies', () => {
    expect([quantileOf(Int32Array.of(5, 1, 3, 2, 4), 0.5), quantileOf(Int32Array.of(7), 0.9), quantileOf(new Int32Array(), 0.5)]).toEqual([3, 7, null]); // prettier-ignore
  });
});
