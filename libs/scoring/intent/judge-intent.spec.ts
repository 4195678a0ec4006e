import { describe, expect, it } from '@jest/globals';
import { scorePost } from '../score-post.js';

describe('intent', () => {
  it.each([
    ['@acme my order never arrived and nobody replies', 'complaint'],
    ['@acme do you ship to Slovakia?', 'question'],
    ['@acme please send me the invoice for order 5512', 'request'],
    ['@acme thank you so much, your team was wonderful', 'praise'],
    ['Acme announces third quarter profit of 12 million', 'news'],
    ['Earn $500 a day from home, DM me now, link in bio', 'spam'],
    ['on the train with a coffee', 'other'],
    ['@acme internet üç gündür yok, arıyorum kimse açmıyor', 'complaint'],
    ['@acme yurt dışına gönderim yapıyor musunuz?', 'question'],
    ['@acme çok teşekkür ederim, harikasınız', 'praise'],
    ['@acme balík stále neprišiel a nikto neodpovedá', 'complaint'],
    ['@acme máte otvorené aj v sobotu?', 'question'],
    ['@acme ďakujem, vybavené rýchlo a s úsmevom', 'praise'],
  ])('%s → %s', (text, intent) => expect(scorePost({ text }).intent.label).toBe(intent));

  it.each([
    '@acme the app crashes at check-in again',
    '@acme lost my parcel, three days and no call. Unacceptable.',
    '@acme internet üç gündür yok, arıyorum kimse açmıyor',
    '@acme mi zablokovala kartu a na linke čakám hodinu',
  ])('%s: a picture at the end changes neither what is wanted nor the tone', (text) => {
    const [bare, pictured] = [scorePost({ text }), scorePost({ text: `${text} https://pic.example/a1` })];
    expect(pictured.intent.label).toBe('complaint');
    expect([bare.intent.label, bare.sentiment.label]).toEqual([pictured.intent.label, pictured.sentiment.label]);
  });

  it('tells a complaint from a bad mood', () => {
    expect(scorePost({ text: 'I hate Mondays, so tired' }).intent.label).not.toBe('complaint');
  });

  it('says why', () => {
    const { intent } = scorePost({ text: '@acme what time do you open?' });
    expect(intent.reasons.length).toBeGreaterThan(0);
    expect(intent.reasons.map(({ words }) => words)).toContain('?');
    expect(intent.confidence).toBeGreaterThan(0);
    expect(intent.confidence).toBeLessThanOrEqual(1);
  });
});
