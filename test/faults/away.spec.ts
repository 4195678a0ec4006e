/** The database frozen, gone and cut off under a desk in a process of its own: it says so, loses nothing, and goes on by itself. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWebhook, aPost, Client, sign, type Answer, type Webhook } from '../support/desk.js';
import { dataFolder, eventually, killAll, startDeskProcess, type DeskProcess } from '../support/desk-process.js';
import { X_KEYS, XServer } from '../support/x-server.js';
import { promiseSeconds } from '../support/promises.js';

const files = dataFolder();
const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms));
let x: XServer;
let env: Record<string, string>;
let desk: DeskProcess;
let admin: Client;
let hook: Webhook;
let posted = 0;
const heard: string[] = [];

beforeAll(async () => {
  x = await XServer.start({ rateLimit: 100_000 });
  env = { EARSHOT_DATA_DIR: path.join(files.folder, 'data'), EARSHOT_ALLOWED_HOSTS: new URL(x.url).host };
  desk = await startDeskProcess(env);
  admin = await desk.admin();
  await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat" OR @AnadoluHat' });
  hook = await addWebhook(admin);
  await admin.must('POST', '/sources', {
    kind: 'x',
    name: 'X',
    settings: { query: 'anadolu', ...X_KEYS, baseUrl: x.url },
    intervalSeconds: 1,
  });
  await promiseSeconds(admin, 4, 7);
}, 90_000);
afterAll(async () => {
  await desk?.kill('SIGTERM');
  killAll();
  await x.stop();
  files.remove();
}, 20_000);

function complain(): void {
  heard.push(x.post(`customer${++posted}`, `@AnadoluHat anadolu hat: my line has been dead for ${posted} days, fix it!`).id);
}

/** A request that has to be answered within ten seconds, whatever the database does. */
async function ask(
  at: string,
  method = 'GET',
  body?: string,
  headers: Record<string, string> = {},
): Promise<Answer | 'no answer'> {
  const answer = new Client(desk.url, admin.headers).call(method, at, body, headers);
  return Promise.race([answer, sleep(10_000).then(() => 'no answer' as const)]);
}

const push = (posts: unknown[]) => {
  const body = JSON.stringify(posts);
  return ask(`/api/v1/sources/${hook.id}/posts`, 'POST', body, {
    'content-type': 'application/json',
    'x-earshot-signature': sign(hook.secret, body),
  });
};

/** The server's own process and its children. */
function serverPids(): number[] {
  const main = Number(readFileSync(path.join(files.folder, 'data', 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(main);
    } catch {
      return false;
    }
  });
  return [main, ...children.map(Number)];
}

