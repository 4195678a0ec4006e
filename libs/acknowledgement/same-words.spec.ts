import { describe, expect, it } from '@jest/globals';
import { sameWords } from './same-words.js';

describe('words that stand on a network', () => {
  it.each([
    ['Merhaba Deniz, bakıyoruz.', '@deniz Merhaba Deniz,  bakıyoruz', true],
    ['See https://example.com/a', 'See https://t.co/xyz', true],
    ['We look into it', 'We looked into it', false],
    ['', '@deniz', false],
    ['Şikâyetinizi aldık!', 'SIKAYETINIZI ALDIK', true],
  ])('%s and %s: %s', (a, b, same) => expect(sameWords(a, b)).toBe(same));
});
