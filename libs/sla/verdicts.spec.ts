import { describe, expect, it } from '@jest/globals';
import { CLOCK_KINDS } from '#libs/contracts/words.js';
import { BusinessCalendar } from '#libs/time/business-calendar.js';
import type { Hours } from '#libs/time/calendar-rules.js';
import type { ClockPromise } from './clock-promise.js';
import { FACT_KINDS, type CaseFact } from './facts.js';
import { slowVerdicts, type SlowPromise } from './fixtures/slow-verdicts.js';
import { verdictsOf } from './verdicts.js';

const MINUTE = 60_000;
/** Monday, eight o'clock. */
const START = Date.UTC(2026, 10, 23, 8);
const at = (minutes: number) => START + minutes * MINUTE;

let seq = 0;
const fact = (kind: CaseFact['kind'], minute: number, more: Partial<CaseFact> = {}): CaseFact => {
  seq++;
  return { id: `f${seq}`, seq, kind, at: at(minute), knownAt: at(minute), ...(kind === 'posted' && { needs: true }), ...more };
};
const promise = (clock: ClockPromise['clock'], minutes: number, more: Partial<ClockPromise> = {}): ClockPromise => ({
  id: clock, clock, targetMs: minutes * MINUTE, unacceptableMs: null, warnShares: [0.5], pauses: false, automaticCounts: true, emergencyWords: [], calendar: null, ...more,
}); // prettier-ignore
const judged = (facts: CaseFact[], promised: ClockPromise, now: number) => verdictsOf(facts, [promised], at(now)).clocks;
const hours = (list: Hours[]) =>
  new BusinessCalendar({
    zone: 'UTC', week: { mon: list, tue: list, wed: list, thu: list, fri: list, sat: list, sun: list }, holidays: [], exceptions: [], cover: [],
  }); // prettier-ignore

