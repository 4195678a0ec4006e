import { describe, expect, it } from '@jest/globals';
import { readPost } from './normalise.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const DID = 'did:plc:eygmaihciaxprqvxpfvl6flk';
const URI = `at://${DID}/app.bsky.feed.post/3l3qo2vuowo2b`;
const CID = 'bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi';

function read(record: object, view: object = {}) {
  const item = {
    uri: URI,
    cid: CID,
    author: { did: DID, handle: 'deniz.example.com', displayName: 'Deniz' },
    record: { $type: 'app.bsky.feed.post', text: 'uygulama yine çöktü', createdAt: '2026-11-22T11:00:00.000Z', ...record },
    indexedAt: '2026-11-22T11:00:01.000Z',
    ...view,
  };
  const result = readPost(item, 3, NOW);
  if ('refused' in result) throw new Error(result.refused.reason);
  return result.post;
}

describe('a post of Bluesky in our words', () => {
  it('has its time, author, thread, language, permalink and reach', () => {
    expect(read({ langs: ['tr-TR'] }, { likeCount: 4, repostCount: 2, replyCount: 0, quoteCount: 1 })).toEqual({
      externalId: URI,
      text: 'uygulama yine çöktü',
      postedAt: new Date('2026-11-22T11:00:00Z'),
      author: {
        key: DID,
        handle: 'deniz.example.com',
        name: 'Deniz',
        followers: null,
        url: 'https://bsky.app/profile/deniz.example.com',
      },
      url: 'https://bsky.app/profile/deniz.example.com/post/3l3qo2vuowo2b',
      lang: 'tr',
      inReplyTo: null,
      thread: `bluesky:${URI}`,
      network: 'bluesky',
      links: [],
      reach: { likes: 4, reposts: 2, replies: 0, quotes: 1 },
    });
  });

  it.each([
    ['2026-11-22T11:00:00.000Z', '2026-11-22T11:00:00.000Z'],
    ['2026-11-22T14:00:00.000+03:00', '2026-11-22T11:00:00.000Z'],
    ['2031-01-01T00:00:00Z', '2026-11-22T11:00:01.000Z'],
    ['yesterday', '2026-11-22T11:00:01.000Z'],
    ['2026-13-45T99:00:00Z', '2026-11-22T11:00:01.000Z'],
  ])('written at %s was published at %s', (createdAt, expected) =>
    expect(read({ createdAt }).postedAt.toISOString()).toBe(expected),
  );

  it('has the links behind its text, whatever the text shows of them', () => {
    const link = (uri: string) => ({
      index: { byteStart: 0, byteEnd: 4 },
      features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
    });
    const card = {
      $type: 'app.bsky.embed.external',
      external: { uri: 'https://haber.example/1', title: 'Haber', description: 'Uzun' },
    };
    const facets = [link('https://example.com/a'), link('javascript:alert(1)'), { index: 1 }, link('https://example.com/a')];
    expect(read({ facets, embed: card })).toMatchObject({
      links: ['https://example.com/a', 'https://haber.example/1'],
      extra: { card: { title: 'Haber' } },
    });
  });

  it('has its pictures as a server shows them, or where their record says they are', () => {
    const image = { image: { $type: 'blob', ref: { $link: CID }, mimeType: 'image/png', size: 9 }, alt: 'Ekran' };
    const embed = { $type: 'app.bsky.embed.images', images: [image, { ...image, alt: '' }] };
    const view = {
      $type: 'app.bsky.embed.images#view',
      images: [{ thumb: 'https://cdn.example/t', fullsize: 'https://cdn.example/f', alt: 'Ekran' }],
    };
    expect(read({ embed }, { embed: view }).media).toEqual([
      { type: 'image', url: 'https://cdn.example/f', alt: 'Ekran' },
      { type: 'image', url: `https://cdn.bsky.app/img/feed_fullsize/plain/${DID}/${CID}@jpeg`, alt: null },
    ]);
  });

  it('has its film and the post it quotes, both at once', () => {
    const embed = {
      $type: 'app.bsky.embed.recordWithMedia',
      record: { $type: 'app.bsky.embed.record', record: { uri: URI.replace('owo', 'abc'), cid: CID } },
      media: { $type: 'app.bsky.embed.video', video: {}, alt: 'Film' },
    };
    const view = {
      $type: 'app.bsky.embed.recordWithMedia#view',
      record: {},
      media: { $type: 'app.bsky.embed.video#view', cid: CID, playlist: 'https://video.example/p.m3u8' },
    };
    expect(read({ embed }, { embed: view })).toMatchObject({
      quoteOf: URI.replace('owo', 'abc'),
      media: [{ type: 'video', url: 'https://video.example/p.m3u8', alt: 'Film' }],
    });
    expect(
      read({ embed: { $type: 'app.bsky.embed.record', record: { uri: `at://${DID}/app.bsky.feed.generator/a`, cid: CID } } })
        .quoteOf,
    ).toBeUndefined();
  });

  it.each([null, 5, [], { $type: 7 }, { $type: 'app.bsky.embed.images', images: 'x' }, { $type: 'app.bsky.embed.images', images: [null, {}] }, { $type: 'app.bsky.embed.recordWithMedia' }])(
    'survives the embed %j',
    (embed) => expect(read({ embed }, { embed }).externalId).toBe(URI),
  ); // prettier-ignore

  it('does not show a name that is not its author’s', () => {
    const { author, url } = read({}, { author: { did: DID, handle: 'handle.invalid' } });
    expect([author.handle, author.url, url]).toEqual([
      null,
      `https://bsky.app/profile/${DID}`,
      `https://bsky.app/profile/${DID}/post/3l3qo2vuowo2b`,
    ]);
  });

  it('is refused with its reason when it cannot be read', () => {
    expect(readPost({ uri: URI, text: 'x' }, 4, NOW)).toMatchObject({
      refused: { index: 4, externalId: URI, reason: expect.stringMatching(/^cid: /) as unknown },
    });
    expect(readPost(null, 0, NOW)).toMatchObject({ refused: { externalId: null } });
  });
});
