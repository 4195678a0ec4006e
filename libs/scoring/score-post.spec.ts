import { describe, expect, it } from '@jest/globals';
import { scorePost } from './score-post.js';

describe('scorePost', () => {
  it('tells language, tone and intent of a complaint in three languages', () => {
    const english = scorePost({ text: '@acme my parcel still has not arrived, this is the worst service ever' });
    expect([english.language.code, english.sentiment.label, english.intent.label]).toEqual(['en', 'negative', 'complaint']);
    const turkish = scorePost({ text: 'Kargom hâlâ gelmedi, rezalet bir hizmet, çok pişmanım' });
    expect([turkish.language.code, turkish.sentiment.label, turkish.intent.label]).toEqual(['tr', 'negative', 'complaint']);
    const slovak = scorePost({ text: 'Balík mi stále neprišiel, som veľmi sklamaná z vašich služieb' });
    expect([slovak.language.code, slovak.sentiment.label, slovak.intent.label]).toEqual(['sk', 'negative', 'complaint']);
  });

  it('says unknown for a text without words', () => {
    expect(scorePost({ text: '12345 !!! https://example.org/x' }).language).toEqual({ code: 'unknown', confidence: 0 });
  });

  it('raises risk with reach and with legal words, and shows each part', () => {
    const calm = scorePost({ text: 'My lawyer will contact you about this.' });
    const loud = scorePost({ text: 'My lawyer will contact you about this.', followers: 500_000 });
    expect(calm.signals).toContain('legal');
    expect(loud.risk.score).toBeGreaterThan(calm.risk.score);
    expect(loud.risk.reasons.map((reason) => reason.code)).toEqual(expect.arrayContaining(['signal.legal', 'reach']));
  });
});
