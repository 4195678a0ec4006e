/** HTML to plain text: what a person would read, with the links beside it. The result is text only and is never drawn as HTML. */
import { decode } from 'html-entities';
import type { RichText } from './feed-reading.js';
import { MarkupReader, type MarkupToken } from './markup.js';

export interface PlainText {
  text: string;
  /** href of every link, entities decoded, not yet checked. */
  links: string[];
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol optgroup option p pre section summary table tbody tfoot thead tr ul'.split(' '),
); // prettier-ignore
const UNSEEN = new Set(
  'applet audio embed iframe noembed noframes object script style template textarea title video head'.split(' '),
);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big blink br button cite code col colgroup data del dfn dir em font html i img input ins kbd label link map mark marquee math menu meta meter nobr noscript output param picture progress q rp rt ruby s samp select small source span strike strong sub sup svg td th time track tt u var wbr'.split(' '),
); // prettier-ignore

/** @returns what a person would read of a text of any kind */
export function plain(rich: RichText | null): PlainText {
  if (rich === null) return { text: '', links: [] };
  return rich.kind === 'text' ? { text: tidy(rich.value), links: [] } : htmlToText(rich.value, rich.kind === 'loose');
}

/** @param keepUnknown leave tags that HTML does not have as text: an RSS title may be "Vec<String> is slow" */
export function htmlToText(html: string, keepUnknown = false): PlainText {
  if (!/[<&]/.test(html)) return { text: tidy(html), links: [] };
  const reader = new MarkupReader(html);
  const parts: string[] = [];
  const links: string[] = [];
  /** Elements without an end ahead; looking again and again would take for ever. */
  const endless = new Set<string>();
  for (let token = reader.next(); token; token = reader.next()) {
    if (token.kind === 'open' && UNSEEN.has(localName(token.name))) skipTo(reader, token, endless);
    else if (token.kind === 'open' || token.kind === 'close') parts.push(tagText(token, html, keepUnknown, links));
    else if (token.kind === 'text') parts.push(decodeHtml(token.value.replace(/[\r\n\t]+/g, ' ')));
    else if (token.kind === 'cdata') parts.push(token.value);
    else if (token.kind === 'cut') parts.push(afterCut(html.slice(token.start), keepUnknown));
  }
  return { text: tidy(parts.join('')), links };
}

/** Named and numbered references of HTML; those without a semicolon stay as they are. */
export function decodeHtml(text: string): string {
  return text.includes('&') ? decode(text, { level: 'html5', scope: 'strict' }) : text;
}

/** One space between words, at most one empty line, nothing at the ends. Bidi and zero-width characters stay. */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n\u2028\u2029]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()
    .toWellFormed();
}

function tagText(
  token: Extract<MarkupToken, { kind: 'open' | 'close' }>,
  html: string,
  keepUnknown: boolean,
  links: string[],
): string {
  const name = localName(token.name);
  if (keepUnknown && !BLOCKS.has(name) && !INLINE.has(name) && !UNSEEN.has(name))
    return decodeHtml(html.slice(token.start, token.end));
  if (token.kind === 'open' && name === 'a') {
    const href = token.attributes.get('href') ?? token.attributes.get('HREF');
    if (href) links.push(decodeHtml(href).trim());
  }
  if (token.kind === 'open' && name === 'img') return emojiAlt(token.attributes);
  if (name === 'br' || BLOCKS.has(name)) return blockBreak(name, token.kind);
  return name === 'td' || name === 'th' ? ' ' : '';
}

function blockBreak(name: string, kind: 'open' | 'close'): string {
  if (name === 'p' || name === 'blockquote' || /^h\d$/.test(name)) return '\n\n';
  if (name === 'li') return kind === 'open' ? '\n- ' : '';
  return '\n';
}

/** Pictures that stand for an emoji or a mark carry it as their text. */
function emojiAlt(attributes: Map<string, string>): string {
  const alt = decodeHtml(attributes.get('alt') ?? '').trim();
  return /\p{Extended_Pictographic}/u.test(alt) && alt.length <= 16 ? alt : '';
}

/** Past the end of an element nobody sees. One that is never closed hides nothing, but for a script or style. */
function skipTo(reader: MarkupReader, token: Extract<MarkupToken, { kind: 'open' }>, endless: Set<string>): void {
  const name = localName(token.name);
  if (token.empty || endless.has(name)) return;
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  close.lastIndex = token.end;
  if (close.exec(reader.source)) reader.position = close.lastIndex;
  else if (name === 'script' || name === 'style') reader.position = reader.source.length;
  else endless.add(name);
}

/** "a<b" at the end of a text is text; a half-written known tag is not. */
function afterCut(rest: string, keepUnknown: boolean): string {
  const name = localName(/^<([\w:-]+)/.exec(rest)?.[1] ?? '');
  const known = BLOCKS.has(name) || INLINE.has(name) || UNSEEN.has(name);
  return known || rest.startsWith('<!') || (!keepUnknown && rest.includes('=')) ? '' : decodeHtml(rest);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
