/** Reddit on this machine: tokens, listings that page by the names of things, /api/info, comments, and limits told in headers. */
import { JsonServer, type Answered, type AskedFor } from './json-server.js';

export interface RedditThing {
  kind: 't1' | 't3';
  name: string;
  author: string;
  created: number;
  subreddit: string;
  /** Title of a post. */
  title: string;
  /** Words of a comment or post, in Markdown. */
  body: string;
  parent: string;
  link: string;
  edited: number | false;
  state: 'there' | 'deleted' | 'removed';
  more: Record<string, unknown>;
}

export interface RedditOptions {
  now: () => Date;
  /** Calls in a window of ten minutes. */
  limit?: number;
}

export const REDDIT_APP = {
  clientId: 'app-id',
  clientSecret: 'app-secret',
  userAgent: 'web:com.example.earshot:v1 (by /u/anadoluhat)',
};
export const REDDIT_ACCOUNT = { ...REDDIT_APP, refreshToken: 'our-refresh-token' };
const MOST = 1000;

export class RedditServer {
  readonly things: RedditThing[] = [];
  /** Children as they are, before those of every listing. */
  readonly odd: unknown[] = [];
  readonly us = { name: 'AnadoluHat', id: 'us1' };
  /** Answers to the next comments, in place of taking them. */
  readonly refusals: { errors: unknown[][]; ratelimit?: number }[] = [];
  readonly server = new JsonServer((asked) => this.answer(asked));
  left: number;
  /** Seconds that a token is good for, and those that are. */
  tokenSeconds = 3600;
  readonly tokens = new Map<string, 'app' | 'us'>();

  constructor(private readonly options: RedditOptions) {
    this.left = options.limit ?? 1000;
  }

  get url(): string {
    return this.server.url;
  }

  add(thing: Partial<RedditThing> = {}, secondsAgo = 0): RedditThing {
    const kind = thing.kind ?? 't3';
    const id = (1_000_000 + this.things.length).toString(36);
    const created = Math.floor(this.options.now().getTime() / 1000) - secondsAgo;
    const made: RedditThing = { kind, name: `${kind}_${id}`, author: `user${this.things.length % 7}`, created, subreddit: 'askturkey', title: '', body: '', parent: 't3_root', link: 't3_root', edited: false, state: 'there', more: {}, ...thing }; // prettier-ignore
    this.things.push(made);
    return made;
  }

  edit(thing: RedditThing, body: string): void {
    Object.assign(thing, { body, edited: Math.floor(this.options.now().getTime() / 1000) });
  }

