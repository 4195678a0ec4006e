/** A desk of its own for a test file: the whole application on a cloned database, listening on a free port of 127.0.0.1. */
import 'reflect-metadata';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#libs/contracts/live-events.js';
import type { Role } from '#libs/contracts/words.js';
import { createApp } from '../../src/app.js';
import { Database } from '../../src/database/database.js';
import { EnsureFirstAdministrator } from '../../src/people/ensure-first-administrator.js';
import { readSettings } from '../../src/platform/config/env.js';
import { cloneDatabase } from './test-database.js';

export const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery' };

export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Headers;
}

/** Somebody who talks to the API, by cookie or by token. */
export class Client {
  constructor(
    readonly url: string,
    readonly headers: Record<string, string> = {},
  ) {}

  async call<T = any>(method: string, at: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const answer = await fetch(`${this.url}${at}`, {
      method,
      headers: { ...this.headers, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      redirect: 'manual',
    });
    const text = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, body: (json ? JSON.parse(text) : text) as T, headers: answer.headers };
  }

  get<T = any>(at: string) {
    return this.call<T>('GET', `/api/v1${at}`);
  }
  post<T = any>(at: string, body: unknown = {}) {
    return this.call<T>('POST', `/api/v1${at}`, body);
  }
  patch<T = any>(at: string, body: unknown) {
    return this.call<T>('PATCH', `/api/v1${at}`, body);
  }

  /** Like `post`, but a test that expects success fails here with the answer when it is none. */
  async must<T = any>(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', at: string, body?: unknown): Promise<T> {
    const answer = await this.call<T>(method, `/api/v1${at}`, body);
    if (answer.status >= 300) throw new Error(`${method} ${at} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async signIn(email: string, password: string): Promise<Client> {
    const answer = await fetch(`${this.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (answer.status !== 200) throw new Error(`signing in answered ${answer.status}: ${await answer.text()}`);
    return new Client(this.url, { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' });
  }

  /** A live connection that keeps everything it hears. */
  live(): Promise<Live> {
    return openLive(this);
  }
}

export interface Heard {
  name: string;
  body: any;
}

export class Live {
  readonly heard: Heard[] = [];

  constructor(readonly socket: Socket<ServerToClient, ClientToServer>) {
    socket.onAny((name: string, body: unknown) => this.heard.push({ name, body }));
  }

  /** @returns the first message that fits, waiting up to `ms` for it */
  async until(fits: (m: Heard) => boolean, ms = 5000): Promise<Heard> {
    for (const end = Date.now() + ms; ; await new Promise((r) => setTimeout(r, 5))) {
      const found = this.heard.find(fits);
      if (found) return found;
      if (Date.now() > end) throw new Error(`not heard within ${ms} ms; heard: ${JSON.stringify(this.heard.map((h) => h.name))}`);
    }
  }

  close(): void {
    this.socket.close();
  }
}

async function openLive(client: Client): Promise<Live> {
  const auth = client.headers['authorization']?.replace('Bearer ', '');
  const socket: Socket<ServerToClient, ClientToServer> = io(`${client.url}/live`, {
    transports: ['websocket'],
    extraHeaders: client.headers,
    auth: auth ? { token: auth } : {},
    forceNew: true,
  });
  const live = new Live(socket);
  await new Promise<void>((done, failed) => {
    socket.once('hello', () => done());
    socket.once('connect_error', failed);
  });
  return live;
}

export interface Desk {
  app: NestExpressApplication;
  url: string;
  db: Database;
  databaseUrl: string;
  admin: Client;
  anybody: Client;
  /** Adds a person with these roles and signs them in. */
  person(roles: Role[], more?: Record<string, unknown>): Promise<Client & { id: string; email: string; password: string }>;
  /** A webhook source and a way to hand it signed posts. */
  webhook(settings?: Record<string, unknown>): Promise<Webhook>;
  stop(): Promise<void>;
}

export interface Webhook {
  id: string;
  secret: string;
  push(posts: unknown, headers?: Record<string, string>): Promise<Answer>;
}

/** A post for a webhook, with sensible defaults. */
export function aPost(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    externalId: randomBytes(8).toString('hex'),
    text: 'Anadolu Hat my internet has been down for three days, this is unacceptable. Please fix it!',
    postedAt: new Date().toISOString(),
    author: { handle: `user_${randomBytes(4).toString('hex')}`, name: 'Deniz Aksoy', followers: 120 },
    ...more,
  };
}

export function sign(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** @param env further settings, as the environment would have them */
export async function startDesk(env: Record<string, string> = {}): Promise<Desk> {
  const database = await cloneDatabase();
  const desk = await startDeskOn(database.url, env);
  return { ...desk, stop: () => desk.stop().finally(() => database.drop()) };
}

/**
 * A desk on a database that exists, such as a second one beside the first.
 * @param env as in startDesk; processes that share sources need the same EARSHOT_KEY
 */
export async function startDeskOn(databaseUrl: string, env: Record<string, string> = {}): Promise<Desk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-desk-'));
  const settings = readSettings({
    DATABASE_URL: databaseUrl,
    EARSHOT_DATA_DIR: folder,
    EARSHOT_ADMIN_EMAIL: ADMIN.email,
    EARSHOT_ADMIN_PASSWORD: ADMIN.password,
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...env,
  });
  const app = await createApp(settings, databaseUrl);
  await app.get(EnsureFirstAdministrator).run();
  await app.listen(0, '127.0.0.1');
  // On a loaded machine a test may take a breath longer than Node keeps an idle connection; who then asks again would find it cut.
  app.getHttpServer().keepAliveTimeout = 120_000;
  const url = await app.getUrl();
  const anybody = new Client(url);
  const admin = await anybody.signIn(ADMIN.email, ADMIN.password);
  return {
    app,
    url,
    db: app.get(Database),
    databaseUrl,
    admin,
    anybody,
    person: (roles, more) => addPerson(admin, roles, more),
    webhook: (more) => addWebhook(admin, more),
    stop: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addPerson(admin: Client, roles: Role[], more: Record<string, unknown> = {}) {
  const email = `${randomBytes(5).toString('hex')}@example.com`;
  const password = 'a-long-password';
  const { id } = await admin.must('POST', '/people', {
    email,
    name: `${roles[0]} ${email.slice(0, 4)}`,
    roles,
    password,
    ...more,
  });
  const client = await admin.signIn(email, password);
  return Object.assign(client, { id: String(id), email, password });
}

/** @param admin an administrator's client of any desk, also one in a process of its own */
export async function addWebhook(admin: Client, more: Record<string, unknown> = {}): Promise<Webhook> {
  const secret = randomBytes(16).toString('hex');
  const { id } = await admin.must('POST', '/sources', {
    kind: 'webhook',
    name: `Hook ${secret.slice(0, 4)}`,
    settings: { secret, ...more },
  });
  return {
    id,
    secret,
    push: (posts, headers) => {
      const body = typeof posts === 'string' ? posts : JSON.stringify(posts);
      const signed = { 'content-type': 'application/json', 'x-earshot-signature': sign(secret, body), ...headers };
      return new Client(admin.url).call('POST', `/api/v1/sources/${id}/posts`, body, signed);
    },
  };
}
