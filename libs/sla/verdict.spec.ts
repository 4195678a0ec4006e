import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clockTimes } from './clock-times.js';
import { verdict, type ClockFacts, type Fact } from './verdict.js';

const start = new Date('2026-11-22T08:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const clock = (facts: Fact[] = [], kind: ClockFacts['kind'] = 'acknowledge'): ClockFacts => ({
  kind,
  facts,
  ...clockTimes(start, { targetSeconds: 900, warnShare: 0.6 }),
});

describe('a clock', () => {
  it('runs, warns, and breaches the moment after its due time', () => {
    expect(verdict(clock(), after(539)).state).toBe('running');
    expect(verdict(clock(), after(540)).state).toBe('warned');
    expect(verdict(clock(), after(900)).state).toBe('warned');
    expect(verdict(clock(), after(900.001))).toEqual({ state: 'breached', stoppedAt: null, breachedAt: after(900) });
  });

  it('is met by a fact at the due time and late by one after it', () => {
    expect(verdict(clock([{ kind: 'acknowledged', at: after(900) }]), after(2000)).state).toBe('met');
    expect(verdict(clock([{ kind: 'acknowledged', at: after(900.001) }]), after(2000))).toEqual({
      state: 'met-late',
      stoppedAt: after(900.001),
      breachedAt: after(900),
    });
  });

  it('waits for a person when a person was promised', () => {
    expect(verdict(clock([{ kind: 'acknowledged', at: after(10) }], 'human-response'), after(20)).state).toBe('running');
    expect(verdict(clock([{ kind: 'answered', at: after(10) }], 'acknowledge'), after(20)).state).toBe('met');
  });

  it('does not depend on the order of facts, nor on facts that are not its own', () => {
    const kinds = fc.constantFrom<Fact['kind']>('acknowledged', 'answered', 'resolved', 'reopened', 'other');
    const facts = fc.array(fc.record({ kind: kinds, at: fc.integer({ min: -100, max: 2000 }).map(after) }), { maxLength: 8 });
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 3000 }), (list, now) => {
        const straight = verdict(clock(list), after(now));
        expect(verdict(clock([...list].reverse()), after(now))).toEqual(straight);
        expect(verdict(clock(list.filter((f) => f.kind !== 'other' && f.kind !== 'reopened')), after(now))).toEqual(straight);
        if (straight.stoppedAt) expect(straight.breachedAt !== null).toBe(straight.stoppedAt > after(900));
      }),
    );
  });
});