function servesAClient(pid: number): boolean {
  try {
    return /earshot/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

async function everythingIsHeard(ms = 20_000): Promise<void> {
  await eventually(async () => {
    const answer = await ask('/api/v1/mentions?limit=100');
    if (answer === 'no answer' || answer.status !== 200) return undefined;
    const ids = (answer.body.items as { externalId: string }[]).map((m) => m.externalId);
    return heard.every((id) => ids.includes(id)) && new Set(ids).size === ids.length ? true : undefined;
  }, ms, 'hearing all'); // prettier-ignore
}

/** Every promise of what was heard has been called broken once, at its due time, though the database was away when it was due. */
async function everyPromiseIsKnown(): Promise<void> {
  await eventually(async () => {
    const answer = await ask('/api/v1/watchtower');
    return answer !== 'no answer' && answer.status === 200 && answer.body.breached === heard.length ? true : undefined;
  }, 20_000, 'every breach'); // prettier-ignore
  const page = (await ask('/api/v1/cases?view=open&limit=100')) as Answer;
  for (const { id } of page.body.items as { id: string }[]) {
    const { timeline, clocks } = ((await ask(`/api/v1/cases/${id}`)) as Answer).body;
    const kinds = timeline.filter((t: { kind?: string }) => t.kind === 'clock-breached').length;
    expect(kinds).toBe(clocks.filter((k: { state: string }) => k.state === 'breached').length);
  }
}

describe('a database that freezes for ten seconds', () => {
  it('is called away with a time to come back, and everything goes on when it thaws', async () => {
    complain();
    await everythingIsHeard();
    const pids = serverPids();
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    const frozen = Date.now();
    complain();
    const delivery = [aPost()];
    try {
      const answers = await Promise.all([ask('/api/v1/cases'), ask('/api/v1/me'), push(delivery), ask('/readyz')]);
      for (const answer of answers) {
        expect(answer).not.toBe('no answer');
        const { status, headers, body } = answer as Answer;
        expect({ status, code: body.code, wait: headers.get('retry-after') }).toEqual({ status: 503, code: 'database-away', wait: expect.stringMatching(/^\d+$/) }); // prettier-ignore
      }
      expect((await ask('/healthz')) as Answer).toMatchObject({ status: 200 });
      await sleep(Math.max(0, frozen + 10_000 - Date.now()));
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    }
    const retried = await eventually(async () => {
      const answer = await push(delivery);
      return answer !== 'no answer' && answer.status === 200 ? answer : undefined;
    });
    expect(retried.body.accepted + retried.body.duplicate).toBe(1);
    heard.push(delivery[0]?.['externalId'] as string);
    await everythingIsHeard();
    await everyPromiseIsKnown();
  }, 90_000);

  it('is gone on with at once when its connections are cut, while delivering, polling and reading', async () => {
    const [, ...backends] = serverPids();
    const posts = Array.from({ length: 20 }, () => aPost());
    const work = Promise.all(posts.map((post) => push([post])));
    for (let i = 0; i < 5; i++) complain();
    for (const pid of backends) {
      // Only those that serve a client: the others are the server's own. One may have ended by itself since it was listed.
      if (servesAClient(pid)) process.kill(pid, 'SIGTERM');
    }
    await work;
    for (const post of posts) {
      const answer = await eventually(async () => {
        const found = await push([post]);
        return found !== 'no answer' && found.status === 200 ? found : undefined;
      });
      expect(answer.body.accepted + answer.body.duplicate).toBe(1);
      heard.push(post['externalId'] as string);
    }
    await everythingIsHeard();
    expect((await ask('/readyz')) as Answer).toMatchObject({ status: 200 });
  }, 60_000);

  it('says nothing that it should not: no request of all of these failed for a reason of ours', () => {
    expect(desk.output()).not.toMatch(/failed for a reason of ours|unhandled|UnhandledPromise/i);
  });
});

describe('the desk and its own server', () => {
  it('refuse a second desk on the same folder, kindly', async () => {
    await expect(startDeskProcess(env)).rejects.toThrow(
      /is in use by process \d+\. Stop it, choose another folder with EARSHOT_DATA_DIR/,
    );
    expect((await ask('/readyz')) as Answer).toMatchObject({ status: 200 });
  }, 30_000);

  it('start again after kill -9 of the desk with nothing lost, the orphaned server included', async () => {
    const orphan = serverPids()[0] ?? 0;
    complain();
    await desk.kill('SIGKILL');
    expect(() => process.kill(orphan, 0)).not.toThrow();
    const started = Date.now();
    desk = await startDeskProcess(env);
    admin = await desk.admin();
    expect(Date.now() - started).toBeLessThan(50_000);
    expect(serverPids()[0]).not.toBe(orphan);
    await everythingIsHeard();
    await everyPromiseIsKnown();
  }, 60_000);

  it('start again after kill -9 of the server under the desk', async () => {
    process.kill(serverPids()[0] ?? 0, 'SIGKILL');
    const answer = await eventually(async () => {
      const found = await ask('/readyz');
      return found !== 'no answer' && found.status === 503 ? found : undefined;
    });
    expect(answer.headers.get('retry-after')).not.toBeNull();
    await desk.kill('SIGTERM');
    desk = await startDeskProcess(env);
    admin = await desk.admin();
    await everythingIsHeard();
  }, 60_000);

  it('end within seconds and with code 0 when asked to', async () => {
    const started = Date.now();
    const server = serverPids()[0] ?? 0;
    expect(await desk.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(() => process.kill(server, 0)).toThrow();
    desk = await startDeskProcess(env);
    admin = await desk.admin();
    await everythingIsHeard();
  }, 60_000);
});
