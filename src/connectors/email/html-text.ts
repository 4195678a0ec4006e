/** The words of an HTML mail: scripts, styles and what is hidden left out, quotes of earlier mails marked, one line for each block. */
import { decode } from 'html-entities';

/** Longer than any mail a person writes. */
const MOST = 500_000;
const UNSEEN = ['script', 'style', 'head', 'title', 'template', 'noscript', 'svg'];
const BLOCKS = new Set([
  'p',
  'div',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'section',
  'article',
  'blockquote',
  'pre',
]);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;

/** @returns plain text; what stands in a `<blockquote>` begins with `> ` */
export function textOfHtml(html: string): string {
  let text = '';
  let last = 0;
  let depth = 0;
  const source = withoutUnseen(html.slice(0, MOST));
  const add = (words: string) => {
    text += decode(words).replace(/\s+/g, ' ');
  };
  const breakLine = () => {
    text = `${text.trimEnd()}\n${depth > 0 ? '> '.repeat(Math.min(depth, 5)) : ''}`;
  };
  for (const match of source.matchAll(TAG)) {
    add(source.slice(last, match.index));
    last = match.index + match[0].length;
    const [, closing, tag = ''] = match;
    const name = tag.toLowerCase();
    if (name === 'blockquote') depth = Math.max(0, depth + (closing ? -1 : 1));
    if (name === 'br' || BLOCKS.has(name)) breakLine();
    else if (name === 'td' || name === 'th') text += ' ';
  }
  add(source.slice(last));
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** In one pass from the front, however often an opening is not closed. */
function withoutUnseen(html: string): string {
  const parts: string[] = [];
  const lower = html.toLowerCase();
  let from = 0;
  const opening = new RegExp(`<!--|<(${UNSEEN.join('|')})[\\s>]`, 'gi');
  for (let match = opening.exec(lower); match !== null; match = opening.exec(lower)) {
    const end = match[1] === undefined ? lower.indexOf('-->', match.index) : lower.indexOf(`</${match[1]}`, match.index);
    parts.push(html.slice(from, match.index));
    if (end === -1) return parts.join('');
    from = lower.indexOf('>', end) + 1 || html.length;
    opening.lastIndex = from;
  }
  return parts.join('') + html.slice(from);
}
