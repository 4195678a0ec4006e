/** Elements that hold text for people: whatever markup lies inside them is kept as one text, not as elements. */
import { decodeHtml } from './plain-text.js';
import type { MarkupToken } from './markup.js';
import { escapeText, startTag, writeText } from './xml-text.js';

const RICH = new Set([
  'title', 'description', 'summary', 'content', 'content:encoded', 'subtitle', 'tagline', 'info', 'rights', 'copyright', 'abstract',
  'dc:title', 'dc:description', 'body', 'xhtml:body', 'xhtml:div', 'fullitem', 'media:title', 'media:description', 'itunes:summary', 'itunes:subtitle', 'itunes:title',
]); // prettier-ignore

/** Characters of one text, markup included: far more than a post keeps. */
const MAX_TEXT = 300_000;

/** Closing tags that show that a text was never closed itself. */
const OUTER = /^(?:[\w.-]+:)?(?:item|entry|channel|rss|feed|rdf)$/i;

export function isRich(name: string): boolean {
  return RICH.has(name);
}

export class RichCapture {
  /** The end of something further out came first; it still has to be closed. */
  interrupted = false;
  private readonly plain: string[] = [];
  private readonly markup: string[] = [];
  private elements = 0;
  private depth = 1;
  /** Something named like an entry was opened inside, so its end interrupts nothing. */
  private outerInside = false;
  /** Text beside real elements is itself escaped HTML (some publishing tools do so). */
  private readonly escapedToo: boolean;

  constructor(
    readonly rawName: string,
    private readonly name: string,
    private readonly attributes: Map<string, string>,
  ) {
    this.escapedToo =
      attributes.get('type') === 'html' || (attributes.get('type') === 'text/html' && attributes.get('mode') === 'escaped');
  }

  /** @returns true when the text is at its end */
  take(token: MarkupToken, source: string): boolean {
    if (token.kind === 'close' && token.name === this.rawName && --this.depth === 0) return true;
    if (token.kind === 'close' && OUTER.test(token.name) && !this.outerInside) return (this.interrupted = true);
    if (token.kind === 'text') this.text(decodeHtml(token.value), token.value);
    else if (token.kind === 'cdata') this.text(token.value, escapeText(token.value));
    else if (token.kind === 'open' || token.kind === 'close') this.element(token, source);
    return false;
  }

  /** The element with its text escaped; es:markup says that it is HTML because it held elements. */
  end(): string {
    if (this.elements > 0) this.attributes.set('es:markup', '1');
    const text = (this.elements > 0 ? this.markup : this.plain).join('').slice(0, MAX_TEXT);
    return `${startTag(this.name, this.attributes)}${writeText(text)}</${this.name}>`;
  }

  private text(plain: string, markup: string): void {
    this.plain.push(plain);
    this.markup.push(this.escapedToo ? plain : markup);
  }

  private element(token: Extract<MarkupToken, { kind: 'open' | 'close' }>, source: string): void {
    this.elements += 1;
    if (token.kind === 'open' && !token.empty && token.name === this.rawName) this.depth += 1;
    if (token.kind === 'open' && OUTER.test(token.name)) this.outerInside = true;
    this.markup.push(source.slice(token.start, token.end));
  }
}
