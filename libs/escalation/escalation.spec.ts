import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isUrgent, ladderFor, rungsOf } from './ladder.js';
import { noticeText } from './notice-text.js';
import { afterQuiet } from './quiet-hours.js';

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00', zone: 'Europe/Istanbul' };
  it.each([
    ['2026-11-22T18:59:00Z', '2026-11-22T18:59:00Z'],
    ['2026-11-22T19:00:00Z', '2026-11-23T04:00:00Z'],
    ['2026-11-23T03:59:59Z', '2026-11-23T04:00:00Z'],
    ['2026-11-23T04:00:00Z', '2026-11-23T04:00:00Z'],
  ])('%s → %s', (now, then) => expect(afterQuiet(night, new Date(now)).toISOString()).toBe(new Date(then).toISOString()));

  it('end by the clock on the wall, also in the night in which it changes', () => {
    const bratislava = { from: '22:00', to: '07:00', zone: 'Europe/Bratislava' };
    expect(afterQuiet(bratislava, new Date('2026-10-24T21:00:00Z')).toISOString()).toBe('2026-10-25T06:00:00.000Z');
  });

  it('never end before now, and are over at their end', () => {
    const hour = fc.integer({ min: 0, max: 1439 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`); // prettier-ignore
    const now = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(hour, hour, now, (from, to, at) => {
        const quiet = { from, to, zone: 'UTC' };
        const then = afterQuiet(quiet, at);
        expect(then.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(afterQuiet(quiet, then)).toEqual(then);
      }),
    );
  });
});

describe('a ladder', () => {
  const any = { priorities: [], risk: [] };
  const ladders = [
    { id: 1, enabled: false, on: ['clock-breached' as const], where: any },
    { id: 2, enabled: true, on: ['clock-breached' as const], where: { priorities: ['urgent' as const], risk: [] } },
    { id: 3, enabled: true, on: ['clock-breached' as const, 'by-hand' as const], where: any },
  ];
  it('is the first that fits', () => {
    expect(ladderFor(ladders, { trigger: 'clock-breached', priority: 'urgent', risk: 'low' })?.id).toBe(2);
    expect(ladderFor(ladders, { trigger: 'clock-breached', priority: 'low', risk: 'low' })?.id).toBe(3);
    expect(ladderFor(ladders, { trigger: 'risk-high', priority: 'low', risk: 'high' })).toBeUndefined();
    expect([isUrgent({ trigger: 'by-hand', risk: 'high' }), isUrgent({ trigger: 'by-hand', priority: 'low' })]).toEqual([
      true,
      false,
    ]);
  });
});

it('a standard adds whom it names, at once and at the desk, unless the ladder does', () => {
  const rung = (afterSeconds: number, to: 'managers' | 'responders' | 'on-call') => ({ afterSeconds, to, targetId: null, by: ['desk' as const] });
  const ladder = [rung(0, 'responders'), rung(900, 'on-call')];
  expect(rungsOf(ladder, ['managers'])).toEqual(ladder);
  expect(rungsOf(ladder, ['owner', 'team', 'managers']).map((r) => [r.afterSeconds, r.to])).toEqual([[0, 'responders'], [0, 'owner'], [900, 'on-call']]);
  expect(rungsOf([], ['team', 'managers'])).toEqual([rung(0, 'responders')]);
}); // prettier-ignore

describe('a notice', () => {
  it('of something unusual says what was seen and what is usual', () => {
    const loud = { of: 'negative' as const, kind: 'spike' as const, seen: 1240, expected: 4.25, strength: 9, mentionIds: [] };
    const facts = { trigger: 'unusual' as const, caseId: null, who: 'Anadolu Hat', words: '', early: loud, by: null, url: null };
    expect(noticeText(facts, 'en')).toMatchObject({ subject: 'Louder than usual: Anadolu Hat', body: expect.stringMatching(/^Negative posts: 1,240, usual: 4\.3\n/) });
    expect(noticeText(facts, 'tr').body).toMatch(/^Olumsuz gönderi: 1\.240, olağanı: 4,3\n/);
    const left = { waiting: 3, share: 0.5, lastAnswerAt: null };
    expect(noticeText({ ...facts, trigger: 'neglected', early: left }, 'sk').body).toMatch(/: 3\n/);
  }); // prettier-ignore

  it('speaks the reader’s language and keeps hostile words on one line', () => {
    const facts = {
      trigger: 'clock-breached' as const,
      caseId: '12',
      who: 'Deniz\r\nBcc: x@y.z',
      words: 'a\nb'.repeat(400),
      by: null,
      url: null,
    };
    expect(noticeText(facts, 'tr').subject).toBe('Söz tutulmadı: Deniz Bcc: x@y.z, vaka 12');
    expect(noticeText(facts, 'sk').body.split('\n\n')[0]).toHaveLength(300);
    expect(noticeText({ ...facts, trigger: 'by-hand', by: 'Ece' }, 'en').subject).toMatch(/^Raised by Ece: /);
  });
});
