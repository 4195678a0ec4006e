import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotAFeed } from './feed-reading.js';
import { normaliseFeed } from './normalise.js';
import { readFeed } from './read-feed.js';

const FIXTURES = readdirSync(new URL('./fixtures/', import.meta.url)).map((name) =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url)),
);
const NOW = new Date('2026-03-02T15:00:00Z');

const title = async (text: string) => (await readFeed(Buffer.from(text), null, null)).title;

describe('reading a feed', () => {
  it('finds a feed behind the warnings of a server, and without its usual frame', async () => {
    const channel = '<channel><title>t</title><item><title>x</title></item></channel>';
    expect(await title(`<br />\n<b>Warning</b>: mysql_connect() in <b>/x.php</b><rss version="2.0">${channel}</rss>`)).toBe('t');
    expect(await title(channel)).toBe('t');
    expect(await title(`<!-- a comment --> <?php ?><rss>${channel}</rss> trailing <b>words`)).toBe('t');
    expect((await readFeed(Buffer.from('<rss><item><title>x</title></item></rss>'), null, null)).entries).toHaveLength(1);
  });

  it('reads every version that says it is RSS, Atom or RDF', async () => {
    for (const version of ['0.90', '0.91', '0.92', '1.0', '2.0', '2.0.1', '3', '']) {
      expect(await title(`<rss version="${version}"><channel><title>${version}!</title></channel></rss>`)).toBe(`${version}!`);
    }
    expect(await title('<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>a</atom:title></atom:feed>')).toBe('a');
    expect(
      await title(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>r</title></channel></rdf:RDF>',
      ),
    ).toBe('r');
  });

  it('reads Atom texts of every type', async () => {
    const texts: [string, string][] = [
      ['<title>a &lt;b&gt;c&lt;/b&gt; &lt;T&gt;</title>', 'a c <T>'],
      ['<title type="text">a &lt;b&gt; c</title>', 'a <b> c'],
      ['<title type="html">a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title>', 'a c & d'],
      ['<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a <b>c</b> &lt; d</div></title>', 'a c < d'],
      ['<title mode="base64" type="text/html">YSA8Yj5jPC9iPg==</title>', 'a c'],
    ];
    for (const [xml, text] of texts) {
      const feed = await readFeed(
        Buffer.from(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${xml}</entry></feed>`),
        null,
        null,
      );
      expect(normaliseFeed(feed, { feedUrl: 'https://a.example/', now: NOW }).posts[0]?.text).toBe(text);
    }
  });

  it('pollutes nothing', async () => {
    const xml = '<rss version="2.0"><channel><__proto__><polluted>1</polluted></__proto__><constructor>x</constructor><item><__proto__>y</__proto__><title>t</title></item></channel></rss>';
    const feed = await readFeed(Buffer.from(xml), null, null);
    expect(feed.entries).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  }); // prettier-ignore

  it('whatever happens to its bytes: posts, or one plain reason', async () => {
    const damage = fc.record({
      fixture: fc.nat(FIXTURES.length - 1),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      edits: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), bytes: fc.uint8Array({ maxLength: 4 }) }), {
        maxLength: 8,
      }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ fixture, cut, edits }) => {
        const bytes = Buffer.from(FIXTURES[fixture]!).subarray(0, Math.ceil(FIXTURES[fixture]!.length * cut));
        for (const edit of edits) Buffer.from(edit.bytes).copy(bytes, Math.floor(edit.at * bytes.length));
        const feed = await readFeed(bytes, null, null).catch((error: unknown) => error);
        if (feed instanceof Error) return expect(feed).toBeInstanceOf(NotAFeed);
        const { posts } = normaliseFeed(feed as never, { feedUrl: 'https://a.example/feed', now: NOW });
        expect(new Set(posts.map((post) => post.externalId)).size).toBe(posts.length);
        for (const post of posts) {
          expect(post.postedAt.getTime()).toBeLessThanOrEqual(NOW.getTime());
          expect(JSON.stringify(post)).not.toContain('\\u0000');
        }
      }),
      { numRuns: 300 },
    );
  });
});
