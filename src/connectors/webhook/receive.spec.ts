import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DeskError } from '../../platform/errors.js';
import { MOST_POSTS, receivePosts } from './receive.js';

const now = new Date('2026-11-22T12:00:00Z');
const reading = { now, settings: { secret: 'a long enough secret' } };
const post = (more: Record<string, unknown> = {}) => ({
  externalId: '1',
  text: 'Kargom gelmedi',
  postedAt: '2026-11-22T11:59:00+03:00',
  author: { handle: '@Deniz', followers: 12 },
  ...more,
});
const receive = (items: unknown) => receivePosts(Buffer.from(JSON.stringify(items)), reading);
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof DeskError) return error.code;
    throw error;
  }
  return 'nothing was thrown';
};

describe('a delivery', () => {
  it('reads a post in our words, with its fields we do not know kept', () => {
    const { posts, refused } = receive([post({ mood: { stars: 1 }, lang: 'tr', url: 'https://forum.example/1' })]);
    expect(refused).toEqual([]);
    expect(posts).toEqual([
      {
        externalId: '1',
        text: 'Kargom gelmedi',
        postedAt: new Date('2026-11-22T08:59:00Z'),
        author: { key: 'deniz', handle: '@Deniz', name: null, followers: 12, url: null },
        url: 'https://forum.example/1',
        lang: 'tr',
        inReplyTo: null,
        thread: 'webhook:1',
        network: 'webhook',
        extra: { mood: { stars: 1 } },
      },
    ]);
  });

  it('a reply joins the thread of the post it answers; a thread id is stronger', () => {
    const { posts } = receive([
      post(),
      post({ externalId: '2', inReplyTo: '1' }),
      post({ externalId: '3', inReplyTo: '2', threadId: '1' }),
    ]);
    expect(posts.map((p) => p.thread)).toEqual(['webhook:1', 'webhook:1', 'webhook:1']);
  });

  it('the network comes from the post, else from the source', () => {
    const settings = { ...reading.settings, network: 'forum' };
    const body = Buffer.from(JSON.stringify([post(), post({ network: 'shop' })]));
    expect(receivePosts(body, { now, settings }).posts.map((p) => [p.network, p.thread])).toEqual([
      ['forum', 'forum:1'],
      ['shop', 'shop:1'],
    ]);
  });

  it('brings a time in the future back to now and keeps what was said', () => {
    const { posts } = receive([post({ postedAt: '2031-01-01T00:00:00Z' })]);
    expect(posts[0]?.postedAt).toEqual(now);
    expect(posts[0]?.extra).toEqual({ postedAtGiven: '2031-01-01T00:00:00Z' });
  });

  it('refuses each bad item by its index and names the field, and takes the others', () => {
    const { posts, refused } = receive([
      post({ externalId: undefined }),
      post(),
      post({ postedAt: 'yesterday' }),
      post({ author: { handle: '' } }),
      post({ url: 'javascript:alert(1)' }),
      'text',
      null,
      post({ externalId: 'a\u0000b' }),
      post({ postedAt: '0001-01-01T00:00:00Z' }),
      post({ author: { handle: 'x', followers: -1 } }),
      post({ externalId: '  ' }),
      post({ more: 'x'.repeat(70_000) }),
    ]);
    expect(posts).toHaveLength(1);
    expect(refused.map((r) => [r.index, r.reason.split(':')[0]])).toEqual([
      [0, 'externalId'],
      [2, 'postedAt'],
      [3, 'author.handle'],
      [4, 'url'],
      [5, 'the post'],
      [6, 'the post'],
      [7, 'externalId'],
      [8, 'postedAt'],
      [9, 'author.followers'],
      [10, 'externalId'],
      [11, 'the fields beside the known ones hold more than 65536 characters'],
    ]);
    expect(refused[1]).toMatchObject({ externalId: '1' });
    expect(refused[1]?.excerpt).toContain('yesterday');
  });

  it('keeps a text whose characters cannot be stored, and says that it was cleaned', () => {
    const { posts } = receive([post({ text: 'a\u0000b \ud83d' })]);
    expect(posts[0]?.text).toBe('a\ufffdb \ufffd');
    expect(posts[0]?.extra?.['cleaned']).toContain('replaced');
  });

  it('keeps a hostile handle as the text it is', () => {
    const handle = `<img src=x onerror=alert(1)>'; drop table author;--`;
    expect(receive([post({ author: { handle } })]).posts[0]?.author.handle).toBe(handle);
  });

  it('refuses a deeply nested item and one that aims at a prototype does nothing', () => {
    const deep = `[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]`;
    expect(receivePosts(Buffer.from(deep), reading).refused[0]?.reason).toBe('the post is nested too deeply');
    const evil = JSON.stringify([post()]).replace('"externalId"', '"__proto__":{"admin":true},"externalId"');
    expect(receivePosts(Buffer.from(evil), reading).posts).toHaveLength(1);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('refuses whole what is no JSON array of UTF-8, or too much', () => {
    expect(codeOf(() => receivePosts(Buffer.from('{"a":1}'), reading))).toBe('invalid-body');
    expect(codeOf(() => receivePosts(Buffer.from('['), reading))).toBe('invalid-body');
    expect(codeOf(() => receivePosts(Buffer.alloc(0), reading))).toBe('invalid-body');
    expect(codeOf(() => receivePosts(Buffer.from([0x5b, 0xff, 0x5d]), reading))).toBe('invalid-body');
    expect(codeOf(() => receive(Array(MOST_POSTS + 1).fill(1)))).toBe('too-large');
  });

  it('accounts for every item of any JSON array, and throws nothing but its own errors', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.jsonValue(), fc.record({ externalId: fc.string(), text: fc.string() }).map(post))),
        (items) => {
          const { posts, refused } = receive(items);
          expect(posts.length + refused.length).toBe(items.length);
        },
      ),
    );
  });
});
