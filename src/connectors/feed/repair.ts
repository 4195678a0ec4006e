/**
 * Turns the XML of a feed, however broken, into XML that any parser takes: no document type, no entities but the five of XML,
 * every tag closed, one name per element (names.ts), markup inside texts escaped as text, addresses resolved by xml:base.
 */
import { noteInEnglish, type Note } from '#libs/contracts/notes.js';
import { note } from '../explained.js';
import { decodeHtml } from './plain-text.js';
import { MarkupReader, type MarkupToken } from './markup.js';
import { canonicalName, EMPTY_SCOPE, scopeWithin, type Scope } from './names.js';
import { RichCapture, isRich } from './rich-capture.js';
import { startTag, writeText } from './xml-text.js';

export interface Repaired {
  xml: string;
  /** Canonical name of the first element; null when there is none. */
  root: string | null;
  /** The document ended inside itself; a half entry at its end was left out. */
  truncated: boolean;
  warnings: Note[];
}

/** Real feeds nest about eight deep; what lies deeper is left out. */
const MAX_DEPTH = 48;
const MAX_WARNINGS = 20;
/** Parsers give up on endless attributes. */
const MAX_ATTRIBUTE = 8_000;
/** No feed shows so many; what comes after them is said to be left out. */
const MAX_ENTRIES = 5_000;
const ENTRIES = new Set(['item', 'entry']);
/**
 * Kept from rss-parser's own handling: it throws on dates it cannot read, and makes excerpts of texts by expressions that take
 * hours on a megabyte of "<".
 */
const OURS = new Set(['published', 'updated', 'description', 'content', 'content:encoded']);
const ADDRESSES = new Set([
  'link',
  'guid',
  'id',
  'url',
  'uri',
  'comments',
  'atom:link',
  'feedburner:origLink',
  'item',
  'entry',
  'channel',
  'feed',
]);
const ROOTS = new Set(['rss', 'feed', 'rdf:RDF', 'channel']);

interface Open {
  raw: string;
  name: string;
  scope: Scope;
  base: string | null;
  lang: string | null;
}

export function repairXml(source: string): Repaired {
  return new Repair(source).run();
}

class Repair {
  private readonly reader: MarkupReader;
  private readonly out: string[] = [];
  private readonly stack: Open[] = [];
  /** Each once, by its words. */
  private readonly warnings = new Map<string, Note>();
  private root: string | null = null;
  private done = false;
  private truncated = false;
  private capture: RichCapture | null = null;
  /** Elements open within one that is left out. */
  private leftOut = 0;
  private entries = 0;
  /** Where the open entry begins in `out`. */
  private entryStart: number | null = null;

  constructor(source: string) {
    this.reader = new MarkupReader(source);
  }

  run(): Repaired {
    for (let token = this.reader.next(); token && !this.done; token = this.reader.next()) this.take(token);
    if (this.root !== null && !this.done) this.endEarly();
    return { xml: this.out.join(''), root: this.root, truncated: this.truncated, warnings: [...this.warnings.values()] };
  }

  private take(token: MarkupToken): void {
    if (token.kind === 'aside') return;
    if (token.kind === 'doctype') return this.doctype(token.value);
    if (token.kind === 'cut') return this.cut(token);
    if (this.capture) return this.takeCaptured(this.capture, token);
    if (token.kind === 'open') this.open(token);
    else if (token.kind === 'close') this.close(token.name);
    else if (this.stack.length > 0 && this.leftOut === 0)
      this.out.push(writeText(token.kind === 'cdata' ? token.value : decodeHtml(token.value)));
  }

