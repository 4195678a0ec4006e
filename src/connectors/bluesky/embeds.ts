/** Pictures, films, cards and quoted posts in a record of Bluesky, by the record itself or by the view a server made of it. */
import { z } from 'zod';
import type { PostMedia } from '../incoming-post.js';
import { storableText } from '../storable.js';
import { isObject, partsOf } from './answers.js';

export interface Embedded {
  media: PostMedia[];
  quoteOf: string | null;
  card: { uri: string; title: string; description: string } | null;
}

const Blob = z.object({ ref: z.object({ $link: z.string().regex(/^[a-zA-Z0-9]{10,200}$/) }) });
const Ref = z.object({ uri: z.string() });
const External = z.object({ uri: z.string(), title: z.string().catch(''), description: z.string().catch('') });

/**
 * @param record the embed in the post's record
 * @param view the embed as a server shows it, with the addresses of pictures; undefined when only the record is known
 * @param did who wrote the post: pictures are kept under it
 */
export function readEmbed(record: unknown, view: unknown, did: string): Embedded {
  const [quote, things] = split(record);
  const [, shown] = split(view);
  return { media: mediaOf(things, shown, did), quoteOf: quoteIn(quote), card: cardIn(things) };
}

/** A post may hold a quote beside its media; then each stands in a box of its own. */
function split(embed: unknown): [quote: unknown, things: unknown] {
  if (!isObject(embed)) return [null, null];
  const type = String(embed['$type']);
  if (type.startsWith('app.bsky.embed.recordWithMedia')) return [embed['record'], embed['media']];
  return type.startsWith('app.bsky.embed.record') ? [embed, null] : [null, embed];
}

function quoteIn(quote: unknown): string | null {
  const read = Ref.safeParse(isObject(quote) ? quote['record'] : null);
  return read.success && partsOf(read.data.uri) !== null ? read.data.uri : null;
}

function cardIn(things: unknown): Embedded['card'] {
  const read = External.safeParse(isObject(things) ? things['external'] : null);
  if (!read.success || !isWeb(read.data.uri)) return null;
  const { uri, title, description } = read.data;
  return { uri, title: storableText(title.slice(0, 500)), description: storableText(description.slice(0, 1000)) };
}

function mediaOf(things: unknown, shown: unknown, did: string): PostMedia[] {
  if (!isObject(things)) return [];
  const shownImages = isObject(shown) ? listIn(shown, ['images', 'items']) : [];
  const images = listIn(things, ['images', 'items']).map((image, index) => imageOf(image, shownImages[index], did));
  return isObject(things['video']) ? [...images, videoOf(things, shown)] : images;
}

/** `items` is what a gallery calls its images. */
function listIn(box: Record<string, unknown>, names: string[]): Record<string, unknown>[] {
  const list = names.map((name) => box[name]).find(Array.isArray) as unknown[] | undefined;
  return (list ?? []).slice(0, 50).filter(isObject);
}

function imageOf(image: Record<string, unknown>, shown: Record<string, unknown> | undefined, did: string): PostMedia {
  const address = webAddress(shown?.['fullsize']);
  const blob = Blob.safeParse(image['image']);
  // Where Bluesky's own web page finds the picture of a record that no server has shown yet.
  const made = blob.success ? `https://cdn.bsky.app/img/feed_fullsize/plain/${did}/${blob.data.ref.$link}@jpeg` : null;
  return { type: 'image', url: address ?? made, alt: altOf(image['alt']) };
}

function videoOf(things: Record<string, unknown>, shown: unknown): PostMedia {
  const view = isObject(shown) ? shown : {};
  return { type: 'video', url: webAddress(view['playlist']) ?? webAddress(view['thumbnail']), alt: altOf(things['alt']) };
}

function altOf(alt: unknown): string | null {
  return typeof alt === 'string' && alt !== '' ? storableText(alt.slice(0, 2000)) : null;
}

function webAddress(value: unknown): string | null {
  return typeof value === 'string' && isWeb(value) ? storableText(value) : null;
}

export function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address) && address.length <= 2000;
}