describe('a clock', () => {
  const ack = promise('acknowledge', 15, { warnShares: [0.5, 0.8], unacceptableMs: 60 * MINUTE });
  const state = (facts: CaseFact[], now: number) => judged(facts, ack, now)[0]?.state;

  it('runs, warns, is late the moment after its due time, and unacceptable after its limit', () => {
    const facts = [fact('posted', 0)];
    expect([7.5, 8, 15, 15.001].map((m) => state(facts, m))).toEqual(['running', 'warned', 'warned', 'breached']);
    expect(judged(facts, ack, 13)[0]).toMatchObject({ warned: 2, dueAt: at(15), failedAt: null, breachedAt: null });
    expect(judged(facts, ack, 61)[0]).toMatchObject({ breachedAt: at(15), failedAt: at(60) });
    expect(state([...facts, fact('acknowledged', 15)], 99)).toBe('met');
    expect(state([...facts, fact('answered', 15.001)], 99)).toBe('met-late');
  });

  it('of a person is not stopped by a machine; one of an acknowledgement may be', () => {
    const facts = [fact('posted', 0), fact('acknowledged', 1, { automatic: true }), fact('answered', 2, { automatic: true })];
    expect(judged(facts, promise('human-response', 30), 5)[0]?.state).toBe('running');
    expect(judged(facts, ack, 5)[0]?.stoppedAt).toBe(at(1));
    expect(judged(facts, { ...ack, automaticCounts: false }, 5)[0]?.stoppedAt).toBeNull();
  });

  it('starts a new wait for what was written while the answer was under way, and for what was fetched after it was written', () => {
    const reply = fact('answered', 10, { writtenAt: at(8), knownAt: at(12) });
    const human = promise('human-response', 30);
    const meanwhile = judged([fact('posted', 0), fact('posted', 9), reply], human, 12);
    expect(meanwhile.map((k) => [k.startedAt, k.stoppedAt])).toEqual([[at(0), at(10)], [at(9), null]]); // prettier-ignore
    const fetchedLater = judged([fact('posted', 0), reply, fact('posted', 5, { knownAt: at(13) })], human, 20);
    expect(fetchedLater.map((k) => [k.startedAt, k.stoppedAt, k.blindMs])).toEqual([[at(0), at(10), 0], [at(5), null, 8 * MINUTE]]); // prettier-ignore
    expect(judged([fact('posted', 0), fact('posted', 7), reply], human, 20)).toHaveLength(1);
  });

  it('is not started again by a closing remark, which opens a case only when it is the first word', () => {
    const thanks = fact('posted', 20, { closing: true });
    expect(verdictsOf([fact('posted', 0), fact('answered', 5), thanks], [], at(30)).waitingSince).toBeNull();
    expect(verdictsOf([thanks], [], at(30)).waitingSince).toBe(at(20));
    expect(verdictsOf([fact('posted', 0), fact('answered', 5), fact('posted', 20)], [], at(30)).waitingSince).toBe(at(20));
  });

  it('stands still while we wait for the customer, until they write', () => {
    const resolve = promise('resolve', 60, { pauses: true });
    const facts = [fact('posted', 0), fact('waiting', 30)];
    expect(judged(facts, resolve, 500)[0]).toMatchObject({ state: 'paused', pausedSince: at(30), dueAt: at(60) });
    facts.push(fact('posted', 100));
    expect(judged(facts, resolve, 100)[0]).toMatchObject({ state: 'running', dueAt: at(130) });
    expect(judged([...facts, fact('resolved', 131)], resolve, 200)[0]?.state).toBe('met-late');
  });

  it('runs around the clock when the post tells of an emergency', () => {
    const office = promise('acknowledge', 30, { calendar: hours([{ from: '09:00', to: '10:00' }]), emergencyWords: ['fire'] });
    expect(judged([fact('posted', 0)], office, 1)[0]?.dueAt).toBe(at(90));
    expect(judged([fact('posted', 0, { emergency: ['fire'] })], office, 1)[0]?.dueAt).toBe(at(30));
    expect(judged([fact('posted', 0, { emergency: ['flood'] })], office, 1)[0]?.dueAt).toBe(at(90));
  });

  it('knows whose the wait was', () => {
    const facts = [fact('posted', 0, { knownAt: at(20) }), fact('claimed', 50), fact('answered', 60)];
    expect(judged(facts, promise('human-response', 30), 99)[0]).toMatchObject({ blindMs: 20 * MINUTE, queueMs: 30 * MINUTE, ownMs: 10 * MINUTE });
    const held = [fact('posted', 0), fact('claimed', 5), fact('answered', 10), fact('posted', 30, { knownAt: at(31) })];
    expect(judged(held, promise('human-response', 30), 40)[1]).toMatchObject({ blindMs: MINUTE, queueMs: 0, ownMs: 9 * MINUTE });
  }); // prettier-ignore

  it('of a promised date is due then, and cancelled when another date is agreed in time', () => {
    const dated = promise('promised-date', 1, { unacceptableMs: 10 * MINUTE });
    const facts = [fact('posted', 0), fact('promised', 5, { until: at(60) }), fact('promised', 30, { until: at(90) })];
    expect(judged(facts, dated, 95).map((k) => [k.state, k.dueAt, k.unacceptableAt])).toEqual([['cancelled', at(60), at(70)], ['breached', at(90), at(100)]]);
  }); // prettier-ignore

  it('ends without a verdict when the post is taken back in time, and begins anew when the customer asks again', () => {
    const facts = [fact('posted', 0), fact('withdrawn', 5), fact('posted', 8)];
    expect(judged(facts, ack, 10).map((k) => [k.state, k.startedAt, k.breachedAt])).toEqual([['cancelled', at(0), null], ['running', at(8), null]]);
    expect(judged(facts, promise('resolve', 60), 10).map((k) => k.state)).toEqual(['cancelled', 'running']);
    expect(judged([fact('posted', 0), fact('withdrawn', 20)], ack, 30)[0]).toMatchObject({ state: 'met-late', breachedAt: at(15) });
    expect(judged([fact('posted', 0), fact('acknowledged', 1, { automatic: true }), fact('withdrawn', 5), fact('posted', 8)], ack, 10)).toHaveLength(1);
  }); // prettier-ignore

  it('is out of the count when the case is excluded, and counts again when it is included', () => {
    const facts = [fact('posted', 0), fact('excluded', 5)];
    expect(verdictsOf(facts, [ack], at(99))).toMatchObject({ excluded: { kind: 'excluded' }, clocks: [{ state: 'cancelled', stoppedAt: at(5), breachedAt: null }] });
    expect(verdictsOf([...facts, fact('included', 30)], [ack], at(99))).toMatchObject({ excluded: null, clocks: [{ state: 'breached' }] });
  }); // prettier-ignore

  it('is judged by what the desk knew at the time', () => {
    const facts = [fact('posted', 0, { knownAt: at(30) }), fact('answered', 10, { writtenAt: at(9), knownAt: at(40) })];
    expect(verdictsOf(facts, [ack], at(29)).clocks).toEqual([]);
    expect(verdictsOf(facts, [ack], at(35)).clocks[0]?.state).toBe('breached');
  });
});

