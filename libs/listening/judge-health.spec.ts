/** A source is blind since it last heard, degraded while it may still recover, and never simply quiet. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeHealth, patienceSeconds, type SourceFacts } from './judge-health.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 10, minutes));
const facts = (more: Partial<SourceFacts> = {}): SourceFacts => ({
  since: at(-600),
  heardAt: at(0),
  failures: 0,
  outcome: 'empty',
  notes: [],
  intervalSeconds: 60,
  dueAt: at(1),
  capped: false,
  silent: null,
  ...more,
});

describe('judgeHealth', () => {
  it('listens while polls come and end well', () => {
    expect(judgeHealth(facts(), at(1))).toMatchObject({ state: 'listening', reason: null });
  });
  it('is new until the first poll ended', () => {
    expect(judgeHealth(facts({ heardAt: null, outcome: null }), at(1))).toMatchObject({ state: 'new' });
  });
  it('hears badly after one failure, from then on', () => {
    const verdict = judgeHealth(facts({ failures: 1, outcome: 'unreachable', notes: [{ code: 'too-slow' }] }), at(2));
    expect(verdict).toEqual({ state: 'degraded', since: at(2), reason: 'unreachable', notes: [{ code: 'too-slow' }] });
  });
  it('is blind after three, since it last heard', () => {
    const verdict = judgeHealth(facts({ failures: 3, outcome: 'unreachable' }), at(4));
    expect(verdict).toMatchObject({ state: 'blind', since: at(0), reason: 'unreachable' });
  });
  it('is blind at once when the network forbids', () => {
    expect(judgeHealth(facts({ failures: 1, outcome: 'forbidden' }), at(1))).toMatchObject({ state: 'blind', since: at(0) });
  });
  it('is blind when it was told to wait for too long', () => {
    const waiting = facts({ failures: 1, outcome: 'throttled', dueAt: at(60) });
    expect(judgeHealth(waiting, at(5))).toMatchObject({ state: 'degraded', reason: 'throttled' });
    expect(judgeHealth(waiting, at(6))).toMatchObject({ state: 'blind', reason: 'throttled' });
  });
  it('is blind when nobody asks it, and not when it asked for the rest itself', () => {
    expect(judgeHealth(facts(), at(6))).toMatchObject({ state: 'listening' });
    expect(judgeHealth(facts(), at(7))).toMatchObject({ state: 'blind', since: at(0), reason: 'not-asked' });
    expect(judgeHealth(facts({ dueAt: at(120) }), at(60))).toMatchObject({ state: 'listening' });
  });
  it('is never overdue when it is called from outside', () => {
    expect(judgeHealth(facts({ intervalSeconds: null, dueAt: null }), at(9000))).toMatchObject({ state: 'listening' });
  });
  it('is doubted when silent for longer than expected, and blind for twice as long', () => {
    const silent = { since: at(-500), blind: false };
    expect(judgeHealth(facts({ silent }), at(1))).toMatchObject({ state: 'degraded', since: at(-500), reason: 'silent' });
    expect(judgeHealth(facts({ silent: { ...silent, blind: true } }), at(1))).toMatchObject({ state: 'blind', since: at(-500) });
  });
  it('is blind while its cap forbids asking', () => {
    expect(judgeHealth(facts({ capped: true }), at(1))).toMatchObject({ state: 'blind', reason: 'cap', since: at(0) });
  });
  it('says since when it is blind, never a time to come, whatever the facts', () => {
    const outcomes = ['ok', 'empty', 'throttled', 'forbidden', 'truncated', 'schema-changed', 'unreachable'] as const;
    fc.assert(
      fc.property(
        fc.nat(10),
        fc.constantFrom(...outcomes),
        fc.integer({ min: 1, max: 86_400 }),
        fc.nat(10_000),
        (failures, outcome, intervalSeconds, minutes) => {
          const verdict = judgeHealth(facts({ failures, outcome, intervalSeconds }), at(minutes));
          expect(verdict.since.getTime()).toBeLessThanOrEqual(at(minutes).getTime());
          expect((verdict.reason === null) === (verdict.state === 'listening' || verdict.state === 'new')).toBe(true);
          const late = minutes * 60 > patienceSeconds(intervalSeconds);
          if (failures > 0 && late) expect(verdict).toMatchObject({ state: 'blind', since: at(0) });
        },
      ),
    );
  });
});
