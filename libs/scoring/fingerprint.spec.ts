import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint, isNearDuplicate } from './fingerprint.js';

const text =
  'My flight to Vienna was cancelled and nobody at the desk can tell me when the next one leaves, I have been here since six';

describe('fingerprint', () => {
  it('is the same for copies, whatever surrounds them', () => {
    for (const copy of [`RT @anna: ${text}`, `${text} https://example.org/1`, text.toUpperCase(), `${text} 😡`]) {
      expect(isNearDuplicate(fingerprint(text), fingerprint(copy))).toBe(true);
    }
  });

  it('is near for a copy with a word changed', () => {
    expect(isNearDuplicate(fingerprint(text), fingerprint(text.replace('Vienna', 'Prague')))).toBe(true);
  });

  it('is far for another complaint', () => {
    const other =
      'Your app charged my card twice this morning and the chat closes before anybody answers, please refund me today';
    expect(isNearDuplicate(fingerprint(text), fingerprint(other))).toBe(false);
  });

  it('is 16 hexadecimal digits for any text and always the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        expect(fingerprint(any)).toMatch(/^[0-9a-f]{16}$/);
        expect(fingerprint(any)).toBe(fingerprint(any));
      }),
    );
  });
});
