/** Cuts XML or HTML, however broken, into tags and text. Every character is looked at once, whatever the input. */

export type MarkupToken =
  | { kind: 'open'; name: string; attributes: Map<string, string>; empty: boolean; start: number; end: number }
  | { kind: 'close'; name: string; start: number; end: number }
  /** Raw, entities not decoded. */
  | { kind: 'text'; value: string; start: number; end: number }
  /** Characters of a CDATA section, as they are. */
  | { kind: 'cdata'; value: string; start: number; end: number }
  | { kind: 'doctype'; value: string; start: number; end: number }
  /** A comment or processing instruction. */
  | { kind: 'aside'; start: number; end: number }
  /** What began and never ended: the source was cut here. */
  | { kind: 'cut'; start: number; end: number };

const NAME_START = /[A-Za-z_:\u00c0-\uffff]/;
const SPACE = /\s/;

export class MarkupReader {
  /** May be set forward to skip. */
  position = 0;

  constructor(readonly source: string) {}

  /** @returns null at the end */
  next(): MarkupToken | null {
    const { source, position: start } = this;
    if (start >= source.length) return null;
    if (source[start] === '<') {
      const token = this.tagAt(start);
      if (token) {
        this.position = token.end;
        return token;
      }
    }
    let end = source.indexOf('<', start + 1);
    if (end < 0) end = source.length;
    this.position = end;
    return { kind: 'text', value: source.slice(start, end), start, end };
  }

  private tagAt(start: number): MarkupToken | null {
    const { source } = this;
    const mark = source[start + 1] ?? '';
    if (mark === '!') return this.declaration(start);
    if (mark === '?') return this.until(start, '?>', 2) ?? { kind: 'cut', start, end: source.length };
    if (mark === '/') return this.closing(start);
    if (!NAME_START.test(mark)) return null;
    return this.opening(start);
  }

  private declaration(start: number): MarkupToken {
    const { source } = this;
    const cut: MarkupToken = { kind: 'cut', start, end: source.length };
    if (source.startsWith('<!--', start)) return this.until(start, '-->', 4) ?? cut;
    if (source.startsWith('<![CDATA[', start)) {
      const close = source.indexOf(']]>', start + 9);
      return close < 0 ? cut : { kind: 'cdata', value: source.slice(start + 9, close), start, end: close + 3 };
    }
    if (!/^<!doctype/i.test(source.slice(start, start + 9))) return this.until(start, '>', 2) ?? cut;
    const end = doctypeEnd(source, start);
    return end < 0 ? cut : { kind: 'doctype', value: source.slice(start, Math.min(end, start + 200)), start, end };
  }

  private until(start: number, mark: string, skip: number): MarkupToken | null {
    const at = this.source.indexOf(mark, start + skip);
    return at < 0 ? null : { kind: 'aside', start, end: at + mark.length };
  }

  private closing(start: number): MarkupToken {
    const { source } = this;
    const close = source.indexOf('>', start);
    if (close < 0) return { kind: 'cut', start, end: source.length };
    return { kind: 'close', name: source.slice(start + 2, close).trim(), start, end: close + 1 };
  }

  private opening(start: number): MarkupToken {
    const { source } = this;
    let at = start + 1;
    while (
      at < source.length &&
      !SPACE.test(source[at]!) &&
      source[at] !== '>' &&
      !(source[at] === '/' && source[at + 1] === '>')
    )
      at += 1;
    const name = source.slice(start + 1, at);
    const attributes = new Map<string, string>();
    for (;;) {
      while (at < source.length && (SPACE.test(source[at]!) || (source[at] === '/' && source[at + 1] !== '>'))) at += 1;
      if (at >= source.length) return { kind: 'cut', start, end: source.length };
      if (source[at] === '>') return { kind: 'open', name, attributes, empty: false, start, end: at + 1 };
      if (source[at] === '/') return { kind: 'open', name, attributes, empty: true, start, end: at + 2 };
      at = readAttribute(source, at, attributes);
    }
  }
}

/** Reads `name="value"`, `name='value'`, `name=value` or `name`; the first of equal names counts. @returns where it ends */
function readAttribute(source: string, start: number, into: Map<string, string>): number {
  let at = start + 1;
  while (at < source.length && !/[\s=>]/.test(source[at]!) && !(source[at] === '/' && source[at + 1] === '>')) at += 1;
  const name = source.slice(start, at);
  let after = at;
  while (after < source.length && SPACE.test(source[after]!)) after += 1;
  if (source[after] !== '=') return put(into, name, '', at);
  after += 1;
  while (after < source.length && SPACE.test(source[after]!)) after += 1;
  const quote = source[after];
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, after + 1);
    return close < 0 ? source.length : put(into, name, source.slice(after + 1, close), close + 1);
  }
  at = after;
  while (at < source.length && !/[\s>]/.test(source[at]!)) at += 1;
  return put(into, name, source.slice(after, at), at);
}

function put(into: Map<string, string>, name: string, value: string, end: number): number {
  if (!into.has(name)) into.set(name, value);
  return end;
}

/** The ">" that ends a document type, past its quotes, comments and bracketed part; -1 when it never ends. */
function doctypeEnd(source: string, start: number): number {
  const marks = /<!--|["'[\]>]/g;
  marks.lastIndex = start + 9;
  let inside = false;
  for (let found = marks.exec(source); found; found = marks.exec(source)) {
    const mark = found[0];
    if (mark === '>' && !inside) return marks.lastIndex;
    if (mark === '[' || mark === ']') inside = mark === '[';
    const closing = mark === '<!--' ? '-->' : mark === '"' || mark === "'" ? mark : null;
    if (closing) {
      const close = source.indexOf(closing, marks.lastIndex);
      if (close < 0) return -1;
      marks.lastIndex = close + closing.length;
    }
  }
  return -1;
}
