/** Cuts a post into words, tags, handles, links, emoji and marks, each with its place in the text; linear in its length. */
import { fold, squeeze } from './fold.js';
import { splitTag } from './split-tag.js';

export type TokenKind = 'word' | 'number' | 'handle' | 'tag' | 'link' | 'emoji' | 'emoticon' | 'mark';

export interface Token {
  readonly kind: TokenKind;
  /** As written. */
  readonly raw: string;
  /** Folded and, when stretched, squeezed. */
  readonly folded: string;
  /** Written in capitals (two letters or more). */
  readonly capitals: boolean;
  /** A letter was repeated three times or more: "sooo". */
  readonly stretched: boolean;
}

/** Longer posts are scored by their first part: no network in use allows longer ones, and time stays bounded. */
export const MAX_SCORED_CHARS = 10_000;
const MAX_WORD = 60;

const EMOTICON = String.raw`[<>]?[:;=8xX][\-o*']?[)\](\[dDpP/\\|3](?![\p{L}\p{N}])|[)\](\[][\-o*']?[:;=](?![\p{L}\p{N}])|<3+|</3|\^_?\^|-_+-`;
const SCAN = new RegExp(
  [
    String.raw`(?<link>https?://[^\s<>"]{1,500}|www\.[^\s<>"]{1,500}|pic\.twitter\.com/\S{1,60})`,
    String.raw`(?<handle>@[\p{L}\p{N}_][\p{L}\p{N}_.\-]{0,80})`,
    String.raw`#(?<tag>[\p{L}\p{N}_]{1,100})`,
    `(?<emoticon>(?<![\\p{L}\\p{N}])(?:${EMOTICON}))`,
    String.raw`(?<emoji>\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f]?)`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}\p{N}_]{0,200}(?:['’][\p{L}\p{M}]{1,20})?)`,
    String.raw`(?<number>\p{N}{1,40})`,
    String.raw`(?<mark>[?!]{1,20}|\.{2,20}|…|[.,;:"()])`,
  ].join('|'),
  'gu',
);
const CAPITALS = /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u;
const STRETCHED = /(\p{L})\1{2,}/u;
const ENTITY = /&(amp|lt|gt|quot|#39|nbsp);/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

function wordToken(raw: string): Token {
  const folded = fold(raw.length > MAX_WORD ? raw.slice(0, MAX_WORD) : raw);
  const stretched = STRETCHED.test(folded);
  return { kind: 'word', raw, folded: stretched ? squeeze(folded, 2) : folded, capitals: CAPITALS.test(raw), stretched };
}

function plain(kind: TokenKind, raw: string): Token {
  return {
    kind,
    raw,
    folded: kind === 'emoji' ? raw.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, '') : raw.toLowerCase(),
    capitals: false,
    stretched: false,
  };
}

/** Takes the text of a post, returns its tokens in order; a tag is followed by the words it is made of. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const bounded = text.length > MAX_SCORED_CHARS ? text.slice(0, MAX_SCORED_CHARS) : text;
  const scored = bounded.includes('&') ? bounded.replace(ENTITY, (_, name: string) => ENTITIES[name] ?? ' ') : bounded;
  for (const found of scored.matchAll(SCAN)) {
    const groups = found.groups as Record<string, string | undefined>;
    if (groups['word'] !== undefined) tokens.push(wordToken(groups['word']));
    else if (groups['tag'] !== undefined) {
      tokens.push(plain('tag', found[0]));
      for (const part of splitTag(groups['tag'])) tokens.push(wordToken(part));
    } else {
      const kind = (['mark', 'handle', 'link', 'emoji', 'emoticon', 'number'] as const).find(
        (name) => groups[name] !== undefined,
      );
      if (kind) tokens.push(plain(kind, found[0]));
    }
  }
  return tokens;
}
