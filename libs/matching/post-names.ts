/** What a post is known by besides its words: its author, source, language, handles, tags and links. */

import { fold } from './fold.js';
import type { ReadPost } from './read-post.js';
import type { MatchablePost } from './watch-options.js';

/** Parts of a link's path that are looked at, and links of a post. */
const MAX_PATH_PARTS = 8;
const MAX_LINKS = 200;

/** A link or site without protocol, `www.`, query, fragment and closing slash, folded: `shop.example/help`. */
export function bareLink(link: string): string {
  return fold(link)
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
}

/** The numbers of all handles, tags and fields that the post has, each with its tokens in the text. */
export function namedIn(read: ReadPost, named: ReadonlyMap<string, number>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  if (named.size === 0) return found;
  const note = (name: string, token?: number) => {
    const number = named.get(name);
    if (number === undefined) return;
    const tokens = found.get(number) ?? [];
    if (token !== undefined) tokens.push(token);
    found.set(number, tokens);
  };
  for (const [name, token] of read.named()) note(name, token);
  for (const name of fieldNames(read.post)) note(name);
  return found;
}

function* fieldNames(post: MatchablePost): Iterable<string> {
  const { authorHandle, authorName, sourceKind, sourceId, network, lang } = post;
  for (const author of [authorHandle?.replace(/^@/, ''), authorName]) if (author) yield `author:${fold(author)}`;
  for (const source of [sourceKind, sourceId, network]) if (source) yield `from:${fold(source)}`;
  if (lang) yield* [`lang:${fold(lang)}`, `lang:${fold(lang).replace(/[-_].*$/s, '')}`];
  for (const link of linksOf(post)) yield* siteNames(link);
}

function linksOf(post: MatchablePost): string[] {
  const inText = post.text.match(/(?:https?:\/\/|www\.)[^\s<>"]{3,2000}/gi) ?? [];
  return [post.url ?? '', ...(post.links ?? []), ...inText].filter(Boolean).slice(0, MAX_LINKS);
}

/** `a.shop.example/x/y` is of the sites a.shop.example, shop.example and example, each also with /x and /x/y. */
function* siteNames(link: string): Iterable<string> {
  const [host = '', ...path] = bareLink(link).split('/').slice(0, MAX_PATH_PARTS);
  const labels = host.replace(/:\d+$/, '').split('.').slice(-MAX_PATH_PARTS);
  for (let i = 0; i < labels.length; i++) {
    for (let end = 0; end <= path.length; end++) yield `site:${[labels.slice(i).join('.'), ...path.slice(0, end)].join('/')}`;
  }
}
