import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { normaliseFeed } from './normalise.js';
import { readFeed } from './read-feed.js';

const NOW = new Date('2026-03-02T15:00:00Z');

async function posts(xml: string | Buffer, feedUrl = 'https://site.example.com/feed') {
  const feed = await readFeed(Buffer.from(xml), null, null);
  return { feed, ...normaliseFeed(feed, { feedUrl, now: NOW }) };
}

const fixture = (name: string, feedUrl?: string) => posts(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)), feedUrl);
const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Site</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;

describe('web alerts', () => {
  it('are unwrapped, unescaped twice, and belong to nobody in particular', async () => {
    const { posts: read, refused } = await fixture('alert.atom');
    expect(refused).toEqual([]);
    expect(read[0]).toEqual({
      externalId: 'tag:google.com,2013:googlealerts/feed:11111111111111111111',
      text: 'Lumio outage: \'three days\' without internet & no answer\n\nCustomers of Lumio wait "far too long" ...',
      postedAt: new Date('2026-03-02T09:30:00Z'),
      author: { key: 'unnamed tag:google.com,2013:googlealerts/feed:11111111111111111111', handle: null, name: 'news.example.com', followers: null, url: null },
      url: 'https://news.example.com/lumio-outage?id=7',
      lang: null,
      inReplyTo: null,
      thread: null,
      network: 'feed',
      links: [],
      extra: { title: "Lumio outage: 'three days' without internet & no answer", feedTitle: 'Google Alert - Lumio' },
    });
    expect(read[1]).toMatchObject({ text: 'Lumio opens a shop', url: null, author: { name: null } });
  }); // prettier-ignore

  it('of Google News are known by their page, not by their changing id', async () => {
    const { posts: read } = await fixture('google-news.rss', 'https://news.google.com/rss/search?q=Lumio');
    expect(read).toHaveLength(1);
    expect(read[0]).toMatchObject({
      externalId: 'https://daily.example.com/lumio-raises-prices',
      url: 'https://daily.example.com/lumio-raises-prices',
      text: 'Lumio raises prices - The Daily Example',
      author: { name: 'The Daily Example' },
    });
  });
});

describe('a blog', () => {
  it('is read with all its oddities', async () => {
    const { feed, posts: read, refused } = await fixture('shop-blog.rss', 'https://shop.example.com/rss');
    expect(feed).toMatchObject({ title: 'Light & Sound shop blog', pace: { ttlMinutes: 90 } });
    expect(read[0]).toMatchObject({
      externalId: 'shop-3',
      text: 'Q&A: does Vec<String> beat List & co?\n\nFirst paragraph with a link and a trap.\n\n- one\n- two',
      postedAt: new Date('2026-03-02T08:00:00Z'),
      author: { key: 'ayşe yılmaz@shop.example.com', name: 'Ayşe Yılmaz' },
      url: 'https://shop.example.com/blog/qa?id=3',
      lang: 'en',
      links: ['https://shop.example.com/help'],
      media: [{ type: 'image', url: 'https://shop.example.com/a.jpg', alt: null }],
      extra: { categories: ['Questions'] },
    });
    expect(read[1]).toMatchObject({
      externalId: 'https://shop.example.com/blog/entities',
      text: '&brand; and &file; stay as they are©\n\nunescaped markup and\na break €5',
      postedAt: NOW,
      extra: { postedAtFrom: 'first-seen', postedAtClaimed: 'sometime in spring' },
    });
    expect(read[2]).toMatchObject({
      postedAt: NOW,
      extra: { postedAtFrom: 'clamped', postedAtClaimed: '2038-01-01T00:00:00.000Z' },
    });
    expect(refused.map(({ index, reason }) => [index, reason])).toEqual([[3, 'Entry 4 has neither text nor a link'], [4, 'Entry 5 repeats entry 3']]); // prettier-ignore
  });

  it('keeps comments in the thread of their page', async () => {
    const { posts: read } = await fixture('comments.rss');
    expect(read.map(({ externalId, thread, inReplyTo }) => [externalId, thread, inReplyTo])).toEqual([
      ['https://blog.example.com/?p=7#comment-41', 'https://blog.example.com/new-prices/', null],
      [
        'https://blog.example.com/?p=7#comment-42',
        'https://blog.example.com/new-prices/',
        'https://blog.example.com/?p=7#comment-41',
      ],
    ]);
    expect(read[0]!.author.key).not.toBe(read[1]!.author.key);
  });
});

