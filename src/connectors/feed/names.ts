/** One name for each element of the feed formats, whatever prefix, namespace address or capitals a feed writes it with. */

/** Namespace address (lower case, without a last slash or #) → the prefix rss-parser and read-xml.ts know it by. */
const PREFIXES: Record<string, string> = {
  'http://www.w3.org/2005/atom': 'atom',
  'http://purl.org/atom/ns': 'atom',
  'http://purl.org/rss/1.0': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://backend.userland.com/rss091': '',
  'http://backend.userland.com/blogchannelmodule': 'blogchannel',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'http://purl.org/dc/elements/1.1': 'dc',
  'http://purl.org/dc/elements/1.0': 'dc',
  'http://purl.org/dc/terms': 'dcterms',
  'http://purl.org/rss/1.0/modules/content': 'content',
  'http://purl.org/rss/1.0/modules/syndication': 'sy',
  'http://purl.org/syndication/thread/1.0': 'thr',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://example.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://search.yahoo.com/mrss': 'media',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://www.w3.org/2000/svg': 'svg',
  'http://www.w3.org/1998/math/mathml': 'mathml',
};

/** Names that have capitals in their formats; all others are lower case. */
const CAPITALS = new Map(
  ['pubDate', 'lastBuildDate', 'skipHours', 'skipDays', 'managingEditor', 'webMaster', 'rdf:RDF', 'sy:updatePeriod', 'sy:updateFrequency', 'feedburner:origLink'].map((name) => [name.toLowerCase(), name]),
); // prettier-ignore

/** Prefix → canonical prefix, inherited down the document. The empty prefix is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

export const EMPTY_SCOPE: Scope = new Map();

/** The scope inside an element, from its xmlns attributes. */
export function scopeWithin(scope: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let inner: Map<string, string> | null = null;
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const address = value.trim().toLowerCase().replace(/[/#]+$/, ''); // prettier-ignore
    const prefix = name.slice(6);
    inner ??= new Map(scope);
    inner.set(prefix, PREFIXES[address] ?? prefix);
  }
  return inner ?? scope;
}

/**
 * @param atomRoot the document is Atom, whose own elements are then written without a prefix
 * @returns a name that is safe in XML
 */
export function canonicalName(raw: string, scope: Scope, atomRoot: boolean): string {
  const colon = raw.indexOf(':');
  const prefix = colon < 0 ? '' : raw.slice(0, colon);
  let canonical = scope.get(prefix) ?? prefix.toLowerCase();
  if (canonical === 'atom' && atomRoot) canonical = '';
  const local = raw.slice(colon + 1).toLowerCase().replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^[^\p{L}_]/u, '_'); // prettier-ignore
  const safe = /^_+(proto__)?$/.test(local) ? 'odd' : local; // xml2js keeps the text of an element under _
  const name = canonical === '' ? safe : `${canonical.replace(/[^\p{L}\p{N}._-]/gu, '_')}:${safe}`;
  return CAPITALS.get(name) ?? name;
}
