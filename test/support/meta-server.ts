/** A stateful Graph API on this machine with one page and one Instagram account, as Meta's documentation describes them. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const META = {
  pageId: '100200300400500',
  instagramId: '17841405726653026',
  accessToken: 'a-page-token-of-ours',
  appSecret: 'an-app-secret-of-ours',
  verifyToken: 'a-verify-token-of-ours',
};
const VERSION = 'v24.0';

interface Thing {
  id: string;
  at: Date;
  from: { id: string; name: string } | null;
  text: string;
  /** Of a comment: the post or media it stands under, and the comment it answers. */
  under?: string;
  parent?: string;
  updated?: Date;
  privately?: string;
}

export type MetaFault =
  | {
      kind: 'error';
      status: number;
      code: number;
      subcode?: number;
      message?: string;
      transient?: boolean;
      headers?: Record<string, string>;
    }
  | { kind: 'raw'; status: number; body: string }
  | { kind: 'headers'; headers: Record<string, string> }
  | { kind: 'same-page' }
  | { kind: 'cut-before' }
  | { kind: 'lost-after-effect' }
  | { kind: 'hang' };

/** What may be asked for with each list. Source: Graph API reference, "Page Feed", "Object Comments", "IG Media Comments", "IG User Tags". */
const PARAMETERS: [RegExp, string[]][] = [
  [/\/(feed|tagged)$/, ['fields', 'limit', 'after']],
  [/\/comments$/, ['fields', 'limit', 'after', 'filter', 'order']],
  [/\/(media|tags|replies)$/, ['fields', 'limit', 'after']],
  [/./, ['fields']],
];

export class MetaServer {
  url = '';
  readonly asked: { method: string; path: string; query: URLSearchParams; body: Record<string, unknown> }[] = [];
  /** Questions that the documentation does not allow; tests expect none. */
  readonly misuse: string[] = [];
  readonly sent: { path: string; body: Record<string, unknown>; id: string }[] = [];
  readonly posts: Thing[] = [];
  readonly tagged: Thing[] = [];
  readonly comments: Thing[] = [];
  readonly media: Thing[] = [];
  readonly tags: Thing[] = [];
  readonly answers: Thing[] = [];
  /** Comments under other people's media that name us. */
  readonly mentions = new Map<string, Thing>();
  private readonly extra: { path: RegExp; item: unknown }[] = [];
  private readonly faults: { fault: MetaFault; path: RegExp; method: string | undefined; after: number }[] = [];
  private readonly server: Server;
  private count = 1000;

