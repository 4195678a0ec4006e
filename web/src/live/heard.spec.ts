/** A desk that says nothing is away, since its last word. */
import { describe, expect, it } from '@jest/globals';
import { Heard, SILENCE_MS } from './heard.js';

describe('a desk on the line', () => {
  it('is not silent before it said its first word', () => {
    const heard = new Heard();
    expect(heard.isSilent(1_000_000)).toBe(false);
    expect(heard.silentFor(1_000_000)).toBe(0);
  });
  it('may miss a tick, and is silent when two are missing', () => {
    const heard = new Heard();
    heard.note(1000);
    expect(heard.isSilent(1000 + SILENCE_MS)).toBe(false);
    expect(heard.isSilent(1001 + SILENCE_MS)).toBe(true);
  });
  it('is silent since its last word, and there again with the next', () => {
    const heard = new Heard();
    heard.note(1000);
    expect(heard.silentFor(60_000)).toBe(59_000);
    heard.note(61_000);
    expect(heard.isSilent(62_000)).toBe(false);
  });
});
