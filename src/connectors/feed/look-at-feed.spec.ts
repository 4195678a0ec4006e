import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { lookAt } from './look-at-feed.js';

const NOW = new Date('2026-03-02T15:00:00Z');
const noHttp = { request: () => Promise.reject(new Error('not for files')) };
const path = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

describe('looking at a feed by hand', () => {
  it('shows outcome, warnings, posts and refusals', async () => {
    const seen = await lookAt(path('shop-blog.rss'), noHttp, NOW);
    expect(seen).toMatchObject({
      outcome: 'ok',
      title: 'Light & Sound shop blog',
      charset: 'utf-8',
      posts: [{}, {}, {}],
      refused: [{}, {}],
    });
    expect(seen.warnings).toEqual([
      'The feed defines entities of its own; they are not expanded',
      'There is space before the XML declaration',
    ]);
  });

  it('says what is wrong with a page and a missing file', async () => {
    expect(await lookAt(path('shop-page.html'), noHttp, NOW)).toMatchObject({ outcome: 'schema-changed', posts: [] });
    await expect(lookAt('no/such/file', noHttp, NOW)).rejects.toThrow("no such file or directory, open 'no/such/file'");
  });
});