  private constructor(private readonly now: () => Date) {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(now: () => Date = () => new Date()): Promise<MetaServer> {
    const meta = new MetaServer(now);
    await new Promise<void>((ready) => meta.server.listen(0, '127.0.0.1', ready));
    meta.url = `http://127.0.0.1:${(meta.server.address() as AddressInfo).port}`;
    return meta;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private thing(prefix: string, text: string, more: Partial<Thing>): Thing {
    const id = `${prefix}${this.count++}`;
    return { id, at: this.now(), from: { id: `7${this.count % 9}01`, name: `Deniz ${this.count % 9}` }, text, ...more };
  }

  /** The page publishes. */
  ownPost(text = 'Duyuru', more: Partial<Thing> = {}): Thing {
    return first(this.posts, this.thing(`${META.pageId}_`, text, { from: { id: META.pageId, name: 'Anadolu Hat' }, ...more }));
  }
  visitorPost(text: string, more: Partial<Thing> = {}): Thing {
    return first(this.posts, this.thing(`${META.pageId}_`, text, more));
  }
  taggedPost(text: string, more: Partial<Thing> = {}): Thing {
    return first(this.tagged, this.thing('555_', text, more));
  }
  comment(under: Thing, text: string, more: Partial<Thing> = {}): Thing {
    const made = first(this.comments, this.thing(`${under.id.split('_').at(-1)}_`, text, { under: under.id, ...more }));
    under.updated = made.at;
    return made;
  }
  ownMedia(more: Partial<Thing> = {}): Thing {
    return first(
      this.media,
      this.thing('1789', 'Yeni kampanya', { from: { id: META.instagramId, name: 'anadoluhat' }, ...more }),
    );
  }
  answer(under: Thing, text: string, more: Partial<Thing> = {}): Thing {
    return first(this.answers, this.thing('1786', text, { under: under.id, ...more }));
  }
  tag(text: string): Thing {
    return first(this.tags, this.thing('1790', text, {}));
  }
  /** Somebody names us in a comment under a post of somebody else. */
  mention(text: string): { comment: Thing; mediaId: string } {
    const comment = this.thing('1788', text, { from: null, under: '17911111' });
    this.mentions.set(comment.id, comment);
    return { comment, mediaId: '17911111' };
  }
  remove(thing: Thing): void {
    for (const list of [this.posts, this.comments, this.answers, this.tagged])
      if (list.includes(thing)) list.splice(list.indexOf(thing), 1);
    this.mentions.delete(thing.id);
  }
  /** A thing that stands at the end of every page of a list. */
  addOdd(path: RegExp, item: unknown): void {
    this.extra.push({ path, item });
  }

  /** @returns what Meta would deliver */
  delivery(
    object: 'page' | 'instagram',
    field: string,
    value: unknown,
    { id, secret = META.appSecret }: { id?: string; secret?: string } = {},
  ) {
    const owner = id ?? (object === 'page' ? META.pageId : META.instagramId);
    const entry = [{ id: owner, time: Math.floor(this.now().getTime() / 1000), changes: [{ field, value }] }];
    const body = Buffer.from(JSON.stringify({ object, entry }));
    return { body, headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` } };
  }

  fail(
    fault: MetaFault,
    { path = /./, method, times = 1, after = 0 }: { path?: RegExp; method?: string; times?: number; after?: number } = {},
  ): void {
    for (let i = 0; i < times; i += 1) this.faults.push({ fault, path, method, after });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const url = new URL(request.url ?? '/', 'http://meta');
    const path = url.pathname.replace(`/${VERSION}/`, '');
    const body = JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Record<string, unknown>;
    this.asked.push({ method: request.method ?? '', path, query: url.searchParams, body });
    this.checkUse(request, url, path);
    const fault = this.takeFault(path, request.method ?? '');
    if (fault?.kind === 'cut-before') return void request.socket.destroy();
    if (fault?.kind === 'hang') return void response.writeHead(200).write('{"data":[');
    if (fault?.kind === 'raw') return void response.writeHead(fault.status).end(fault.body);
    if (fault?.kind === 'error')
      return reply(response, { status: fault.status, body: problem(fault.code, fault.message, fault) }, fault.headers);
    if (fault?.kind === 'same-page') url.searchParams.delete('after');
    const done = this.answerTo(request, url, path, body);
    if (fault?.kind === 'lost-after-effect') return void request.socket.destroy();
    if (fault?.kind === 'same-page')
      Object.assign(done.body as object, { paging: { cursors: { after: 'same' }, next: 'https://x' } });
    reply(response, done, fault?.kind === 'headers' ? fault.headers : {});
  }

  private answerTo(request: IncomingMessage, url: URL, path: string, body: Record<string, unknown>): Reply {
    const proof = createHmac('sha256', META.appSecret).update(META.accessToken).digest('hex');
    if (request.headers.authorization !== `Bearer ${META.accessToken}`) return { status: 401, body: problem(190, 'Error validating access token: Session has expired') }; // prettier-ignore
    if (url.searchParams.get('appsecret_proof') !== proof)
      return { status: 400, body: problem(100, 'Invalid appsecret_proof provided in the API argument') };
    if (request.method === 'POST') return this.post(path, body);
    const [of = '', list] = path.split('/');
    const items = this.listOf(of, list);
    if (items !== null) return this.page(items, url.searchParams, path);
    return this.node(of, url.searchParams.get('fields') ?? '');
  }

  private listOf(of: string, list: string | undefined): Record<string, unknown>[] | null {
    if (list === 'feed') return this.posts.map((one) => this.facebook(one));
    if (list === 'tagged') return this.tagged.map((one) => this.facebook(one));
    if (list === 'media') return this.media.map((one) => this.instagramMedia(one));
    if (list === 'tags')
      return this.tags.map((one) => ({ ...this.instagramMedia(one), caption: one.text, username: `kisi${one.id}` }));
    if (list === 'replies') return this.answers.filter((one) => one.parent === of).map((one) => this.instagram(one, false));
    if (list !== 'comments') return null;
    if (this.media.some((one) => one.id === of)) return this.answers.filter((one) => one.under === of && !one.parent).map((one) => this.instagram(one, true)); // prettier-ignore
    return this.comments.filter((one) => one.under === of || one.parent === of).map((one) => this.facebook(one));
  }

  private page(items: Record<string, unknown>[], query: URLSearchParams, path: string): Reply {
    const after = query.get('after');
    const start = after === null ? 0 : items.findIndex((one) => one['id'] === Buffer.from(after, 'base64url').toString()) + 1;
    if (after !== null && start === 0) return { status: 400, body: problem(100, 'Invalid cursors values provided') };
    const page = items.slice(start, start + Number(query.get('limit') ?? 25));
    const last = page.at(-1);
    const cursors = last === undefined ? {} : { cursors: { after: Buffer.from(String(last['id'])).toString('base64url') } };
    const next = start + page.length < items.length ? { next: 'https://graph.facebook.com/next' } : {};
    const odd = this.extra.filter((one) => one.path.test(path)).map((one) => one.item);
    return { status: 200, body: { data: [...page, ...odd], paging: { ...cursors, ...next } } };
  }

  private node(of: string, fields: string): Reply {
    if (of === META.pageId) return { status: 200, body: { id: META.pageId, name: 'Anadolu Hat', username: 'anadoluhat' } };
    if (of === META.instagramId) return this.mentioned(fields);
    const found = [...this.posts, ...this.comments, ...this.tagged].find((one) => one.id === of);
    if (found) return { status: 200, body: fields === 'can_reply_privately' ? { id: of, can_reply_privately: found.privately === undefined } : this.facebook(found) }; // prettier-ignore
    const answer = this.answers.find((one) => one.id === of);
    if (answer) return { status: 200, body: { ...this.instagram(answer, false), media: { id: answer.under, permalink: `https://www.instagram.com/p/${answer.under}/` } } }; // prettier-ignore
    return { status: 400, body: problem(100, 'Unsupported get request. Object does not exist', { subcode: 33 }) };
  }

  private mentioned(fields: string): Reply {
    const [, what, id = ''] = /^mentioned_(comment|media)\.(?:comment|media)_id\((\d+)\)\{/.exec(fields) ?? [];
    const comment = this.mentions.get(id);
    if (what === 'comment' && comment) return { status: 200, body: { id: META.instagramId, mentioned_comment: { id, text: comment.text, timestamp: stamp(comment.at), like_count: 3, media: { id: comment.under, permalink: 'https://www.instagram.com/p/abc/' } } } }; // prettier-ignore
    const tag = this.tags.find((one) => one.id === id);
    if (what === 'media' && tag) return { status: 200, body: { id: META.instagramId, mentioned_media: { ...this.instagramMedia(tag), caption: tag.text, username: 'kisi' } } }; // prettier-ignore
    return { status: 400, body: problem(100, 'Unsupported get request', { subcode: 33 }) };
  }

  private post(path: string, body: Record<string, unknown>): Reply {
    const [of = '', list] = path.split('/');
    const text = String(body['message'] ?? '');
    const target = [...this.posts, ...this.comments, ...this.answers].find((one) => one.id === of);
    const gone: Reply = { status: 400, body: problem(100, 'Object does not exist', { subcode: 33 }) };
    if (list === 'messages') return this.message(body);
    if (list === 'mentions') return this.accept(path, body, `1786${this.count++}`);
    if (target === undefined) return gone;
    if (list === 'replies') return this.accept(path, body, this.answer(target, text, { parent: of, from: { id: META.instagramId, name: 'anadoluhat' } }).id); // prettier-ignore
    return this.accept(path, body, this.comment(target, text, { parent: of, from: { id: META.pageId, name: 'Anadolu Hat' } }).id);
  }

  private message(body: Record<string, unknown>): Reply {
    const { recipient, message } = body as { recipient?: { comment_id?: string }; message?: { text?: string } };
    const target = [...this.comments, ...this.posts, ...this.answers].find((one) => one.id === recipient?.comment_id);
    if (target === undefined) return { status: 400, body: problem(100, 'No matching user found', { subcode: 33 }) };
    if (target.privately !== undefined) return { status: 400, body: problem(10_900, 'Activity already replied to') };
    target.privately = message?.text ?? '';
    this.sent.push({ path: 'messages', body, id: 'm_1' });
    return { status: 200, body: { recipient_id: '7', message_id: 'm_1' } };
  }

  private accept(path: string, body: Record<string, unknown>, id: string): Reply {
    this.sent.push({ path, body, id });
    return { status: 200, body: { id } };
  }

  private facebook({ id, at, from, text, under, parent, updated }: Thing): Record<string, unknown> {
    const base = { id, message: text, created_time: stamp(at), ...(from ? { from } : {}) };
    if (under === undefined) return { ...base, updated_time: stamp(updated ?? at), permalink_url: `https://www.facebook.com/permalink/${id}`, comments: { data: [], summary: { total_count: this.comments.filter((c) => c.under === id).length } }, reactions: { data: [], summary: { total_count: 2 } }, shares: { count: 1 } }; // prettier-ignore
    return {
      ...base,
      ...(parent ? { parent: { id: parent } } : {}),
      permalink_url: `https://www.facebook.com/${under}?comment_id=${id}`,
      like_count: 1,
      comment_count: 0,
    };
  }
  private instagramMedia({ id, at }: Thing): Record<string, unknown> {
    return { id, timestamp: stamp(at), permalink: `https://www.instagram.com/p/${id}/`, media_type: 'IMAGE', media_url: 'https://cdn.example/a.jpg', like_count: 5, comments_count: this.answers.filter((one) => one.under === id).length }; // prettier-ignore
  }
  private instagram({ id, at, from, text }: Thing, deep: boolean): Record<string, unknown> {
    const replies = this.answers.filter((one) => one.parent === id).map((one) => this.instagram(one, false));
    const more = replies.length > 50 ? { paging: { cursors: { after: 'x' }, next: 'https://x' } } : {};
    return { id, text, timestamp: stamp(at), like_count: 0, ...(from ? { from: { id: from.id, username: from.name.replace(' ', '.').toLowerCase() } } : {}), ...(deep && replies.length > 0 ? { replies: { data: replies.slice(0, 50), ...more } } : {}) }; // prettier-ignore
  }

  /** Each order counts for itself what goes well before. */
  private takeFault(path: string, method: string): MetaFault | null {
    for (const order of this.faults) {
      if (!order.path.test(path) || (order.method ?? method) !== method) continue;
      if (order.after > 0) {
        order.after -= 1;
        continue;
      }
      this.faults.splice(this.faults.indexOf(order), 1);
      return order.fault;
    }
    return null;
  }

  private checkUse(request: IncomingMessage, url: URL, path: string): void {
    const known = request.method === 'POST' ? [] : PARAMETERS.find(([pattern]) => pattern.test(path))?.[1];
    const odd = [...url.searchParams.keys()].filter((name) => name !== 'appsecret_proof' && known?.includes(name) === false);
    if (odd.length > 0) this.misuse.push(`${path} knows no ${odd.join()}`);
    if (!url.pathname.startsWith(`/${VERSION}/`)) this.misuse.push(`${url.pathname} without a version`);
    if (url.search.includes(META.accessToken)) this.misuse.push('the token stands in the address');
    if (Number(url.searchParams.get('limit') ?? 1) > 100) this.misuse.push(`${path} asks for more than 100`);
  }
}

interface Reply {
  status: number;
  body: unknown;
}

/** Newest first, as Meta lists. */
function first(list: Thing[], thing: Thing): Thing {
  const at = list.findIndex((one) => one.at.getTime() <= thing.at.getTime());
  list.splice(at === -1 ? list.length : at, 0, thing);
  return thing;
}

function stamp(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, '+0000');
}

function problem(
  code: number,
  message = 'A planned fault',
  { subcode, transient }: { subcode?: number; transient?: boolean } = {},
) {
  return { error: { message, type: 'OAuthException', code, error_subcode: subcode, is_transient: transient, fbtrace_id: 'A1' } };
}

function reply(response: ServerResponse, { status, body }: Reply, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers }).end(JSON.stringify(body));
}
