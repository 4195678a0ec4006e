import { describe, expect, it } from '@jest/globals';
import { receivePosts } from '../../src/connectors/webhook/receive.js';
import { readPage } from '../../src/connectors/x/answers.js';
import { readPost } from '../../src/connectors/x/normalise.js';
import { DeskError } from '../../src/platform/errors.js';
import { ODD_DOCUMENTS, ODD_TEXTS, unstorable } from './odd-input.js';

const now = new Date('2026-11-22T12:00:00Z');
const settings = { secret: 'a long enough secret' };

describe(`bad input (${ODD_TEXTS.length} texts, ${ODD_DOCUMENTS.length} documents)`, () => {
  it('a webhook accounts for every odd text in every field, and what it takes can be stored', () => {
    for (const odd of ODD_TEXTS) {
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
    for (const document of ODD_DOCUMENTS) {
      try {
        const { posts } = receivePosts(Buffer.from(document), { now, settings });
        expect(posts).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(DeskError);
      }
    }
  });

  it('a post of X may hold any odd text', () => {
    for (const odd of ODD_TEXTS) {
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
