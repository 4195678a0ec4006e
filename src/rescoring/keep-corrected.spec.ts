import { expect, it } from '@jest/globals';
import { scorePost } from '../../libs/scoring/score-post.js';
import { keepCorrected } from './keep-corrected.js';

const fresh = scorePost({ text: 'My parcel is broken, terrible service' });

it('keeps the parts that somebody set by hand, and only those', () => {
  const byHand = [{ code: 'corrected', words: '', weight: 1 }];
  const praise = { label: 'praise' as const, confidence: 1, reasons: byHand };
  const before = { ...scorePost({ text: 'x' }), intent: praise };
  expect(keepCorrected(before, fresh)).toEqual({ ...fresh, intent: praise });
  const urgency = { score: 0.9, reasons: byHand };
  expect(keepCorrected({ ...before, urgency }, fresh)).toEqual({ ...fresh, intent: praise, urgency });
});

it('takes the fresh scores for what nobody touched, and for what was stored by an older program', () => {
  expect(keepCorrected(scorePost({ text: 'y' }), fresh)).toEqual(fresh);
  expect(keepCorrected({}, fresh)).toEqual(fresh);
});