/** A small fast generator of our own, so that a history can be had again from its seed. */
function random(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const clockTime = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
/** Open minutes of the day: never, always, or with cuts around the minutes of the histories. */
const DAYS: [number, number][][] = [[[0, 1440]], [[480, 510], [520, 560], [565, 566], [580, 1000]], [[490, 491], [500, 502], [530, 545]], [[0, 495], [555, 1440]]]; // prettier-ignore
const CALENDARS = DAYS.map((open) => ({
  calendar: hours(open.map(([from, to]) => ({ from: clockTime(from), to: clockTime(to) }))),
  open: (minute: number) => open.some(([from, to]) => (minute / 1 + 480) % 1440 >= from && (minute + 480) % 1440 < to),
}));
const WARNS = [[], [0.5], [0.25, 0.8]];

function history(next: () => number) {
  const int = (below: number) => Math.floor(next() * below);
  const made = Array.from({ length: 1 + int(9) }, (_, i) => {
    const kind = i === 0 ? (next() < 0.9 ? 'posted' : 'opened-by-hand') : (FACT_KINDS[int(next() < 0.6 ? 4 : FACT_KINDS.length)] as CaseFact['kind']);
    const when = i === 0 ? int(5) : int(70);
    const reply = kind === 'answered' || kind === 'acknowledged';
    const lag = kind === 'posted' || reply ? (next() < 0.5 ? 0 : int(15)) : 0;
    return {
      id: '', seq: 0, kind, at: when, knownAt: when + lag,
      ...(reply && next() < 0.5 && { writtenAt: Math.max(0, when - int(10)) }),
      ...(reply && { automatic: next() < 0.3 }),
      ...(kind === 'posted' && { needs: next() < 0.85, closing: next() < 0.2 }),
      ...(kind === 'promised' && { until: when + int(30) }),
    } as CaseFact;
  }); // prettier-ignore
  made.sort((a, b) => a.knownAt - b.knownAt);
  made.forEach((f, i) => Object.assign(f, { seq: i, id: `f${i}` }));
  const promises = CLOCK_KINDS.map((clock) => {
    const of = CALENDARS[int(CALENDARS.length)]!;
    const target = 1 + int(30);
    const slow: SlowPromise = {
      clock, target, unacceptable: next() < 0.5 ? null : target + int(30), warns: WARNS[int(3)]!, pauses: next() < 0.6, automaticCounts: next() < 0.5, open: of.open,
    }; // prettier-ignore
    return { slow, calendar: next() < 0.3 ? null : of.calendar };
  });
  for (const p of promises) if (!p.calendar) p.slow.open = () => true;
  return { facts: made, promises, now: 10 + int(110) };
}

it('is judged as by a walk minute by minute, in 100,000 random histories', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const next = random(seed);
  let compared = 0;
  for (let i = 0; i < 100_000; i++) {
    const { facts, promises, now } = history(next);
    const kind = CLOCK_KINDS[i % CLOCK_KINDS.length]!;
    const chosen = promises.filter(({ slow }) => slow.clock === kind || slow.clock === 'human-response');
    const inMs = facts.map((f) => ({
      ...f, at: at(f.at), knownAt: at(f.knownAt),
      ...(f.writtenAt !== undefined && { writtenAt: at(f.writtenAt) }), ...(f.until !== undefined && { until: at(f.until) }),
    })); // prettier-ignore
    const fast = verdictsOf(
      inMs,
      chosen.map(({ slow, calendar }) => ({
        id: slow.clock, clock: slow.clock, targetMs: slow.target * MINUTE, unacceptableMs: slow.unacceptable === null ? null : slow.unacceptable * MINUTE,
        // Whole minutes, as the walk has them.
        warnShares: slow.warns.map((w) => (slow.clock === 'promised-date' ? w : Math.round(slow.target * w) / slow.target)), pauses: slow.pauses, automaticCounts: slow.automaticCounts, emergencyWords: [], calendar,
      })),
      at(now),
    ); // prettier-ignore
    const minutes = (ms: number | null) => (ms === null ? null : (ms - START) / MINUTE);
    const shown = fast.clocks.map((k) => ({
      clock: k.clock, startedAt: minutes(k.startedAt), stoppedAt: minutes(k.stoppedAt), breachedAt: minutes(k.breachedAt), failedAt: minutes(k.failedAt),
      warned: k.clock === 'promised-date' ? 0 : k.warned, state: k.clock === 'promised-date' && k.state === 'warned' ? 'running' : k.state,
    })); // prettier-ignore
    const slow = slowVerdicts(facts, chosen.map((c) => c.slow), now).map((k) => ({
      ...k, warned: k.clock === 'promised-date' ? 0 : k.warned, state: k.clock === 'promised-date' && k.state === 'warned' ? 'running' : k.state,
    })); // prettier-ignore
    const order = (list: { clock: string; startedAt: number | null; stoppedAt: number | null }[]) =>
      [...list].map((k) => JSON.stringify(k)).sort();
    const [is, should] = [order(shown), order(slow)];
    if (is.join() !== should.join()) throw new Error(`seed ${seed}, history ${i}, now ${now}: ${JSON.stringify(facts)}\n${JSON.stringify(chosen.map((c) => c.slow))}\nfast ${is.join('\n')}\nslow ${should.join('\n')}`); // prettier-ignore
    compared += is.length;
  }
  expect(compared).toBeGreaterThan(100_000);
}, 120_000);