describe('RDF and JSON', () => {
  it('are read like the rest', async () => {
    const { feed, posts: read } = await fixture('board.rdf');
    expect(feed.pace.ttlMinutes).toBe(30);
    expect(read).toMatchObject([{ externalId: 'https://board.example.org/t/1', author: { name: 'peto' }, postedAt: new Date('2026-03-02T09:00:00Z'), text: 'Lumio router keeps dropping\n\nEvery evening since Friday.' }]); // prettier-ignore
    const json = await fixture('feed.json');
    expect(json.posts).toMatchObject([
      {
        externalId: '7',
        text: 'Ďakujem, Lumio!',
        url: 'https://talk.example.org/7',
        lang: 'sk',
        author: { key: 'https://talk.example.org/@jana' },
      },
      { externalId: '8', text: '1 < 2 & 3\n\nplain <b>text</b>' },
    ]);
    expect(json.refused.map(({ index, reason }) => [index, reason.slice(0, 23)])).toEqual([[2, 'Entry 3 cannot be read:'], [3, 'Entry 4 cannot be read:']]); // prettier-ignore
  });
});

describe('identity', () => {
  it('is the id, else the page, else the words', async () => {
    const { posts: read } = await posts(
      rss('<guid>g</guid><title>a</title>', '<link>https://a.example/?utm_source=x</link>', '<title>only words</title>'),
    );
    expect(read.map(({ externalId }) => externalId)).toEqual([
      'g',
      'https://a.example/',
      expect.stringMatching(/^hash:[\w-]{22}$/),
    ]);
    expect(read[1]!.text).toBe('https://a.example/');
  });

  it('tells entries apart that a feed gives one id, and does so again next time', async () => {
    const same = (n: number) => `<guid>same</guid><title>${n}</title><link>https://a.example/${n}</link>`;
    const ids = async (...items: string[]) => (await posts(rss(...items))).posts.map(({ externalId }) => externalId);
    const first = await ids(same(1), same(2));
    expect(new Set(first).size).toBe(2);
    expect((await ids(same(3), same(1), same(2))).slice(1)).toEqual(first);
  });

  it('shortens endless ids without confusing them', async () => {
    const { posts: read } = await posts(
      rss(...['a', 'b'].map((end) => `<guid>${'x'.repeat(5_000)}${end}</guid><title>t</title>`)),
    );
    expect(read.map(({ externalId }) => externalId.length)).toEqual([27, 27]);
    expect(read[0]!.externalId).not.toBe(read[1]!.externalId);
  });
});

describe('texts', () => {
  it.each([
    ['<title>Same words</title><description>Same words.</description>', 'Same words'],
    ['<title>Begins…</title><description>Begins and goes on</description>', 'Begins and goes on'],
    ['<title>A</title><description>Acme is down</description>', 'A\n\nAcme is down'],
    ['<title>Acme</title><description>Acme is down</description>', 'Acme is down'],
    [`<title>${'w '.repeat(900)}</title><description>${'w '.repeat(900)} end</description>`, `${'w '.repeat(900)}end`],
    ['<title>😀</title><description>body</description>', '😀\n\nbody'],
    ['<title>T</title><description>   </description>', 'T'],
    ['<title>\u202Ertl\u202C \u2067x\u2069 Ac\u200Bme</title>', '\u202Ertl\u202C \u2067x\u2069 Ac\u200Bme'],
    ['<title>&lt;script&gt;alert(1)&lt;/script&gt;safe</title>', 'safe'],
    ['<description>&lt;svg/onload=alert(1)&gt;shown</description>', 'shown'],
  ])('%s', async (item, text) => expect((await posts(rss(item))).posts[0]!.text).toBe(text));

  it('are cut at 20,000 characters, not within one, and say so', async () => {
    const { posts: read } = await posts(rss(`<title>x</title><description>${'😀'.repeat(20_000)}</description>`));
    expect(read[0]!.text.length).toBeLessThanOrEqual(20_000);
    expect(read[0]!.text.isWellFormed()).toBe(true);
    expect(read[0]!.extra).toMatchObject({ textCut: true });
  });
});

