/** The session of Bluesky's own client library with our own way out: it signs in, renews and finds the account's server; SafeHttp carries it. */
import { createHash } from 'node:crypto';
import type { AtpSessionData, CredentialSession } from '@atproto/api';
import { OutboundError, type SafeHttp } from '../../platform/outbound/safe-http.js';
import { Unreadable } from '../ask-json.js';
import { Refused } from './failures.js';
import type { Account } from './settings.js';

/** A full page of posts with all their views is below 2 MB. */
const MOST_BYTES = 10_000_000;
/** Sessions held in memory; a server allows 300 sign-ins a day. Source: Bluesky documentation, "Rate limits". */
const MOST_SESSIONS = 200;

export type Query = Record<string, string | number | readonly string[] | undefined>;

export interface BlueskyClient {
  /** Who we are: an id that never changes, and the name it has now. */
  did: string;
  handle: string;
  /** @param method the name of a query in the lexicon */
  get(method: string, query: Query): Promise<unknown>;
  /** @param method the name of a procedure in the lexicon */
  post(method: string, body: Record<string, unknown>): Promise<unknown>;
  upload(bytes: Buffer, type: string): Promise<unknown>;
}

interface Kept {
  session: AtpSessionData;
  /** The server that keeps the account; null: the one that was asked. */
  home: string | null;
}

/** By a digest of what signs in. Never stored: a new process signs in anew. */
const kept = new Map<string, Kept>();

/**
 * @returns a client that is signed in, by a session of before where there is one
 * @throws also from its calls: OutboundError (no answer), Refused (an answer that is no), Unreadable (not what was promised)
 */
export async function blueskyClient(account: Account, way: { http: SafeHttp; signal: AbortSignal }): Promise<BlueskyClient> {
  const calls = new Calls(account, way);
  await calls.begin();
  const { did, handle } = calls.who;
  return {
    did,
    handle,
    get: (method, query) => calls.ask(`/xrpc/${method}${searchOf(query)}`, { method: 'GET' }),
    post: (method, body) =>
      calls.ask(`/xrpc/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    upload: (bytes, type) =>
      calls.ask('/xrpc/com.atproto.repo.uploadBlob', {
        method: 'POST',
        headers: { 'content-type': type },
        body: new Uint8Array(bytes),
      }),
  };
}

class Calls {
  private readonly key: string;
  private readonly wire: Wire;
  private session!: CredentialSession;
  /** false: this session was taken over and may have been ended meanwhile. */
  private isNew = false;

  constructor(
    private readonly account: Account,
    way: { http: SafeHttp; signal: AbortSignal },
  ) {
    const { server, handle, appPassword } = account;
    this.key = createHash('sha256')
      .update(JSON.stringify([server, handle, appPassword]))
      .digest('base64');
    this.wire = new Wire(way);
  }

  get who(): { did: string; handle: string } {
    const { session } = this.session;
    if (session === undefined) throw new Unreadable('The answer does not say who we are');
    return { did: session.did, handle: session.handle };
  }

  async begin(): Promise<void> {
    const { CredentialSession } = await import('@atproto/api'); // 60 MB: only where Bluesky is listened to
    this.session = new CredentialSession(new URL(this.account.server), this.wire.fetch);
    const before = kept.get(this.key);
    if (before === undefined) return this.signIn();
    this.session.session = { ...before.session };
    if (before.home !== null) this.session.pdsUrl = new URL(before.home);
  }

  /** Asks; renews a session that has run out, and signs in anew when it cannot be renewed. */
  async ask(path: string, init: RequestInit): Promise<unknown> {
    try {
      return await this.once(path, init);
    } catch (error) {
      const ended = error instanceof Refused && (error.status === 401 || /^(Expired|Invalid)Token$/.test(error.kind));
      if (!ended || this.isNew) throw error;
      await this.signIn();
      return await this.once(path, init);
    }
  }

  private async once(path: string, init: RequestInit): Promise<unknown> {
    const token = this.session.session?.accessJwt;
    const response = await this.wire.run(() => this.session.fetchHandler(path, init));
    if (this.session.session === undefined) kept.delete(this.key);
    else if (this.session.session.accessJwt !== token) this.keep();
    const text = await response.text();
    let data: unknown = null;
    try {
      data = text === '' ? null : JSON.parse(text);
    } catch {
      if (response.ok) throw new Unreadable('The answer is not JSON');
    }
    if (!response.ok) throw Refused.from(response.status, data, Object.fromEntries(response.headers));
    return data;
  }

  private async signIn(): Promise<void> {
    kept.delete(this.key);
    const { handle, appPassword } = this.account;
    this.session.session = undefined;
    this.session.pdsUrl = undefined;
    await this.wire.run(() => this.session.login({ identifier: handle, password: appPassword }));
    this.isNew = true;
    this.keep();
  }

  private keep(): void {
    const { session, pdsUrl } = this.session;
    if (session === undefined) return;
    kept.delete(this.key);
    kept.set(this.key, { session: { ...session }, home: pdsUrl?.href ?? null });
    const [oldest] = kept.keys();
    if (kept.size > MOST_SESSIONS && oldest !== undefined) kept.delete(oldest);
  }
}

/** `fetch` for the library. What happened on the wire is remembered, as the library tells it in other words. */
class Wire {
  private lost: OutboundError | null = null;
  private last: { status: number; headers: Record<string, string> } | null = null;

  constructor(private readonly way: { http: SafeHttp; signal: AbortSignal }) {}

  /** @throws what really happened, whatever the library made of it */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.lost = null;
    this.last = null;
    try {
      return await work();
    } catch (error) {
      throw this.truthAbout(error);
    }
  }

  private truthAbout(error: unknown): unknown {
    if (this.lost !== null) return this.lost;
    if (this.last === null) return error;
    const { status, headers } = this.last;
    if (status >= 200 && status < 300) return new Unreadable(`The answer to signing in cannot be read: ${wordsOf(error)}`);
    const kind = (error as { error?: unknown }).error;
    return Refused.from(status, { error: kind, message: wordsOf(error) }, headers);
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { http, signal } = this.way;
    try {
      if (signal.aborted) throw new OutboundError('aborted', 'Stopped before Bluesky was asked');
      const answer = await http.request({
        url: request.url,
        method: request.method as 'GET' | 'POST',
        headers: Object.fromEntries(request.headers),
        ...(request.body === null ? {} : { body: Buffer.from(await request.arrayBuffer()) }),
        signal,
        maxBytes: MOST_BYTES,
        maxRedirects: 0,
      });
      this.last = { status: answer.status, headers: answer.headers };
      const hasNoBody = [204, 205, 304].includes(answer.status);
      return new Response(hasNoBody ? null : new Uint8Array(answer.body), {
        status: answer.status,
        headers: plain(answer.headers),
      });
    } catch (error) {
      if (error instanceof OutboundError) this.lost = error;
      throw error;
    }
  };
}

const KEPT_HEADERS = ['content-type', 'retry-after', 'ratelimit-reset', 'ratelimit-remaining'];

/** Only what is read: a strange header must not spoil an answer. */
function plain(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => (/^[\x20-\x7e]+$/.test(headers[name] ?? '') ? [[name, headers[name]!]] : [])),
  );
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'no reason given';
}

function searchOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as string[]) : [value as string | number | undefined])
      if (one !== undefined) search.append(name, String(one));
  }
  return search.size === 0 ? '' : `?${search}`;
}
