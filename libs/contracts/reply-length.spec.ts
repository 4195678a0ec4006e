import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lengthBy, weightedLength } from './reply-length.js';

describe('weightedLength', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['şikâyet ğüışöç ÇÖŞİ', 19],
    ['Ďakujem, vybavené', 17],
    ['日本語', 6],
    ['한국', 4],
    ['“curly” — dash…', 16],
    ['😀', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🇹🇷🇸🇰', 4],
    ['👍🏽', 2],
    ['1️⃣', 2],
    ['e\u0301', 1],
    ['https://example.com/a/very/long/path?with=query&and=more#fragment', 23],
    ['see https://example.com/x.', 28],
    ['(https://t.co/abc)', 25],
    ['example.com', 23],
    ['go to help.example.com.tr/fatura now', 33],
    ['mail me@example.com', 19],
    ['v1.2.3', 6],
    ['@anadoluhat', 11],
  ])('%j weighs %i', (text, length) => expect(weightedLength(text)).toBe(length));

  it('a text of 280 light letters just fits, one of 141 heavy letters does not', () => {
    expect(weightedLength('a'.repeat(280))).toBe(280);
    expect(weightedLength('字'.repeat(141))).toBe(282);
  });

  it('never counts less than one for a letter and never more than two, links aside', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'ş', 'ж', '字', '😀', ' ', '…')), (letters) => {
        const length = weightedLength(letters.join(''));
        expect(length).toBeGreaterThanOrEqual(letters.length);
        expect(length).toBeLessThanOrEqual(letters.length * 2);
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => weightedLength(text) >= 0));
  });

  it('is linear: 100,000 dots and letters are counted at once', () => {
    expect(weightedLength('a.'.repeat(50_000))).toBe(100_000);
    expect(weightedLength('a-'.repeat(50_000))).toBe(100_000);
  });
});

describe('lengthBy', () => {
  it('counts code points by the plain rule', () => {
    expect(lengthBy('characters', 'a😀字')).toBe(3);
    expect(lengthBy('x-weighted', 'a😀字')).toBe(5);
    expect(lengthBy('utf-16', 'a😀字')).toBe(4);
  });

  it.each([
    ['', 0],
    ['şikâyet', 7],
    ['👨‍👩‍👧‍👦 1️⃣ 🇹🇷', 5],
    ['e\u0301', 1],
    ['@deniz@social.example', 21],
    ['\r\n', 1],
  ])('%j has %i graphemes', (text, length) => expect(lengthBy('graphemes', text)).toBe(length));

  it.each([
    ['https://example.com/a/very/long/path?with=query&and=more#fragment', 23],
    ['(https://a.co/b).', 26],
    ['example.com', 11],
    ['@deniz@social.example merhaba', 14],
    ['@deniz@social.example:8443 a', 8],
    ['posta: deniz@example.com', 24],
    ['👨‍👩‍👧 ş', 3],
  ])('Mastodon counts %j as %i', (text, length) => expect(lengthBy('mastodon', text)).toBe(length));

  it.each(['graphemes', 'mastodon'] as const)('by %s survives any text', (rule) => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => lengthBy(rule, text) >= 0));
  });
});