describe('authors', () => {
  it.each([
    ['<author>jana@example.com (Jana K.)</author>', 'jana@example.com', 'Jana K.'],
    ['<author>Jana K. &lt;jana@example.com&gt;</author>', 'jana@example.com', 'Jana K.'],
    ['<author>Jana K.</author><link>https://www.a.example/1</link>', 'jana k.@a.example', 'Jana K.'],
    ['<link>https://www.a.example/1</link><title>t</title>', 'unnamed https://www.a.example/1', 'Site'],
  ])('%s', async (item, key, name) => {
    const { posts: read } = await posts(rss(`${item}<title>t</title>`));
    expect(read[0]!.author).toMatchObject({ key, name });
  });

  it('of Atom may stand on the feed, and reddit names have handles', async () => {
    const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Owner</name><uri>https://o.example/</uri></author><entry><id>1</id><title>a</title></entry><entry><id>2</id><title>b</title><author><name>/u/some_one</name><uri>https://www.reddit.com/user/some_one</uri></author></entry></feed>';
    const { posts: read } = await posts(atom);
    expect(read[0]!.author).toMatchObject({ key: 'https://o.example/', name: 'Owner' });
    expect(read[1]!.author).toMatchObject({ handle: 'some_one', url: 'https://www.reddit.com/user/some_one' });
  }); // prettier-ignore
});

describe('feeds with rules of their own', () => {
  it('Reddit: posts and comments without the words that Reddit puts around them', async () => {
    const { posts: read } = await fixture('reddit.atom', 'https://www.reddit.com/r/askturkey/new/.rss');
    expect(read).toMatchObject([
      { externalId: 't3_1abc01', text: 'Lumio & no answer\n\nLumio has not answered for three days.', thread: 'reddit:t3_1abc01', links: [], author: { handle: 'deniz_k' } }, // prettier-ignore
      { externalId: 't1_abc02', text: 'Same here.', thread: 'reddit:t3_1abc01', extra: { title: '/u/ece on Lumio & no answer' } },
    ]);
  });

  it('YouTube: title and description of a film, with its channel and picture', async () => {
    const { posts: read } = await fixture('youtube.atom', 'https://www.youtube.com/feeds/videos.xml?channel_id=x');
    expect(read).toMatchObject([
      {
        externalId: 'yt:video:aBcDeFgHiJk',
        text: 'Why I left Lumio\n\nThree days without internet & nobody answered.\nMore at https://example.com/lumio',
        author: { key: 'https://www.youtube.com/channel/UCinvented0000000000000A', name: 'Invented Reviews' },
        url: 'https://www.youtube.com/watch?v=aBcDeFgHiJk',
        postedAt: new Date('2026-03-01T18:00:00Z'),
        media: [{ type: 'video' }, { type: 'image', url: 'https://i1.ytimg.com/vi/aBcDeFgHiJk/hqdefault.jpg' }],
      },
    ]);
  });

  it('WordPress: comments of all pages, each with its page as thread and what it answers', async () => {
    const { posts: read } = await fixture('wordpress-comments.rss', 'https://blog.example.com/comments/feed/');
    const thread = 'https://blog.example.com/2026/03/lumio/';
    expect(read).toMatchObject([
      { text: 'Lumio is far too expensive now', thread, inReplyTo: null, author: { name: 'jana' } },
      {
        text: 'Agreed.',
        thread,
        inReplyTo: read[0]!.externalId,
        links: [],
        extra: { title: 'Comment on Lumio – a year later by tom' },
      },
    ]);
  });

  it('a comment that is nothing but an answer’s beginning keeps its words', async () => {
    const item = '<title>By: x</title><link>https://b.example/p/#comment-2</link><description><![CDATA[In reply to <a href="https://b.example/p/#comment-1">y</a>.]]></description>'; // prettier-ignore
    expect((await posts(rss(item))).posts[0]).toMatchObject({
      text: 'In reply to y.',
      inReplyTo: 'https://b.example/p/#comment-1',
    });
  });

  it('Google News: a story whose page is hidden is known by publisher and headline, whatever its id', async () => {
    const { posts: read } = await fixture('google-news-again.rss', 'https://news.google.com/rss/search?q=Lumio');
    const again = (await fixture('google-news-again.rss', 'https://news.google.com/rss/search?q=Lumio')).posts;
    expect(read.map(({ externalId }) => externalId)).toEqual(again.map(({ externalId }) => externalId));
    expect(new Set(read.map(({ externalId }) => externalId)).size).toBe(2);
    for (const { externalId } of read) expect(externalId).toMatch(/^news:[\w-]{22}$/);
  });
});
