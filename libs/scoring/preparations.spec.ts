import { describe, expect, it } from '@jest/globals';
import { preparations, SAMPLES } from './preparations.js';
import { scorePost } from './score-post.js';

const TEXT = 'Nobody answers, my parcel is lost. Still waiting after three days :(';

describe('preparations', () => {
  it.each(Object.entries(SAMPLES))('reads the sample of %s in that language, so that its lists are made', (code, text) => {
    expect(scorePost({ text }).language.code).toBe(code);
  });

  it('change no score', () => {
    const before = scorePost({ text: TEXT });
    for (const prepareNext of preparations()) prepareNext();
    for (const prepareNext of preparations()) prepareNext();
    expect(scorePost({ text: TEXT })).toEqual(before);
    expect(before.language.code).toBe('en');
  });
});
