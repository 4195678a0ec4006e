/** Cuts a post into words, tags, handles, links, emoji and marks, in order; linear in its length. */
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
/** One alternative a kind, each quantifier bounded, in the order of KINDS. */
const SCAN = new RegExp(
  [
    String.raw`(\p{L}[\p{L}\p{M}\p{N}_]{0,200}(?:['’][\p{L}\p{M}]{1,20})?)`,
    String.raw`([?!]{1,20}|\.{2,20}|…|[.,;"])`,
    String.raw`(@[\p{L}\p{N}_][\p{L}\p{N}_.\-]{0,80})`,
    String.raw`(\p{N}{1,40})`,
    String.raw`(#[\p{L}\p{N}_]{1,100})`,
    `((?<![\\p{L}\\p{N}])(?:${EMOTICON}))`,
    String.raw`(\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}\ufe0f]?)`,
  ].join('|'),
  'gu',
);
const KINDS: readonly TokenKind[] = ['word', 'mark', 'handle', 'number', 'tag', 'emoticon', 'emoji'];
const LINK = /(?:https?:\/\/|www\.|pic\.twitter\.com\/)[^\s<>"]{1,500}/gi;
const MAYBE_LINK = /:\/\/|www\.|pic\.tw/i;
/** What a link is replaced by before the scan: a letter of no script in use, between spaces. */
const LINK_SIGN = ' \u{13080} ';
const ENTITY = /&(amp|lt|gt|quot|#39|nbsp);/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const SKIN = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu;
const LINK_TOKEN: Token = { kind: 'link', raw: '', folded: '', capitals: false, stretched: false };

function isStretched(word: string): boolean {
  for (let i = 2; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    if (code === word.charCodeAt(i - 1) && code === word.charCodeAt(i - 2) && code > 57) return true;
  }
  return false;
}

/** The usual case by one letter: whoever ends in a small one is not written in capitals. */
function endsSmall(raw: string): boolean {
  const last = raw.charCodeAt(raw.length - 1);
  return last >= 97 && last <= 122;
}

function wordToken(raw: string): Token {
  const folded = fold(raw.length > MAX_WORD ? raw.slice(0, MAX_WORD) : raw);
  const stretched = isStretched(folded);
  const capitals = raw.length > 1 && !endsSmall(raw) && raw !== raw.toLowerCase() && raw === raw.toUpperCase();
  return { kind: 'word', raw, folded: stretched ? squeeze(folded, 2) : folded, capitals, stretched };
}

function plain(kind: TokenKind, raw: string): Token {
  return { kind, raw, folded: kind === 'emoji' ? raw.replace(SKIN, '') : raw.toLowerCase(), capitals: false, stretched: false };
}

function prepare(text: string): string {
  const bounded = text.length > MAX_SCORED_CHARS ? text.slice(0, MAX_SCORED_CHARS) : text;
  const linked = MAYBE_LINK.test(bounded) ? bounded.replace(LINK, LINK_SIGN) : bounded;
  return linked.includes('&') ? linked.replace(ENTITY, (_, name: string) => ENTITIES[name] ?? ' ') : linked;
}

function push(tokens: Token[], kind: TokenKind, raw: string): void {
  if (kind === 'word') tokens.push(raw === '\u{13080}' ? LINK_TOKEN : wordToken(raw));
  else tokens.push(plain(kind, raw));
  if (kind === 'tag') for (const part of splitTag(raw.slice(1))) tokens.push(wordToken(part));
}

/** Takes the text of a post, returns its tokens in order; a tag is followed by the words it is made of. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const scan = new RegExp(SCAN);
  const scored = prepare(text);
  for (let found = scan.exec(scored); found; found = scan.exec(scored)) {
    for (let group = 1; group <= KINDS.length; group += 1) {
      if (found[group] === undefined) continue;
      push(tokens, KINDS[group - 1] as TokenKind, found[0]);
      break;
    }
  }
  return tokens;
}
