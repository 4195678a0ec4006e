/** Cuts a post into words, tags, handles, links, emoji and marks, in order; linear in its length. */
import { endAt, kindAt, UNSURE } from './latin-scan.js';
import { signToken, wordToken } from './make-token.js';
import { splitTag } from './split-tag.js';
import type { Token, TokenKind } from './token.js';

/** Longer posts are scored by their first part: no network in use allows longer ones, and time stays bounded. */
export const MAX_SCORED_CHARS = 10_000;

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
const LINK_LETTER = LINK_SIGN.trim();
const LINK_TOKEN = signToken('link', '');

function prepare(text: string): string {
  const bounded = text.length > MAX_SCORED_CHARS ? text.slice(0, MAX_SCORED_CHARS) : text;
  const linked = MAYBE_LINK.test(bounded) ? bounded.replace(LINK, LINK_SIGN) : bounded;
  return linked.includes('&') ? linked.replace(ENTITY, (_, name: string) => ENTITIES[name] ?? ' ') : linked;
}

function push(tokens: Token[], kind: TokenKind, raw: string): void {
  if (kind === 'word') tokens.push(raw === LINK_LETTER ? LINK_TOKEN : wordToken(raw));
  else tokens.push(signToken(kind, raw));
  if (kind === 'tag') for (const part of splitTag(raw.slice(1))) tokens.push(wordToken(part));
}

/** Adds the next token from a place on by the patterns, returns where it ends: the end of the text when there is none. */
function pushNext(tokens: Token[], text: string, from: number): number {
  SCAN.lastIndex = from;
  const found = SCAN.exec(text);
  if (!found) return text.length;
  let group = 1;
  while (found[group] === undefined) group += 1;
  push(tokens, KINDS[group - 1] as TokenKind, found[0]);
  return SCAN.lastIndex;
}

/** Takes the text of a post, returns its tokens in order; a tag is followed by the words it is made of. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const scored = prepare(text);
  let at = 0;
  while (at < scored.length) {
    const kind = kindAt(scored, at);
    if (kind === 'nothing') at += 1;
    else {
      const end = kind === 'unknown' ? UNSURE : endAt(scored, at, kind);
      if (end === UNSURE) at = pushNext(tokens, scored, at);
      else {
        push(tokens, kind as TokenKind, scored.slice(at, end));
        at = end;
      }
    }
  }
  return tokens;
}
