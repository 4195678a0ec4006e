/** Feeds of Reddit and of blog comments put words of their own around what people wrote; here they are taken off, and what they tell is kept. */
import type { IncomingPost } from '../incoming-post.js';

/** A post as it is read so far, and its words apart. */
export interface Draft {
  url: string | null;
  externalId: string;
  title: string;
  body: string;
  links: string[];
}

export type Fitted = Pick<IncomingPost, 'inReplyTo' | 'thread'> & { title: string; body: string; links: string[] };

/** @returns the words that people wrote and what they answer; null for a feed without rules of its own */
export function byOwnRules(draft: Draft): Fitted | null {
  const url = URL.parse(draft.url ?? '');
  if (url === null) return null;
  if (/^(www\.|old\.)?reddit\.com$/.test(url.hostname)) return ofReddit(draft, url);
  return /^#comment-?\d+$/i.test(url.hash) ? ofComment(draft, url) : null;
}

/** Ends each post with who submitted it, and titles a comment with its author and its post. */
function ofReddit({ externalId, title, body, links }: Draft, url: URL): Fitted | null {
  const post = /\/comments\/([a-z0-9]+)\//.exec(url.pathname)?.[1];
  if (post === undefined || !/^t[13]_/.test(externalId)) return null;
  const isComment = externalId.startsWith('t1_');
  return {
    title: isComment && body !== '' ? '' : title,
    body: body.replace(/\s*submitted by\s+\/u\/[\w-]{2,30}(?:\s+to\s+r\/\w+)?\s*\[link\]\s*\[comments\]\s*$/, '').trim(),
    links: links.filter((link) => !/^https?:\/\/(www|old)\.reddit\.com\/(user\/|r\/\w+\/comments\/)/.test(link)),
    thread: `reddit:t3_${post}`,
    inReplyTo: null,
  };
}

/** WordPress and its kind title a comment with its author and its page, and begin an answer with whom it answers. */
function ofComment({ externalId, title, body, links }: Draft, url: URL): Fitted {
  const page = `${url.origin}${url.pathname}${url.search}`;
  const answered = links.find((link) => link.startsWith(`${page}#comment`) && link !== url.href);
  const id = answered === undefined ? null : answered.slice(answered.indexOf('#'));
  const [first = '', ...rest] = body.split('\n\n');
  const begins = id !== null && rest.length > 0 && first.length <= 120;
  return {
    title: body === '' ? title : '',
    body: begins ? rest.join('\n\n') : body,
    links: links.filter((link) => link !== answered),
    thread: page,
    inReplyTo: id === null ? null : externalId.endsWith(url.hash) ? externalId.slice(0, -url.hash.length) + id : answered!,
  };
}
