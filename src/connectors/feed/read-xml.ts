/** RSS, Atom and RDF from repaired XML, by rss-parser, and by a second parser where rss-parser finds no feed. */
import type Parser from 'rss-parser';
import { excerptOf } from '../storable.js';
import { plain } from './plain-text.js';
import type { FeedAuthor, FeedEntry, FeedPace, FeedReading, RichText } from './feed-reading.js';
import { readBesides } from './read-besides.js';
import { attribute, authorOf, child, type Node, nodes, richOf, textOf } from './xml-node.js';

/** What rss-parser hands over untouched, under the names of the repaired document. */
const ENTRY_FIELDS = [
  '$', 'id', 'guid', 'link', 'title', 'es:description', 'summary', 'es:content', 'es:content:encoded', 'xhtml:body', 'body', 'xhtml:div', 'fullitem', 'abstract',
  'author', 'dc:creator', 'dc:author', 'itunes:author', 'itunes:summary', 'itunes:title', 'dc:title', 'dc:description', 'dc:publisher',
  'es:published', 'es:updated', 'issued', 'modified', 'created', 'pubDate', 'dc:date', 'dcterms:issued', 'dcterms:created', 'dcterms:modified',
  'thr:in-reply-to', 'media:title', 'media:description', 'media:group', 'media:content', 'media:thumbnail', 'media:credit', 'enclosure', 'category',
  'dc:subject', 'source', 'dc:language', 'language', 'feedburner:origLink', 'atom:link', 'atom:author', 'atom:id', 'atom:updated', 'atom:published',
] as const; // prettier-ignore
const FEED_FIELDS = [
  '$', 'title', 'link', 'author', 'dc:creator', 'itunes:author', 'dc:title', 'language', 'dc:language',
  'ttl', 'skipHours', 'skipDays', 'sy:updatePeriod', 'sy:updateFrequency', 'atom:link',
] as const; // prettier-ignore

type Raw = Record<`raw:${string}`, unknown>;

const keep = (name: string): [string, string, { keepArray: true }] => [name, `raw:${name}`, { keepArray: true }];

/**
 * @param xml repaired: see repair.ts
 * @throws Error when neither parser finds a feed
 */
export async function readXml(xml: string): Promise<Omit<FeedReading, 'truncated' | 'warnings'>> {
  const { default: RssParser } = await import('rss-parser'); // only where a feed is read
  const parser = new RssParser<Raw, Raw>({
    defaultRSS: 2,
    customFields: { feed: FEED_FIELDS.map(keep) as never, item: ENTRY_FIELDS.map(keep) as never },
  });
  let feed: Parser.Output<Raw> & Raw;
  try {
    feed = await parser.parseString(xml);
  } catch (refusal) {
    return readBesides(xml, refusal);
  }
  const lang = textOf(get(feed, 'language')) ?? textOf(get(feed, 'dc:language')) ?? attribute(get(feed, '$'), 'es:lang');
  return {
    title: titleOf(feed),
    link: linkOf(feed),
    lang,
    author: authorIn(feed),
    entries: feed.items.map((item, index) => entryOf(item, index)),
    unread: [],
    pace: paceOf(feed),
  };
}

function titleOf(feed: Raw): string | null {
  return plain(firstRich(feed, [['title', 'loose'], ['dc:title', 'loose']])).text.slice(0, 500) || null;
} // prettier-ignore

function get(from: Raw, name: string): Node[] {
  return nodes(from[`raw:${name}`]);
}

function entryOf(item: Raw, index: number): FeedEntry {
  const self = get(item, '$');
  const link = linkOf(item) ?? attribute(self, 'href');
  return {
    index,
    id: textOf(get(item, 'guid')) ?? textOf(get(item, 'id')) ?? attribute(self, 'rdf:about') ?? textOf(get(item, 'atom:id')),
    link,
    title: firstRich(item, [['title', 'loose'], ['dc:title', 'loose'], ['media:title', 'text'], ['itunes:title', 'text']]),
    ...texts(item),
    author: authorIn(item),
    published: firstText(item, ['es:published', 'issued', 'pubDate', 'dcterms:issued', 'atom:published', 'dcterms:created', 'created', 'dc:date']),
    updated: firstText(item, ['es:updated', 'modified', 'dcterms:modified', 'atom:updated']) ?? attribute(self, 'lastmod'),
    lang: attribute(self, 'es:lang') ?? textOf(get(item, 'dc:language')) ?? textOf(get(item, 'language')),
    inReplyTo: answered(get(item, 'thr:in-reply-to')),
    sourceName: textOf(get(item, 'source')) ?? textOf(child(get(item, 'source'), 'title')) ?? textOf(get(item, 'dc:publisher')),
    categories: categoriesOf(item),
    media: mediaOf(item),
    excerpt: () => excerptOf(item),
  };
} // prettier-ignore