  private doctype(value: string): void {
    if (/^<!doctype\s+html/i.test(value) || !/\[/.test(value)) return;
    this.warn(note('feed-entities'));
  }

  private warn(warning: Note): void {
    if (this.warnings.size < MAX_WARNINGS) this.warnings.set(noteInEnglish(warning), warning);
  }

  private cut(token: { start: number }): void {
    this.truncated = this.root !== null;
    if (!this.capture && this.entryStart === null && this.root === null) this.out.length = 0;
    this.reader.position = Math.max(token.start, this.reader.source.length);
  }

  private takeCaptured(capture: RichCapture, token: MarkupToken): void {
    if (!capture.take(token, this.reader.source)) return;
    this.capture = null;
    this.out.push(capture.end());
    if (capture.interrupted && token.kind === 'close') {
      this.warn(note('feed-unclosed', { name: capture.rawName }));
      this.close(token.name);
    }
  }

  private open(token: Extract<MarkupToken, { kind: 'open' }>): void {
    const outer = this.stack.at(-1);
    const scope = scopeWithin(outer?.scope ?? EMPTY_SCOPE, token.attributes);
    if (this.root === null) this.root = this.rootName(token.name, scope);
    if (this.leftOut > 0 || this.stack.length >= MAX_DEPTH) return this.skip(token.empty);
    const name = canonicalName(token.name, scope, this.root === 'feed');
    const open: Open = { raw: token.name, name, scope, base: outer?.base ?? null, lang: outer?.lang ?? null };
    const attributes = this.attributes(open, token.attributes);
    if (isRich(name) && !token.empty && outer !== undefined) {
      this.capture = new RichCapture(token.name, writtenName(name), attributes);
      return;
    }
    if (ENTRIES.has(name)) {
      if (++this.entries > MAX_ENTRIES) return this.skipEntry(token.empty);
      this.entryStart = this.out.length;
    }
    this.out.push(startTag(writtenName(name), attributes));
    this.stack.push(open);
    if (token.empty) this.pop();
  }

  private skipEntry(empty: boolean): void {
    if (!empty) this.leftOut += 1;
    this.truncated = true;
    this.warn(note('feed-most-entries', { count: MAX_ENTRIES }));
  }

  private rootName(raw: string, scope: Scope): string {
    const name = canonicalName(raw, scope, false);
    return name === 'atom:feed' || name === 'feed' ? 'feed' : name;
  }

  private skip(empty: boolean): void {
    if (this.leftOut === 0) this.warn(note('feed-deep', { depth: MAX_DEPTH }));
    if (!empty) this.leftOut += 1;
  }

  /** Clean attributes, and what xml:base and xml:lang mean here. */
  private attributes(open: Open, raw: ReadonlyMap<string, string>): Map<string, string> {
    const clean = new Map<string, string>();
    for (const [name, value] of raw) {
      const lower = name.toLowerCase();
      if (lower === 'xmlns' || lower.startsWith('xmlns:') || !/^[a-z_][\w.-]*(:[\w.-]+)?$/.test(lower)) continue;
      const text = decodeHtml(value.length > MAX_ATTRIBUTE ? value.slice(0, MAX_ATTRIBUTE) : value);
      if (value.length > MAX_ATTRIBUTE) this.warn(note('feed-attribute', { length: value.length }));
      if (lower === 'xml:base')
        open.base = URL.parse(text.trim(), open.base ?? undefined)?.href ?? (open.base === null ? text.trim() : open.base);
      else if (lower === 'xml:lang') open.lang = text.trim() || null;
      else if (!clean.has(lower)) clean.set(lower, text);
    }
    // rss-parser fails on a link without attributes, and RFC 4287 4.2.7.2 says what a missing rel means.
    if (open.name === 'link' && this.root === 'feed' && !clean.has('rel')) clean.set('rel', 'alternate');
    if (open.base !== null && (ADDRESSES.has(open.name) || isRich(open.name))) clean.set('es:base', open.base);
    if (open.lang !== null && (ENTRIES.has(open.name) || open.name === 'feed' || open.name === 'channel'))
      clean.set('es:lang', open.lang);
    return clean;
  }

  private close(raw: string): void {
    if (this.leftOut > 0) {
      this.leftOut -= 1;
      return;
    }
    const lower = raw.toLowerCase();
    const depth = this.stack.findLastIndex((open) => open.raw === raw || open.raw.toLowerCase() === lower);
    if (depth < 0) {
      this.warn(note('feed-closes-nothing', { name: raw.slice(0, 40) }));
      return;
    }
    while (this.stack.length > depth + 1) {
      this.warn(note('feed-unclosed', { name: this.stack.at(-1)!.raw.slice(0, 40) }));
      this.pop();
    }
    this.pop();
  }

  private pop(): void {
    const open = this.stack.pop()!;
    this.out.push(`</${writtenName(open.name)}>`);
    if (ENTRIES.has(open.name)) this.entryStart = null;
    if (this.stack.length === 0) this.done = true;
  }

  /** The source ended: a half entry is left out, everything else is closed. */
  private endEarly(): void {
    this.truncated = true;
    if (this.entryStart !== null) {
      this.out.length = this.entryStart;
      while (this.stack.length > 0 && !ENTRIES.has(this.stack.at(-1)!.name)) this.stack.pop();
      this.stack.pop();
    } else if (this.capture) this.out.push(this.capture.end());
    this.entryStart = null;
    while (this.stack.length > 0) this.pop();
  }
}

function writtenName(name: string): string {
  return OURS.has(name) ? `es:${name}` : name;
}

/** True when the first element is that of a feed. */
export function isFeedRoot(root: string | null): boolean {
  return root !== null && ROOTS.has(root);
}
