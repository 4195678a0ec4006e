import { expect, it } from '@jest/globals';
import { needsAnswer, priorityOf, type Judged } from './triage.js';

const calm: Judged = { sentiment: 'neutral', intent: 'other', urgency: 0.1, riskLevel: 'low' };

it('opens a case for what somebody should answer, and only for what is ours', () => {
  expect(needsAnswer({ ...calm, intent: 'complaint' }, 'brand')).toBe(true);
  expect(needsAnswer({ ...calm, intent: 'praise', sentiment: 'positive' }, 'person')).toBe(true);
  expect(needsAnswer({ ...calm, intent: 'news' }, 'company')).toBe(false);
  expect(needsAnswer({ ...calm, intent: 'news', riskLevel: 'medium' }, 'company')).toBe(true);
  expect(needsAnswer({ ...calm, intent: 'spam', riskLevel: 'high' }, 'brand')).toBe(false);
  expect(needsAnswer({ ...calm, intent: 'complaint' }, 'competitor')).toBe(false);
});

it('lets risk and urgency go before all else', () => {
  expect(priorityOf({ ...calm, riskLevel: 'high' })).toBe('urgent');
  expect(priorityOf({ ...calm, intent: 'question', urgency: 0.8 })).toBe('urgent');
  expect(priorityOf({ ...calm, intent: 'complaint', urgency: 0.6 })).toBe('high');
  expect(priorityOf({ ...calm, intent: 'complaint', urgency: 0.2 })).toBe('normal');
  expect(priorityOf({ ...calm, intent: 'question' })).toBe('normal');
  expect(priorityOf({ ...calm, intent: 'praise' })).toBe('low');
});
