import { describe, expect, it } from '@jest/globals';
import { bringsPostsOf } from './coverage-scope.js';

describe('sources of a network', () => {
  it('are those that bear its name, those that bring it under another, and those that bring any', () => {
    expect(bringsPostsOf('x', ['x'])).toBe(true);
    expect(bringsPostsOf('x', ['bluesky'])).toBe(false);
    expect(bringsPostsOf('meta', ['instagram'])).toBe(true);
    expect(bringsPostsOf('meta', ['x'])).toBe(false);
    expect(bringsPostsOf('webhook', ['instagram'])).toBe(true);
  });

  it('are all where a report is about every network', () => {
    expect(bringsPostsOf('appstore', [])).toBe(true);
  });
});
