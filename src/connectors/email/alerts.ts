/** A mail of Google Alerts holds many findings: each becomes a post of its own. */
import { decode } from 'html-entities';
import type { IncomingPost } from '../incoming-post.js';
import { storableText } from '../storable.js';
import { textOfHtml } from './html-text.js';

const SENDER = /^googlealerts-noreply@google\.com$/i;
/** Parameters by which campaigns are counted; the page is the same without them. */
const COUNTERS = /^(utm_\w+|gclid|fbclid|mc_cid|mc_eid|igshid)$/i;

export function isAlert(from: string | undefined, html: string | undefined): html is string {
  return SENDER.test(from ?? '') && html !== undefined && /schema\.org\/Article|google\.[a-z.]+\/url\?/.test(html);
}

/** @returns the findings in the mail's order; empty when its form is not the one we know */
export function findingsOf(html: string, postedAt: Date): IncomingPost[] {
  const found = new Map<string, IncomingPost>();
  // Each finding is a link through Google's redirector; its words stand up to the next one.
  const links = [
    ...html.matchAll(/<a\b[^>]*?href="(https:\/\/www\.google\.[a-z.]{2,10}\/url\?[^"]{1,4000})"[^>]*>([\s\S]{0,4000}?)<\/a>/gi),
  ];
  links.forEach((link, index) => {
    const target = targetOf(decode(link[1] ?? ''));
    const title = textOfHtml(link[2] ?? '');
    if (target === null || title === '' || found.has(target)) return;
    const rest = html.slice(link.index + link[0].length, links[index + 1]?.index ?? html.length);
    found.set(target, toPost(target, title, rest, postedAt));
  });
  return [...found.values()];
}

function toPost(target: string, title: string, rest: string, postedAt: Date): IncomingPost {
  const site = new URL(target).hostname.replace(/^www\./, '');
  const publisher = wordsOf(rest, 'publisher');
  const snippet = wordsOf(rest, 'description') ?? textOfHtml(rest.slice(0, 4000)).split('\n').find((line) => line.length > 40) ?? ''; // prettier-ignore
  return {
    externalId: `alert:${target}`,
    text: storableText([title, snippet].filter(Boolean).join('\n\n')),
    postedAt,
    author: { key: site, handle: null, name: storableText(publisher ?? site), followers: null, url: `https://${site}` },
    url: target,
    lang: null,
    inReplyTo: null,
    thread: `web:${target}`,
    network: 'web',
    links: [target],
    extra: { title: storableText(title), via: 'Google Alerts' },
  };
}

/** @returns the words of the first element that is marked so; Google marks findings by schema.org's names */
function wordsOf(html: string, property: string): string | null {
  const start = html.search(new RegExp(`itemprop=["']${property}["']`));
  if (start === -1) return null;
  const inside = html.slice(html.indexOf('>', start) + 1);
  const end = inside.search(/<\/(div|td|p)>/i);
  return textOfHtml(inside.slice(0, end === -1 ? 2000 : end)) || null;
}

/** @returns where a link of Google's leads, without what counts campaigns; null when it leads nowhere on the web, or is one of the mail's own */
function targetOf(link: string): string | null {
  const wrapped = URL.parse(link)?.searchParams;
  const target = URL.parse(wrapped?.get('url') ?? wrapped?.get('q') ?? '');
  if (target === null || !/^https?:$/.test(target.protocol) || /(^|\.)google\.[a-z.]+$/.test(target.hostname)) return null;
  for (const name of [...target.searchParams.keys()]) if (COUNTERS.test(name)) target.searchParams.delete(name);
  target.hash = '';
  return target.href.length > 2000 ? null : target.href;
}
