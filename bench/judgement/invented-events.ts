/** Invented brand names and Jetstream-like events, the same ones in every run: material for the speed of matching. */

import { ORDINARY_EN } from '#libs/matching/words/ordinary.en.js';
import { ORDINARY_SK } from '#libs/matching/words/ordinary.sk.js';
import { ORDINARY_TR } from '#libs/matching/words/ordinary.tr.js';

/** Numbers in [0, 1) that look random and never change (mulberry32). */
export function steadyRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

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

const WORDS = [ORDINARY_EN, ORDINARY_TR, ORDINARY_SK].map((list) => list.split(' '));
/** So that not every word is one of a dictionary. */
const ENDINGS = ['', '', '', 's', 'ing', 'ler', 'in', 'ovi', 'ami', 'lardan'];
const LANGS = ['en', 'tr', 'sk'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** Events as Bluesky's Jetstream sends them, in UTF-8; one post in `namedEvery` speaks of one of the names. */
export function inventedEvents(count: number, names: readonly string[], namedEvery = 50): Buffer[] {
  const random = steadyRandom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const code = (length: number) => Array.from({ length }, () => LETTERS[Math.floor(random() * 32)]).join('');
  const textOf = (n: number, words: readonly string[]) => {
    const text = Array.from({ length: 4 + Math.floor(random() * 20) }, () => pick(words) + pick(ENDINGS));
    if (n % namedEvery === 0) text[Math.floor(random() * text.length)] = pick(names);
    if (n % 7 === 0) text.push(`#${pick(words)}`);
    if (n % 9 === 0) text.push(`https://${pick(words)}.example/${pick(words)}?x=${n}`);
    if (n % 5 === 0) text.push(pick(['😡', '🙏', 'ğüşıöç', 'ľščťž', '—', '’tan']));
    return `${text.slice(0, 6).join(' ')}, ${text.slice(6).join(' ')}.`;
  };
  return Array.from({ length: count }, (_, n) => {
    const language = n % 3;
    const record = {
      $type: 'app.bsky.feed.post',
      createdAt: '2026-03-01T12:00:00.000Z',
      ...(n % 5 < 2 ? { embed: embedOf(n, code, () => textOf(1, WORDS[language] as string[])) } : {}),
      langs: [LANGS[language]],
      ...(n % 9 < 4 ? { reply: { parent: strongRef(code), root: strongRef(code) } } : {}),
      text: textOf(n, WORDS[language] as string[]),
    };
    const commit = {
      rev: code(13),
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: code(13),
      record,
      cid: `bafyrei${code(52)}`,
    };
    return Buffer.from(
      JSON.stringify({ did: `did:plc:${code(24)}`, time_us: 1_772_366_400_000_000 + n, kind: 'commit', commit }),
    );
  });
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
