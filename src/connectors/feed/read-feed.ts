/** From the bytes of an answer to a feed: decode, find out what it is, repair, read. */
import type { Note } from '#libs/contracts/notes.js';
import { note } from '../explained.js';
import { decodeFeed } from './decode.js';
import { NotAFeed, type FeedReading } from './feed-reading.js';
import { MarkupReader } from './markup.js';
import { decodeHtml, htmlToText } from './plain-text.js';
import { MAX_ENTRIES, readJson } from './read-json.js';
import { readXml } from './read-xml.js';
import { isFeedRoot, repairXml, type Repaired } from './repair.js';

/** Words of pages that stand between a program and a feed. */
const CHALLENGE = /just a moment|captcha|access denied|forbidden|unauthorized|not authorized|log ?in|sign ?in|are you (a )?(human|robot)|verify you|attention required|enable javascript|too many requests/i; // prettier-ignore

/**
 * @param contentType the HTTP header, if any; @param language two letters, a hint for decoding
 * @throws NotAFeed with a plain sentence
 */
export async function readFeed(
  bytes: Uint8Array,
  contentType: string | null,
  language: string | null,
): Promise<FeedReading & { charset: string }> {
  const { text, charset, warnings } = decodeFeed(bytes, contentType, language);
  const source = text.replace(/^[\ufeff\s\u0000]+/, '');
  if (source === '') throw new NotAFeed('not-a-feed', note('feed-blank'));
  const reading = source.startsWith('{') || source.startsWith('[') ? fromJson(source) : await fromXml(source, text);
  return { ...reading, warnings: [...warnings, ...reading.warnings], charset };
}

function fromJson(source: string): FeedReading {
  const reading = readJson(source);
  return { ...reading, warnings: reading.truncated ? [note('feed-most-entries', { count: MAX_ENTRIES })] : [] };
}

async function fromXml(source: string, text: string): Promise<FeedReading> {
  const repaired = repairedFeed(source);
  try {
    const reading = await readXml(repaired.xml);
    return { ...reading, truncated: repaired.truncated, warnings: [...repaired.warnings, ...notesOn(repaired, text)] };
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 200) : '';
    throw new NotAFeed('not-a-feed', note('feed-unread', undefined, detail));
  }
}

/** @throws NotAFeed */
function repairedFeed(source: string): Repaired {
  const repaired = repairXml(source);
  if (isFeedRoot(repaired.root)) return wrapped(repaired);
  // Warnings of a server's own programs are sometimes printed before the feed.
  const inside = source.search(/<(?:[\w-]+:)?(?:rss|feed|RDF)[\s>]/);
  if (inside > 0 && repaired.root !== 'rss') {
    const second = repairXml(source.slice(inside));
    if (isFeedRoot(second.root)) return { ...second, warnings: [note('feed-preceded'), ...second.warnings] };
  }
  throw notAFeed(source, repaired);
}

/** A channel without its rss element is still a channel, and entries without a channel are still entries; rss-parser needs both. */
function wrapped(repaired: Repaired): Repaired {
  const { root, xml } = repaired;
  if (root === 'channel')
    return {
      ...repaired,
      xml: `<rss version="2.0">${xml}</rss>`,
      warnings: [note('feed-no-frame'), ...repaired.warnings],
    };
  if (root === 'feed' || /<channel[\s>]/.test(xml)) return repaired;
  const inside = xml.slice(xml.indexOf('>') + 1, xml.lastIndexOf('</'));
  const whole =
    root === 'rss' ? `<rss version="2.0"><channel>${inside}</channel></rss>` : `<rdf:RDF><channel></channel>${inside}</rdf:RDF>`;
  return { ...repaired, xml: whole, warnings: [note('feed-no-channel'), ...repaired.warnings] };
}

/** Pages name their feeds in their head; the first one is offered to whoever typed the page's address. */
function offered(page: string): Note | null {
  const reader = new MarkupReader(page.slice(0, 200_000));
  for (let token = reader.next(); token; token = reader.next()) {
    if (token.kind !== 'open' || token.name.toLowerCase() !== 'link') continue;
    const attributes = new Map([...token.attributes].map(([name, value]) => [name.toLowerCase(), value]));
    const [rel, type, href] = ['rel', 'type', 'href'].map((name) => attributes.get(name) ?? '');
    if (/\balternate\b/i.test(rel!) && /rss|atom|feed\+json/i.test(type!) && href)
      return note('feed-offered', { address: decodeHtml(href).slice(0, 300) });
  }
  return null;
}

function notAFeed(source: string, repaired: Repaired): NotAFeed {
  const looksHtml = repaired.root === 'html' || /^<!doctype\s+html|<html[\s>]|<body[\s>]/i.test(source.slice(0, 2_000));
  if (looksHtml) {
    const title = htmlToText(/<title[^>]*>([\s\S]{0,300}?)<\/title/i.exec(source.slice(0, 20_000))?.[1] ?? '').text;
    const words = `${title} ${htmlToText(source.slice(0, 20_000)).text.slice(0, 500)}`;
    const named = title.slice(0, 100);
    if (CHALLENGE.test(words)) return new NotAFeed('challenge', note('feed-keeps-out', undefined, named));
    return new NotAFeed('not-a-feed', note('feed-web-page', undefined, named), offered(source));
  }
  if (repaired.root === null) return new NotAFeed('not-a-feed', note(repaired.truncated ? 'feed-cut' : 'feed-none'));
  return new NotAFeed('not-a-feed', note('feed-other-root', { root: repaired.root.slice(0, 40) }));
}

function notesOn(repaired: Repaired, text: string): Note[] {
  const notes: Note[] = [];
  if (repaired.truncated) notes.push(note('feed-half'));
  if (/^\s+<\?xml/.test(text)) notes.push(note('feed-space'));
  return notes;
}
