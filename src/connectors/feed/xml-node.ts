/** Reads the nodes that xml2js makes under rss-parser: a string, or an object with `_` for text, `$` for attributes, and children. */
import type { FeedAuthor, RichText } from './feed-reading.js';

export type Node = string | { _?: string; $?: Record<string, string>; [child: string]: unknown };

export function nodes(value: unknown): Node[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.filter((node): node is Node => typeof node === 'string' || (typeof node === 'object' && node !== null));
}

export function child(parents: Node[], name: string): Node[] {
  return parents.flatMap((parent) => (typeof parent === 'string' ? [] : nodes(parent[name])));
}

/** The first text that is not empty, trimmed. */
export function textOf(list: Node[]): string | null {
  for (const node of list) {
    const text = (typeof node === 'string' ? node : typeof node._ === 'string' ? node._ : '').trim();
    if (text !== '') return text;
  }
  return null;
}

/** An attribute of the first node that has it. `list` may be the attributes themselves. */
export function attribute(list: Node[], name: string): string | null {
  for (const node of list) {
    if (typeof node === 'string') continue;
    const value = node.$?.[name] ?? (typeof node[name] === 'string' ? node[name] : undefined);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

/** @param kind what an element without a type means in its format */
export function richOf(list: Node[], kind: RichText['kind']): RichText | null {
  for (const node of list) {
    const value = textOf([node]);
    if (value === null) continue;
    const type = (attribute([node], 'type') ?? '').toLowerCase();
    const mode = (attribute([node], 'mode') ?? '').toLowerCase();
    const base = attribute([node], 'es:base');
    const bytes = mode === 'base64' || isBinary(type) ? fromBase64(value) : null;
    if (bytes !== null) return { value: bytes, kind: 'html', base };
    return { value, kind: kindOf(node, type, mode, kind), base };
  }
  return null;
}

function kindOf(node: Node, type: string, mode: string, fallback: RichText['kind']): RichText['kind'] {
  if (type.includes('html')) return 'html';
  if (attribute([node], 'es:markup') !== null) return fallback === 'loose' ? 'loose' : 'html';
  if (type === 'text' || type === 'text/plain' || mode !== '') return type === '' ? fallback : 'text';
  return fallback;
}

/** RFC 4287 4.1.3.3: any other media type that is neither text nor XML comes in Base64. */
function isBinary(type: string): boolean {
  return /^(application|image|audio|video)\//.test(type) && !/xml|html|json/.test(type);
}

function fromBase64(value: string): string | null {
  const compact = value.replace(/\s+/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(compact) && compact.length % 4 === 0
    ? Buffer.from(compact, 'base64').toString('utf8')
    : null;
}

/** A person written as elements (Atom), as "mail (Name)" (RSS) or as a bare name. */
export function authorOf(list: Node[]): FeedAuthor | null {
  for (const node of list) {
    const name = textOf(child([node], 'name')) ?? textOf(child([node], 'atom:name'));
    const email = textOf(child([node], 'email'));
    const url = textOf(child([node], 'uri')) ?? textOf(child([node], 'url')) ?? textOf(child([node], 'homepage'));
    if (name !== null || email !== null || url !== null)
      return { ...mailAndName((name ?? '').slice(0, 500)), ...(email ? { email } : {}), url };
    const text = textOf([node]);
    if (text !== null) return { ...mailAndName(text.slice(0, 500)), url: null };
  }
  return null;
}

const MAIL = /[\w.+'%-]+@[\w-]+(?:\.[\w-]+)*\.[\w-]+/;

/** "me@example.com (Name)", "Name (me@example.com)", "Name <me@example.com>" or one of both. */
function mailAndName(text: string): { name: string | null; email: string | null } {
  const email = MAIL.exec(text)?.[0] ?? null;
  if (email === null) return { name: text.trim() || null, email: null };
  const rest = text.replace(email, ' ').replace(/[()<>[\]]|mailto:/g, ' ').replace(/\s+/g, ' ').trim(); // prettier-ignore
  return { name: rest || null, email };
}