  private answer(asked: AskedFor): Answered {
    if (asked.path === '/api/v1/access_token') return this.token(asked);
    const who = this.tokens.get(/^Bearer (.+)$/.exec(asked.headers.authorization ?? '')?.[1] ?? '');
    if (who === undefined) return { status: 401, body: { message: 'Unauthorized', error: 401 } };
    if (!/by \/u\//.test(asked.headers['user-agent'] ?? '')) return { status: 403, body: { message: 'Forbidden', error: 403 } };
    this.left -= 1;
    const headers = {
      'x-ratelimit-remaining': String(Math.max(0, this.left)),
      'x-ratelimit-used': '1',
      'x-ratelimit-reset': '340',
    };
    if (this.left < 0) return { status: 429, headers, body: { message: 'Too Many Requests', error: 429 } };
    return { headers, ...this.route(asked, who) };
  }

  private token({ headers, body, method }: AskedFor): Answered {
    const basic = Buffer.from(`${REDDIT_APP.clientId}:${REDDIT_APP.clientSecret}`).toString('base64');
    const installed = Buffer.from(`${REDDIT_APP.clientId}:`).toString('base64');
    const form = new URLSearchParams(body);
    const grant = form.get('grant_type');
    const given = headers.authorization?.replace('Basic ', '');
    const isInstalled = grant === 'https://oauth.reddit.com/grants/installed_client';
    if (method !== 'POST' || given !== (isInstalled ? installed : basic))
      return { status: 401, body: { message: 'Unauthorized', error: 401 } };
    if (isInstalled && !form.get('device_id')) return { body: { error: 'DEVICE_ID_REQUIRED' } };
    if (grant === 'refresh_token' && form.get('refresh_token') !== REDDIT_ACCOUNT.refreshToken)
      return { status: 400, body: { error: 'invalid_grant' } };
    if (!isInstalled && grant !== 'refresh_token' && grant !== 'client_credentials')
      return { body: { error: 'unsupported_grant_type' } };
    const token = `token-${this.tokens.size}-${Math.random()}`;
    this.tokens.set(token, grant === 'refresh_token' ? 'us' : 'app');
    return { body: { access_token: token, token_type: 'bearer', expires_in: this.tokenSeconds, scope: '*' } };
  }

  private route(asked: AskedFor, who: 'app' | 'us'): Omit<Answered, 'headers'> {
    const { path, query, method } = asked;
    if (path === '/api/v1/me')
      return who === 'us' ? { body: this.us } : { status: 403, body: { message: 'Forbidden', error: 403 } };
    if (path === '/api/comment' && method === 'POST') return this.comment(new URLSearchParams(asked.body), who);
    if (path === '/api/info') return { body: this.info((query.get('id') ?? '').split(',')) };
    if (path === '/search') return { body: this.listing(query, this.search(query.get('q') ?? '')) };
    const user = /^\/user\/(\w+)\/comments$/.exec(path)?.[1];
    if (user !== undefined) return { body: this.listing(query, (t) => t.kind === 't1' && t.author === user) };
    const [, names, list] = /^\/r\/([\w+]+)\/(new|comments|about)$/.exec(path) ?? [];
    if (names === undefined) return { status: 404, body: { message: 'Not Found', error: 404 } };
    const subs = new Set(names.toLowerCase().split('+'));
    if (list === 'about') return names === 'hidden' ? { status: 403, body: { reason: 'private', message: 'Forbidden', error: 403 } } : { body: { kind: 't5', data: {} } }; // prettier-ignore
    const kind = list === 'new' ? 't3' : 't1';
    return { body: this.listing(query, (t) => t.kind === kind && subs.has(t.subreddit.toLowerCase())) };
  }

  private search(q: string): (thing: RedditThing) => boolean {
    return (t) => t.kind === 't3' && `${t.title} ${t.body}`.toLowerCase().includes(q.toLowerCase());
  }

  /** Newest first; `after` is the name of the last thing of the page before. Source: reddit.com/dev/api, "listings". */
  private listing(query: URLSearchParams, fits: (thing: RedditThing) => boolean): unknown {
    const limit = Math.min(Number(query.get('limit') ?? 25), 100);
    const all = this.things.filter((t) => t.state === 'there' && fits(t)).sort((a, b) => b.created - a.created || (a.name < b.name ? 1 : -1)); // prettier-ignore
    const shown = all.slice(0, MOST);
    const after = query.get('after');
    const start = after === null ? 0 : shown.findIndex((t) => t.name === after) + 1;
    const page = after !== null && start === 0 ? [] : shown.slice(start, start + limit);
    const next = start + page.length < shown.length && page.length > 0 ? page.at(-1)!.name : null;
    const odd = after === null ? this.odd : [];
    return { kind: 'Listing', data: { after: next, before: null, dist: page.length, modhash: null, geo_filter: '', children: [...odd, ...page.map((t) => childOf(t, query))] } }; // prettier-ignore
  }

  private info(names: string[]): unknown {
    const children = this.things.filter((t) => names.includes(t.name)).map((t) => childOf(t, new URLSearchParams('raw_json=1')));
    return { kind: 'Listing', data: { after: null, before: null, dist: children.length, children } };
  }

  private comment(form: URLSearchParams, who: 'app' | 'us'): Omit<Answered, 'headers'> {
    if (who !== 'us') return { body: { json: { errors: [['USER_REQUIRED', 'Please log in to do that.', null]] } } };
    const planned = this.refusals.shift();
    if (planned !== undefined) return { body: { json: planned } };
    const text = form.get('text') ?? '';
    if (text === '') return { body: { json: { errors: [['NO_TEXT', 'we need something here', 'text']] } } };
    if ([...text].length > 10_000) return { body: { json: { errors: [['TOO_LONG', 'this is too long (max: 10000)', 'text']] } } };
    const parent = form.get('thing_id') ?? '';
    const made = this.add({
      kind: 't1',
      author: this.us.name,
      body: text,
      parent,
      link: parent.startsWith('t3_') ? parent : 't3_root',
    });
    return { body: { json: { errors: [], data: { things: [childOf(made, new URLSearchParams('raw_json=1'))] } } } };
  }
}

/** Without raw_json Reddit escapes three signs in all texts. */
function childOf(thing: RedditThing, query: URLSearchParams): unknown {
  const escaped = (text: string) =>
    query.has('raw_json') ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const gone = thing.state !== 'there';
  const words = gone ? `[${thing.state}]` : escaped(thing.body);
  const shared = { id: thing.name.slice(3), name: thing.name, author: gone ? '[deleted]' : thing.author, ...(gone ? {} : { author_fullname: `t2_${thing.author.toLowerCase()}` }), created_utc: thing.created, created: thing.created, edited: thing.edited, subreddit: thing.subreddit, subreddit_name_prefixed: `r/${thing.subreddit}`, score: 1, ups: 1, downs: 0, saved: false, archived: false }; // prettier-ignore
  if (thing.kind === 't1') {
    return { kind: 't1', data: { ...shared, body: words, body_html: '', link_id: thing.link, parent_id: thing.parent, link_title: 'A post', permalink: `/r/${thing.subreddit}/comments/${thing.link.slice(3)}/x/${thing.name.slice(3)}/`, replies: '', ...thing.more } }; // prettier-ignore
  }
  return { kind: 't3', data: { ...shared, title: escaped(thing.title), selftext: words, selftext_html: null, is_self: true, url: `https://www.reddit.com/r/${thing.subreddit}/comments/${thing.name.slice(3)}/x/`, num_comments: 0, num_crossposts: 0, over_18: false, stickied: false, removed_by_category: thing.state === 'removed' ? 'moderator' : thing.state === 'deleted' ? 'deleted' : null, permalink: `/r/${thing.subreddit}/comments/${thing.name.slice(3)}/x/`, ...thing.more } }; // prettier-ignore
}
