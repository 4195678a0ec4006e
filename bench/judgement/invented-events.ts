/** Invented brand names and Jetstream-like events, the same ones in every run: material for the speed of matching. */

import { TextAuthor } from './invented-texts.js';
import { steadyRandom } from './steady-random.js';

const ONSETS = 'b c d f g h j k l m n p r s t v z br dr fl gr kr pl pr sk sl st tr ç ş'.split(' ');
const VOWELS = 'a e i o u ı ö ü á ô'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 'l', 's', 'k', 'x', 't'];

/** Distinct names of three and four syllables, one in five of two words. */
export function inventedNames(count: number, seed = 1): string[] {
  const random = steadyRandom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const word = () => {
    let name = '';
    for (let s = 3 + Math.floor(random() * 2); s > 0; s--) name += pick(ONSETS) + pick(VOWELS) + (s === 1 ? pick(CODAS) : '');
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const names = new Set<string>();
  while (names.size < count) names.add(random() < 0.2 ? `${word()} ${word()}` : word());
  return [...names];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
/** A post in `namedEvery` speaks of one of the names; posts are `POSTS_OF` events in a hundred, the others are deletions and accounts. */
const POSTS_OF = 86;

/**
 * Events as Bluesky's Jetstream sends them for posts, in UTF-8, written as its server writes JSON: posts in seven languages
 * with capitals, punctuation, line breaks, handles, tags, links, emoji and numbers; replies, pictures, link cards; deletions
 * and changes of accounts.
 */
export function inventedEvents(count: number, names: readonly string[], namedEvery = 1000): Buffer[] {
  const random = steadyRandom(7);
  const author = new TextAuthor(random);
  const code = (length: number) => Array.from({ length }, () => LETTERS[Math.floor(random() * 32)]).join('');
  const start = { did: `did:plc:${code(24)}`, time_us: 1_772_366_400_000_000 };
  return Array.from({ length: count }, (_, n) => {
    const head = { did: `did:plc:${code(24)}`, time_us: start.time_us + n };
    if (n % 100 >= POSTS_OF) return asServerWrites({ ...head, ...otherEvent(n, code) });
    const named = n % namedEvery === 0 ? names[Math.floor(random() * names.length)] : undefined;
    const { text, lang } = author.post(named);
    const record = {
      $type: 'app.bsky.feed.post',
      createdAt: '2026-03-01T12:00:00.000Z',
      ...(n % 5 < 2 && { embed: embedOf(n, code, () => author.post().text) }),
      ...(/[#@]|https/.test(text) && { facets: [facet(text, code)] }),
      langs: [lang],
      ...(n % 9 < 4 && { reply: { parent: strongRef(code), root: strongRef(code) } }),
      text,
    };
    const { rev, rkey } = { rev: code(13), rkey: code(13) };
    const commit = { rev, operation: 'create', collection: 'app.bsky.feed.post', rkey, record, cid: `bafyrei${code(52)}` };
    return asServerWrites({ ...head, kind: 'commit', commit });
  });
}

/** Go's JSON escapes these three signs. */
function asServerWrites(event: object): Buffer {
  const escaped = JSON.stringify(event).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  return Buffer.from(escaped);
}

function otherEvent(n: number, code: (length: number) => string): object {
  if (n % 100 >= 98) return { kind: 'identity', identity: { did: `did:plc:${code(24)}`, handle: `${code(9)}.example`, seq: n } };
  return {
    kind: 'commit',
    commit: { rev: code(13), operation: 'delete', collection: 'app.bsky.feed.post', rkey: code(13) },
  };
}

function facet(text: string, code: (length: number) => string): object {
  const feature = text.includes('https')
    ? { $type: 'app.bsky.richtext.facet#link', uri: `https://${code(9)}.example/${code(12)}` }
    : { $type: 'app.bsky.richtext.facet#mention', did: `did:plc:${code(24)}` };
  return { features: [feature], index: { byteEnd: text.length, byteStart: 0 } };
}

/** Four embeds in ten posts, half of them pictures, half of them link cards, as on the network. */
function embedOf(n: number, code: (length: number) => string, words: () => string): object {
  const blob = { $type: 'blob', ref: { $link: `bafkrei${code(52)}` }, mimeType: 'image/jpeg', size: 100_000 + n };
  if (n % 2 === 0)
    return { $type: 'app.bsky.embed.images', images: [{ alt: '', aspectRatio: { height: 1200, width: 900 }, image: blob }] };
  const external = { description: words(), thumb: blob, title: words(), uri: `https://${code(9)}.example/${code(20)}` };
  return { $type: 'app.bsky.embed.external', external };
}

function strongRef(code: (length: number) => string): { cid: string; uri: string } {
  return { cid: `bafyrei${code(52)}`, uri: `at://did:plc:${code(24)}/app.bsky.feed.post/${code(13)}` };
}
