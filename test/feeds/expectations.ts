/** Compares what the feed connector reads with the expectations of the feedparser project's own test feeds. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decode } from 'html-entities';
import { parseFeedDate } from '../../src/connectors/feed/dates.js';
import type { FeedEntry, FeedReading } from '../../src/connectors/feed/feed-reading.js';
import { safeLink } from '../../src/connectors/feed/links.js';
import { plain } from '../../src/connectors/feed/plain-text.js';
import { readFeed } from '../../src/connectors/feed/read-feed.js';

export const FEEDPARSER = resolve(import.meta.dirname, '../../../shared/data/feeds/feedparser');

interface Expectation {
  file: string;
  header: string | null;
  checks: [path: string, value: unknown][];
}

export interface Measured {
  wellFormed: number;
  wellFormedRead: number;
  failed: string[];
  checked: number;
  matched: number;
  missed: { file: string; path: string; expected: unknown; got: unknown }[];
}

/** Where the project's own test server would have had the file. */
const DOCUMENT = 'http://127.0.0.1:8097/tests/feed.xml';

/** The fields the connector uses, and how each is read from an entry. */
const ENTRY_FIELD = /^entries\[(\d)\](?:\.(link|title)|\['(title|link|id|guid|author|published|updated|created|summary|description)'\]|\['(title_detail|summary_detail|content)'\](?:\[0\])?\['value'\]|\['(links)'\]\[0\]\['href'\]|\['author_detail'\]\['(name|email|url)'\])$/; // prettier-ignore
const FEED_FIELD = /^feed(?:\.|\[')(title|link)(?:'\])?$/;

export function present(): boolean {
  return existsSync(FEEDPARSER);
}

export async function measure(): Promise<Measured> {
  const all = JSON.parse(readFileSync(`${FEEDPARSER}/expectations.json`, 'utf8')) as Expectation[];
  const result: Measured = { wellFormed: 0, wellFormedRead: 0, failed: [], checked: 0, matched: 0, missed: [] };
  for (const expectation of all) await measureOne(expectation, result);
  return result;
}

async function measureOne({ file, header, checks }: Expectation, result: Measured): Promise<void> {
  const wellFormed = !file.startsWith('illformed/');
  const contentType = /^content-type:\s*(.*)$/im.exec(header ?? '')?.[1] ?? null;
  const base = safeLink(/^content-location:\s*(\S+)/im.exec(header ?? '')?.[1], DOCUMENT) ?? DOCUMENT;
  const reading = await readFeed(readFileSync(`${FEEDPARSER}/${file}`), contentType, null).catch((error: Error) => error);
  const read = !(reading instanceof Error) && !reading.truncated;
  if (wellFormed) {
    result.wellFormed += 1;
    if (read) result.wellFormedRead += 1;
    else result.failed.push(`${file}: ${reading instanceof Error ? reading.message : 'truncated'}`);
  }
  for (const [path, expected] of checks) {
    if (typeof expected !== 'string' || !(ENTRY_FIELD.test(path) || FEED_FIELD.test(path))) continue;
    result.checked += 1;
    const got = reading instanceof Error ? [] : valuesAt(path, reading, base);
    if (agrees(path, expected, got)) result.matched += 1;
    else result.missed.push({ file, path, expected, got });
  }
}

function valuesAt(path: string, feed: FeedReading, base: string): (string | null)[] {
  const ofFeed = FEED_FIELD.exec(path);
  if (ofFeed) return [ofFeed[1] === 'title' ? feed.title : safeLink(feed.link, base)];
  const found = ENTRY_FIELD.exec(path)!;
  const entry = feed.entries[Number(found[1])];
  const field = found.slice(2).find((name) => name !== undefined)!;
  return entry ? entryValues(field, path, entry, base) : [];
}

function entryValues(field: string, path: string, entry: FeedEntry, base: string): (string | null)[] {
  if (path.includes('author_detail')) return [entry.author?.[field as 'name' | 'email' | 'url'] ?? null];
  if (field.startsWith('title')) return [plain(entry.title).text];
  if (field === 'link' || field === 'links') return [safeLink(entry.link, base)];
  if (field === 'id' || field === 'guid') return [entry.id];
  if (field === 'author') return [entry.author?.name ?? null, entry.author?.email ?? null];
  if (field === 'published' || field === 'updated' || field === 'created') return [entry.published, entry.updated];
  return [plain(entry.body).text, plain(entry.summary).text];
}

function agrees(path: string, expected: string, got: (string | null)[]): boolean {
  if (/published|updated|created/.test(path)) {
    const time = new Date(expected).getTime();
    return got.some((value) => value !== null && parseFeedDate(value)?.getTime() === time);
  }
  if (path.endsWith("['author']")) {
    const parts = got.filter((value) => value !== null);
    return parts.length > 0 && words(parts.reduce((rest, part) => rest.replace(part, ''), expected)) === '';
  }
  const exact = /link|id'|guid|href|url|email/.test(path);
  return got.some((value) => (exact ? (value ?? '') === expected : words(value ?? '') === words(asText(expected))));
}

/** A reading of expected HTML that shares no code with ours. */
function asText(html: string): string {
  return decode(html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style)[\s\S]*?<\/\1>/gi, '').replace(/<\/?[a-zA-Z][^>]*>/g, ' ')); // prettier-ignore
}

/** Letters, digits and signs without spaces and list marks, which differ by taste. */
function words(text: string): string {
  return text.replace(/[\s()]+/g, '').replace(/^-/, '');
}
