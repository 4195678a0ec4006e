import { describe, expect, it } from '@jest/globals';
import { excerptOf, isStorable, storableJson, storableText } from './storable.js';

describe('what PostgreSQL cannot hold', () => {
  it('leaves good text alone, emoji included', () => {
    expect(storableText('Çok güzel 😀')).toBe('Çok güzel 😀');
    expect(isStorable('😀')).toBe(true);
  });

  it('shows where NUL and half pairs were', () => {
    expect(storableText('a\u0000b')).toBe('a\ufffdb');
    expect(storableText('a\ud83d')).toBe('a\ufffd');
    expect(isStorable('\ude00')).toBe(false);
  });

  it('cleans keys and values at any depth, and never touches a prototype', () => {
    const raw = JSON.parse('{"__proto__":{"polluted":true},"a\\u0000":["\\ud800"]}') as unknown;
    expect(JSON.stringify(storableJson(raw)?.value)).toBe('{"__proto__":{"polluted":true},"a\ufffd":["\ufffd"]}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('refuses what is nested too deeply instead of overflowing', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    expect(storableJson(deep)).toBeNull();
    expect(excerptOf(deep)).toBe('(nested too deeply to show)');
  });

  it('cuts an excerpt to 2,000 characters without leaving half a pair', () => {
    expect(excerptOf('x'.repeat(1999) + '😀')).toBe('x'.repeat(1999) + '\ufffd');
    expect(excerptOf({ a: 1 })).toBe('{"a":1}');
  });
});
