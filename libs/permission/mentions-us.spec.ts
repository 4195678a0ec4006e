import { describe, expect, it } from '@jest/globals';
import { mentionsHandle } from './mentions-us.js';

describe('a post that names us', () => {
  it.each([
    ['@AnadoluHat yine kesildi', 'AnadoluHat', true],
    ['yine kesildi @anadoluhat!', '@AnadoluHat', true],
    ['bak @anadoluhat.', 'AnadoluHat', true],
    ['@anadoluhat_destek yine kesildi', 'AnadoluHat', false],
    ['mail@anadoluhat.example', 'anadoluhat', false],
    ['AnadoluHat yine kesildi', 'AnadoluHat', false],
    ['hey @acme.bsky.social fix it', 'acme.bsky.social', true],
    ['hey @acme.bsky.social.evil fix it', 'acme.bsky.social', false],
    ['@acme oprávte to', 'acme@mastodon.example', true],
    ['@acme@mastodon.example oprávte to', 'acme@mastodon.example', true],
    ['anything', null, false],
    ['@ nothing', '', false],
  ])('%s, we are %s: %s', (text, handle, named) => expect(mentionsHandle(text, handle)).toBe(named));
});
