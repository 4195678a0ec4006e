/** The HTML of Hacker News as a person reads it: paragraphs, links, italics and code are all there is. */
import { decode } from 'html-entities';
import { storableText } from '../storable.js';

/** A comment has at most some thousand letters; more is no comment. */
const LONGEST = 100_000;

/** @returns the words, and where the links in them lead */
export function plainText(html: string): { text: string; links: string[] } {
  const links: string[] = [];
  const text = html
    .slice(0, LONGEST)
    .replace(/<a\s[^<>]*?href="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/gi, (_all, href: string, shown: string) => {
      const target = decode(href);
      if (/^https?:\/\//i.test(target)) links.push(target);
      return whole(shown, href);
    })
    .replace(/<\/?(p|pre|br)\b[^<>]*>/gi, (tag) => (/^<p>|^<p /i.test(tag) ? '\n\n' : '\n'))
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  return { text: tidy(decode(text)), links: [...new Set(links)] };
}

/** Long addresses are shown shortened: the whole one stands in the link. */
function whole(shown: string, href: string): string {
  const start = shown.replace(/(\.\.\.|…)$/, '');
  return start !== shown && decode(href).startsWith(decode(start)) ? href : shown;
}

function tidy(text: string): string {
  return storableText(text)
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
