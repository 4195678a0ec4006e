import { describe, expect, it } from '@jest/globals';
import { turkishNegated } from './turkish-suffixes.js';

describe('turkishNegated', () => {
  it.each(['medim', 'medik', 'miyorum', 'mez', 'memis', 'siz', 'suz'])('hears the negation in -%s', (rest) =>
    expect(turkishNegated(rest)).toBe(true),
  );
  it.each(['dim', 'iyorum', 'lar', 'li', 'en', ''])('hears none in -%s', (rest) => expect(turkishNegated(rest)).toBe(false));
});
