/** The HTML of Mastodon as a person reads it: paragraphs, breaks, links, names, tags and lists are all that instances let through. */
import { decode } from 'html-entities';
import { storableText } from '../storable.js';

/** Instances allow some ten thousand letters; more is no post. */
const LONGEST = 200_000;
/** A tag ends at its bracket, or where the next begins: what some programs write as "</span}" must not swallow the rest. */
const TAG = /<\/?([a-z][a-z0-9]*)\b[^<>]*(?:>|(?=<)|$)/gi;
const BREAKS: Record<string, string> = { p: '\n\n', br: '\n', li: '\n- ', blockquote: '\n\n', pre: '\n', h1: '\n\n', h2: '\n\n' };
const ANCHOR = /<a\b([^<>]*)>/gi;

/** @returns the words, and where the links in them lead; names of people and hashtags are no links */
export function plainText(html: string): { text: string; links: string[] } {
  const cut = html.slice(0, LONGEST);
  const links = [...cut.matchAll(ANCHOR)].flatMap(([, attributes]) => linkIn(attributes ?? ''));
  const text = cut
    .replace(/\r?\n/g, ' ')
    .replace(TAG, (tag, name: string) => (tag.startsWith('</') && name !== 'p' ? '' : (BREAKS[name.toLowerCase()] ?? '')));
  return { text: tidy(decode(text)), links: [...new Set(links)] };
}

function linkIn(attributes: string): string[] {
  const href = decode(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)?.slice(1).find(Boolean) ?? '');
  const kind = /\bclass\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1] ?? '';
  const isName = /\b(mention|hashtag)\b/.test(kind) || /\brel\s*=\s*["'][^"']*\btag\b/i.test(attributes);
  return !isName && /^https?:\/\//i.test(href) && href.length <= 2000 ? [storableText(href)] : [];
}

function tidy(text: string): string {
  return storableText(text)
    .replace(/[^\S\n\u2028\u2029]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
