import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { AddWatch } from '#libs/contracts/http/watches.js';
import { compileWatches, matchPost } from '#libs/matching/match-posts.js';
import { parseQuery } from '#libs/matching/parse-query.js';
import { readLine, type ReplayLine } from './line.js';

const read = (name: string) => readFileSync(new URL(`./demo/${name}`, import.meta.url), 'utf8');
const lines = read('posts.jsonl').trimEnd().split('\n').map(readLine);
const posts = lines.flatMap((line) => ('line' in line ? [line.line] : []));
const watches = (JSON.parse(read('watches.json')) as unknown[]).map((watch) => AddWatch.parse(watch));

function queryOf(text: string) {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
  return parsed.query;
}

describe('the shipped demo', () => {
  it('can be played to its last line, in three languages, half an hour long', () => {
    expect(lines.filter((line) => 'refused' in line)).toEqual([]);
    expect(posts.length).toBeGreaterThanOrEqual(150);
    for (const lang of ['tr', 'sk', 'en']) expect(posts.filter((post) => post.lang === lang).length).toBeGreaterThan(35);
    expect(posts.at(-1)!.atSeconds).toBeGreaterThan(1500);
    expect(new Set(posts.map((post) => post.externalId)).size).toBe(posts.length);
  });

  it('comes in the order of its times, and replies follow what they answer', () => {
    const earlier = new Set<string>();
    let at = 0;
    for (const post of posts) {
      expect(post.atSeconds).toBeGreaterThanOrEqual(at);
      if (post.inReplyTo !== undefined) expect(earlier).toContain(post.inReplyTo);
      earlier.add(post.externalId);
      at = post.atSeconds;
    }
  });

  it('is heard by its watches, each of which hears something', () => {
    const compiled = compileWatches(watches.map((watch, i) => ({ id: String(i), query: queryOf(watch.query) })));
    const heardBy = (post: ReplayLine) =>
      matchPost(compiled, { text: post.text, authorHandle: post.author.handle, lang: post.lang ?? '' });
    const heard = posts.map((post) => heardBy(post).map((match) => match.watchId));
    for (const [i, watch] of watches.entries())
      expect([watch.name, heard.some((ids) => ids.includes(String(i)))]).toEqual([watch.name, true]);
    expect(heard.filter((ids) => ids.length === 0).length).toBeLessThan(posts.length / 20);
  });

  it('has repeat authors and threads', () => {
    const authors = posts.map((post) => post.author.handle);
    expect(authors.length - new Set(authors).size).toBeGreaterThan(10);
    expect(posts.filter((post) => post.inReplyTo !== undefined).length).toBeGreaterThan(8);
  });
});
