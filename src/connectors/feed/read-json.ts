/** JSON Feed 1 and 1.1 (jsonfeed.org), each entry checked by itself so that one bad entry costs only itself. */
import { note } from '../explained.js';
import { z } from 'zod';
import { excerptOf, storableJson } from '../storable.js';
import { NotAFeed, type FeedAuthor, type FeedEntry, type FeedReading } from './feed-reading.js';

const text = z.string().nullish().catch(null);
const Author = z.looseObject({ name: text, url: text });
const Item = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  date_published: text,
  date_modified: text,
  language: text,
  author: Author.nullish().catch(null),
  authors: z.array(Author).nullish().catch(null),
  tags: z.array(z.string()).nullish().catch(null),
  attachments: z
    .array(z.looseObject({ url: z.string() }))
    .nullish()
    .catch(null),
});
const Document = z.looseObject({
  version: z.string().regex(/jsonfeed\.org\/version\//),
  title: text,
  home_page_url: text,
  language: text,
  author: Author.nullish().catch(null),
  authors: z.array(Author).nullish().catch(null),
  items: z.array(z.unknown()),
});
/** No feed shows so many; see repair.ts. */
export const MAX_ENTRIES = 5_000;
type Item = z.infer<typeof Item>;

/** @throws NotAFeed */
export function readJson(source: string): Omit<FeedReading, 'warnings'> {
  const document = Document.safeParse(parsed(source));
  if (!document.success) throw new NotAFeed('not-a-feed', note('feed-other-json', undefined, reasonOf(document.error)));
  const { data } = document;
  const entries: FeedEntry[] = [];
  const unread: FeedReading['unread'] = [];
  data.items.slice(0, MAX_ENTRIES).forEach((raw, index) => {
    const item = Item.safeParse(raw);
    if (item.success) entries.push(entryOf(item.data, index, () => excerptOf(raw)));
    else
      unread.push({
        index,
        reason: `Entry ${index + 1} cannot be read: ${reasonOf(item.error, 'the entry')}`,
        excerpt: excerptOf(raw),
      });
  });
  return {
    title: data.title ?? null,
    link: data.home_page_url ?? null,
    lang: data.language ?? null,
    author: authorOf(data),
    entries,
    unread,
    truncated: data.items.length > MAX_ENTRIES,
    pace: { ttlMinutes: null, skipHours: [], skipDays: [] },
  };
}

function parsed(source: string): unknown {
  let storable: ReturnType<typeof storableJson>;
  try {
    storable = storableJson(JSON.parse(source));
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : '';
    throw new NotAFeed('not-a-feed', note('feed-bad-json', undefined, detail));
  }
  if (storable === null) throw new NotAFeed('not-a-feed', note('feed-deep-json'));
  return storable.value;
}

function entryOf(item: Item, index: number, excerpt: () => string): FeedEntry {
  const body = item.content_html ?? item.content_text;
  return {
    index,
    id: item.id === null || item.id === undefined ? null : String(item.id),
    link: item.url ?? item.external_url ?? null,
    title: item.title ? { value: item.title, kind: 'text', base: null } : null,
    body: body ? { value: body, kind: item.content_html ? 'html' : 'text', base: null } : null,
    summary: item.summary ? { value: item.summary, kind: 'text', base: null } : null,
    author: authorOf(item),
    published: item.date_published ?? null,
    updated: item.date_modified ?? null,
    lang: item.language ?? null,
    inReplyTo: null,
    sourceName: null,
    categories: item.tags ?? [],
    media: [item.image, ...(item.attachments ?? []).map(({ url }) => url)].filter(
      (url): url is string => !!url && /^https?:/i.test(url),
    ),
    excerpt,
  };
}

function authorOf(from: {
  author?: z.infer<typeof Author> | null;
  authors?: z.infer<typeof Author>[] | null;
}): FeedAuthor | null {
  const author = from.authors?.[0] ?? from.author;
  return author && (author.name || author.url) ? { name: author.name ?? null, email: null, url: author.url ?? null } : null;
}

function reasonOf(error: z.ZodError, whole = 'the document'): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || whole}: ${issue.message}` : 'it has another shape';
}
