import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scorePost } from './score-post.js';
import { DEFAULT_WEIGHTS } from './weights.js';

const text = '@acme you promised a refund two weeks ago, still nothing';
const codes = (reasons: readonly { code: string }[]): string[] => reasons.map(({ code }) => code);

describe('urgency and risk', () => {
  it('are the sum of their reasons, cut to [0, 1]', () => {
    const { urgency, risk } = scorePost({ text, followers: 900, repeatAuthor: true });
    const sum = (reasons: readonly { weight: number }[]): number => reasons.reduce((total, { weight }) => total + weight, 0);
    expect(urgency.score).toBeCloseTo(Math.min(1, sum(urgency.reasons)), 6);
    expect(risk.score).toBeCloseTo(Math.min(1, sum(risk.reasons)), 6);
  });

  it.each([
    ['reach', { followers: 1_000_000 }],
    ['velocity', { velocity: 32 }],
    ['repeat-author', { repeatAuthor: true }],
    ['staff-named', { staffNamed: true }],
    ['waiting', { waitingMinutes: 240 }],
  ])('%s counts and is shown', (code, context) => {
    const plain = scorePost({ text });
    const with_ = scorePost({ text, ...context });
    expect(codes(with_.risk.reasons)).toContain(code);
    expect(with_.risk.score).toBeGreaterThan(plain.risk.score);
    expect(with_.urgency.score).toBeGreaterThanOrEqual(plain.urgency.score);
  });

  it('follow edited weights', () => {
    const quiet = { ...DEFAULT_WEIGHTS, urgency: { ...DEFAULT_WEIGHTS.urgency, inReplyToUs: 0 } };
    expect(codes(scorePost({ text, inReplyToUs: true }, undefined, quiet).urgency.reasons)).not.toContain('in-reply-to-us');
    expect(codes(scorePost({ text, inReplyToUs: true }).urgency.reasons)).toContain('in-reply-to-us');
  });

  it('put a threat to life first', () => {
    const gasLeak = scorePost({ text: 'there is a gas leak in your shop and someone is unconscious' });
    expect(gasLeak.urgency.score).toBeGreaterThan(0.6);
    expect(scorePost({ text: 'thanks, lovely cake' }).urgency.score).toBeLessThan(0.2);
  });

  it('stay in [0, 1] for any context', () => {
    const odd = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -1));
    fc.assert(
      fc.property(odd, odd, odd, (followers, velocity, waitingMinutes) => {
        const { urgency, risk } = scorePost({ text, followers, velocity, waitingMinutes, staffNamed: true });
        for (const score of [urgency.score, risk.score]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
