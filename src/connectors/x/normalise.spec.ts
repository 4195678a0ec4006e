import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { readPage } from './answers.js';
import { decodeEntities, readPost, timeOfId } from './normalise.js';

const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));
const read = (name: string) => {
  const page = readPage(fixture(name));
  return page.items.map((item, index) => readPost(item, index, page));
};

describe('a post of X in our words', () => {
  it('is the same whether X names things post or tweet', () => {
    expect(read('page-tweet-names.json').slice(0, 3)).toEqual(read('page-post-names.json').slice(0, 3));
  });

  it('has all of a long text, escapes taken off, links unwrapped, thread, author, reach and media', () => {
    expect(read('page-post-names.json')[0]).toEqual({
      post: {
        externalId: '1992500000000000001',
        text: '@AnadoluHat Üç gündür internet yok & <kimse> aramıyor. https://t.co/aaaaaaaaaa',
        postedAt: new Date('2026-11-21T08:00:01.000Z'),
        author: { key: '9000001', handle: 'denizaksoy', name: 'Deniz Aksoy', followers: 312, url: 'https://x.com/denizaksoy' },
        url: 'https://x.com/denizaksoy/status/1992500000000000001',
        lang: 'tr',
        inReplyTo: '1992400000000000001',
        thread: 'x:1992300000000000001',
        network: 'x',
        links: ['https://anadoluhat.example/ariza'],
        quoteOf: '1992200000000000001',
        versionOf: '1992499999999999999',
        editedAt: new Date('2026-11-21T08:00:01Z'),
        media: [{ type: 'image', url: 'https://pbs.twimg.com/media/invented.jpg', alt: 'A router with a red light' }],
        reach: { likes: 4 },
      },
    });
  });

  it('does without an author X does not show, a time, or a language', () => {
    expect(read('page-post-names.json')[1]).toMatchObject({
      post: {
        author: { key: '9000009', handle: null, name: null, followers: null, url: null },
        lang: null,
        postedAt: timeOfId('1992500000000000002'),
      },
    });
  });

  it('is refused with its reason when it cannot be one', () => {
    expect(read('page-post-names.json').slice(2)).toMatchObject([
      { refused: { index: 2, externalId: '1992500000000000003', reason: 'author_id: is missing' } },
      { post: { repostOf: '1992500000000000001' } },
    ]);
  });

  it('tells the time from an id', () => expect(timeOfId('1212092628029698048').toISOString()).toBe('2019-12-31T19:26:16.771Z'));

  it('takes escapes off once only', () => {
    expect(decodeEntities('&amp;lt; &lt;b&gt; &copy; &amp;')).toBe('&lt; <b> &copy; &');
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(fc.property(fc.string(), (text) => decodeEntities(escaped(text)) === text));
  });

  it('never throws, whatever the item is', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (item) => 'refused' in readPost(item, 0, { users: new Map(), media: new Map(), posts: new Map() }),
      ),
    );
  });
});