/** The fullest text is the body; a second, shorter one is the summary. */
function texts(item: Raw): { body: RichText | null; summary: RichText | null } {
  const media = child(get(item, 'media:group'), 'media:description');
  const full = firstRich(item, [['es:content:encoded', 'html'], ['xhtml:body', 'html'], ['body', 'html'], ['xhtml:div', 'html'], ['es:content', 'html'], ['fullitem', 'html']]);
  const short = firstRich(item, [['es:description', 'html'], ['summary', 'html'], ['abstract', 'html'], ['dc:description', 'html'], ['itunes:summary', 'text'], ['media:description', 'text']]);
  const beside = full ? short : firstRich(item, [['summary', 'html']]);
  const body = full ?? short ?? richOf(media, 'text');
  return { body, summary: beside?.value === body?.value ? null : beside };
} // prettier-ignore

function firstRich(item: Raw, names: [name: string, kind: RichText['kind']][]): RichText | null {
  for (const [name, kind] of names) {
    const rich = richOf(get(item, name), kind);
    if (rich) return rich;
  }
  return null;
}

function firstText(item: Raw, names: string[]): string | null {
  for (const name of names) {
    const text = textOf(get(item, name));
    if (text) return text;
  }
  return null;
}

function authorIn(from: Raw): FeedAuthor | null {
  for (const name of ['author', 'atom:author', 'dc:creator', 'dc:author', 'itunes:author', 'media:credit']) {
    const author = authorOf(get(from, name));
    if (author) return author;
  }
  return null;
}

/** The original address before a click counter, then the alternate, then RSS's own link, then a guid that is one. */
function linkOf(from: Raw): string | null {
  const links = [...get(from, 'link'), ...get(from, 'atom:link')];
  const original = absolute(get(from, 'feedburner:origLink')[0]);
  if (original) return original;
  const alternate = links.filter((link) => (attribute([link], 'rel') ?? 'alternate') === 'alternate');
  for (const link of alternate) {
    const found = absolute(link);
    if (found) return found;
  }
  const guid = get(from, 'guid')[0];
  if (
    guid !== undefined &&
    attribute([guid], 'ispermalink')?.toLowerCase() !== 'false' &&
    /^(https?:)?\//i.test(textOf([guid]) ?? '')
  )
    return absolute(guid);
  return absolute(links.find((link) => attribute([link], 'rel') === 'via' || attribute([link], 'rel') === 'related'));
}

function absolute(node: Node | undefined): string | null {
  if (node === undefined) return null;
  const value = attribute([node], 'href') ?? textOf([node]);
  if (!value) return null;
  const base = attribute([node], 'es:base');
  return (base ? URL.parse(value, base)?.href : null) ?? value;
}

function answered(reply: Node[]): FeedEntry['inReplyTo'] {
  if (reply.length === 0) return null;
  return { id: attribute(reply, 'ref'), page: attribute(reply, 'href') };
}

function categoriesOf(item: Raw): string[] {
  const all = [...get(item, 'category'), ...get(item, 'dc:subject')];
  const names = all.map((node) => textOf([node]) ?? attribute([node], 'label') ?? attribute([node], 'term'));
  return [...new Set(names.filter((name): name is string => name !== null))].slice(0, 30);
}

function mediaOf(item: Raw): string[] {
  const group = get(item, 'media:group');
  const all = [...get(item, 'enclosure'), ...get(item, 'media:content'), ...child(group, 'media:content'), ...get(item, 'media:thumbnail'), ...child(group, 'media:thumbnail')];
  const urls = all.map((node) => attribute([node], 'url')).filter((url) => url !== null && /^https?:\/\//i.test(url));
  return [...new Set(urls as string[])].slice(0, 10);
} // prettier-ignore

const PERIODS: Record<string, number> = { hourly: 60, daily: 1_440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function paceOf(feed: Raw): FeedPace {
  const ttl = Number(textOf(get(feed, 'ttl')) ?? Number.NaN);
  const period = PERIODS[textOf(get(feed, 'sy:updatePeriod'))?.toLowerCase() ?? ''];
  const frequency = Math.max(1, Number(textOf(get(feed, 'sy:updateFrequency')) ?? 1) || 1);
  const hours = child(get(feed, 'skipHours'), 'hour').map((hour) => Number(textOf([hour]) ?? Number.NaN) % 24);
  const days = child(get(feed, 'skipDays'), 'day').map((day) => DAYS.indexOf(textOf([day])?.toLowerCase() ?? ''));
  return {
    ttlMinutes: ttl > 0 ? ttl : period ? period / frequency : null,
    skipHours: hours.filter((hour) => Number.isInteger(hour) && hour >= 0),
    skipDays: days.filter((day) => day >= 0),
  };
}
