/** Links of posts: only http(s), out of the redirectors that alerts wrap them in, and one writing for one page. */

/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING = /^(utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_\w+|cmpid|ocid|ncid|guccounter|__twitter_impression)$/i; // prettier-ignore

const GOOGLE = /^(www\.)?google\.[a-z.]{2,6}$/;
const MAX_LENGTH = 2_000;

/** @returns a normal http(s) address, or null for any other scheme and for nonsense */
export function safeLink(link: string | null | undefined, base?: string | null): string | null {
  if (!link) return null;
  const url = URL.parse(link.trim(), base ?? undefined);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') return null;
  return url.href.length > MAX_LENGTH ? null : url.href;
}

/** The page behind a redirector, as far as the address itself tells it. */
export function unwrapLink(link: string): string {
  let current = link;
  for (let step = 0; step < 3; step += 1) {
    const inner = safeLink(innerTarget(new URL(current)));
    if (inner === null) break;
    current = inner;
  }
  return current;
}

function innerTarget(url: URL): string | null {
  const host = url.hostname;
  const query = url.searchParams;
  if (GOOGLE.test(host) && url.pathname === '/url') return query.get('url') ?? query.get('q');
  if (/(^|\.)bing\.com$/.test(host) && url.pathname.endsWith('/apiclick.aspx')) return query.get('url');
  if (/(^|\.)facebook\.com$/.test(host) && url.pathname === '/l.php') return query.get('u');
  if (host === 'news.google.com' && /\/articles\//.test(url.pathname)) return insideGoogleNews(url.pathname);
  return null;
}

/** Older Google News addresses carry the page's address in the clear inside Base64; newer ones do not. */
function insideGoogleNews(path: string): string | null {
  const coded = path.split('/articles/')[1] ?? '';
  const clear = Buffer.from(coded, 'base64url').toString('latin1');
  return /https?:\/\/[\x21-\x7e]{4,}/.exec(clear)?.[0].replace(/\xd2.*$/, '') ?? null;
}

/** One writing for one page: redirectors, trackers and fragments taken off; comment anchors stay, they are posts of their own. */
export function canonicalLink(link: string): string {
  const url = new URL(unwrapLink(link));
  url.hostname = url.hostname.replace(/\.$/, '');
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  if (url.hostname === 'news.google.com') for (const name of ['oc', 'hl', 'gl', 'ceid']) url.searchParams.delete(name);
  if (!/^#(comment|!|\/|p?\d+$|post|msg|c\d)/i.test(url.hash)) url.hash = '';
  return url.href;
}
