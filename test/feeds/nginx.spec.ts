/** Feeds from a real web server, on top of our own hostile one: gzip, ETag, redirects and limits as nginx does them. Runs where nginx is installed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IncomingPost } from '../../src/connectors/incoming-post.js';
import type { PollEnd, PollPage } from '../../src/connectors/polls.js';
import { feedConnector } from '../../src/connectors/feed/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';

const places = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
const nginx = places.map((folder) => join(folder, 'nginx')).find((file) => existsSync(file));

if (nginx === undefined) {
  describe('feeds from nginx', () => {
    it('nginx is not on this machine: nothing was read from one', () => expect(nginx).toBeUndefined());
  });
} else {
  describe('feeds from nginx', () => fromNginx(nginx));
}

function fromNginx(program: string): void {
  let folder: string;
  let server: ChildProcess;
  let base: string;
  let http: UndiciSafeHttp;

  const write = (name: string, ...titles: string[]) => {
    const items = titles.map((title) => `<item><guid>${title}</guid><title>${title}</title><description>${'words '.repeat(200)}</description></item>`); // prettier-ignore
    writeFileSync(join(folder, 'www', name), `<rss version="2.0"><channel><title>Şube</title>${items.join('')}</channel></rss>`);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-nginx-'));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'www'));
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port));
    write('feed.rss', 'a', 'b');
    http = new UndiciSafeHttp({ allowedHosts: [`127.0.0.1:${port}`], userAgent: 'earshot-test' });
    server = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], { stdio: 'ignore' });
    await until(() => fetch(`${base}/feed.rss`));
  });

  afterAll(async () => {
    await http.close();
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  async function poll(path: string, cursor: unknown = null) {
    const settings = { url: base + path };
    const run = feedConnector.poll!({ settings, http, cursor, now: () => new Date(), signal: new AbortController().signal, intervalSeconds: 300 }); // prettier-ignore
    const posts: IncomingPost[] = [];
    let last = cursor;
    for (let step = await run.next(); ; step = await run.next()) {
      if (step.done) return { titles: posts.map((post) => post.externalId).sort(), end: step.value as PollEnd, cursor: last };
      posts.push(...(step.value as PollPage).posts);
      last = (step.value as PollPage).cursor;
    }
  }

  it('packed, with an ETag: what has not changed is not sent again, what has is', async () => {
    const raw = await fetch(`${base}/feed.rss`, { headers: { 'accept-encoding': 'gzip' } });
    expect([raw.headers.get('content-encoding'), raw.headers.get('etag')]).toEqual(['gzip', expect.stringMatching(/^W\/"/)]);
    const first = await poll('/feed.rss');
    expect([first.titles, first.end.outcome]).toEqual([['a', 'b'], 'ok']);
    const etag = (first.cursor as { etag: string }).etag;
    expect((await fetch(`${base}/feed.rss`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await poll('/feed.rss', first.cursor)).end).toEqual(expect.objectContaining({ outcome: 'empty' }));
    write('feed.rss', 'a', 'b', 'c');
    const after = await poll('/feed.rss', first.cursor);
    expect([after.titles, after.end.outcome]).toEqual([['c'], 'ok']);
  });

  it('moved for good is remembered, moved for now is not', async () => {
    for (const [path, moved] of [['/old.rss', true], ['/for-now.rss', false]] as const) {
      const { titles, cursor } = await poll(path);
      expect(titles).toContain('a');
      expect((cursor as { movedTo: string | null }).movedTo).toBe(moved ? `${base}/feed.rss` : null);
    }
  }); // prettier-ignore

  it('gone, locked and throttled are told apart', async () => {
    expect((await poll('/gone.rss')).end.outcome).toBe('unreachable');
    expect((await poll('/locked.rss')).end.outcome).toBe('forbidden');
    const ends = await Promise.all([1, 2, 3].map(() => poll('/limited.rss')));
    expect(ends.map(({ end }) => end.outcome)).toContain('throttled');
  });
}

/** In one process that stays in front, as whoever runs the test. */
function configuration(folder: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  return `
    daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    events { worker_connections 64; }
    http {
      ${temporary.join(' ')}
      access_log off; gzip on; gzip_types application/rss+xml; gzip_min_length 100; etag on;
      types { application/rss+xml rss; }
      limit_req_zone $binary_remote_addr zone=slow:1m rate=1r/m;
      server {
        listen 127.0.0.1:${port}; root ${folder}/www;
        location = /old.rss { absolute_redirect off; return 301 /feed.rss; }
        location = /for-now.rss { absolute_redirect off; return 302 /feed.rss; }
        location = /gone.rss { return 410; }
        location = /locked.rss { return 403; }
        location = /limited.rss { limit_req zone=slow; limit_req_status 429; try_files /feed.rss =404; }
      }
    }`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function until(works: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return void (await works());
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}
