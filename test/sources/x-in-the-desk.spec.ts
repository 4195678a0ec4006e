import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk, type Client, type Desk } from '../support/desk.js';
import { X_BEARER, X_KEYS, XServer } from '../support/x-server.js';

let x: XServer;
let desk: Desk;
let responder: Client;
let sourceId: string;

beforeAll(async () => {
  x = await XServer.start();
  desk = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  responder = await desk.person(['responder']);
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat" OR @anadoluhat' });
  const settings = { query: '"anadolu hat"', ...X_KEYS, baseUrl: x.url };
  sourceId = (await desk.admin.must('POST', '/sources', { kind: 'x', name: 'X', settings, intervalSeconds: 1 })).id;
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await x.stop();
});

/** Asks until the answer fits. */
async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean, ms = 15_000): Promise<T> {
  for (const end = Date.now() + ms; ; await new Promise((r) => setTimeout(r, 100))) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`it did not come to pass; last: ${JSON.stringify(answer).slice(0, 1500)}`);
  }
}

async function caseOf(handle: string) {
  const list = () => responder.must<{ items: any[] }>('GET', '/cases?view=all');
  const { items } = await eventually(list, (page) => page.items.some((item) => item.author.handle === handle));
  return items.find((item) => item.author.handle === handle)!;
}

const replyOf = (caseId: string) => async () => {
  const { timeline } = await responder.must<{ timeline: any[] }>('GET', `/cases/${caseId}`);
  return timeline.findLast((entry) => entry.type === 'reply')?.reply;
};

describe('X in the desk', () => {
  it('sends a reply once whose answer was lost, and one that was cut off before it arrived', async () => {
    // Both are looked for only after the time that X needs to show a post; the other tests run meanwhile.
    x.post('lostanswer', '@AnadoluHat hattım kesildi, rezalet!', { lang: 'tr' });
    x.post('cutbefore', '@AnadoluHat faturam yanlış, berbat!', { lang: 'tr' });
    for (const handle of ['lostanswer', 'cutbefore']) {
      const found = await caseOf(handle);
      await responder.must('POST', `/cases/${found.id}/claim`, {});
      x.fail({ kind: handle === 'lostanswer' ? 'lost-after-effect' : 'cut-before' }, { method: 'POST' });
      await responder.must('POST', `/cases/${found.id}/reply`, { text: `Merhaba @${handle}, bakıyoruz.` });
      await eventually(replyOf(found.id), (r) => r?.state === 'unknown');
    }
    expect(ourTexts('lostanswer')).toBe(1);
    expect(ourTexts('cutbefore')).toBe(0);
  }, 60_000);

  it('a complaint becomes a case, and the reply arrives once under the right post', async () => {
    const post = x.post('denizaksoy', '@AnadoluHat Üç gündür internet yok, kimse aramıyor. Rezalet!', { lang: 'tr' });
    const found = await caseOf('denizaksoy');
    await responder.must('POST', `/cases/${found.id}/claim`, {});
    await responder.must('POST', `/cases/${found.id}/reply`, { text: 'Merhaba Deniz Bey, bakıyoruz & döneceğiz.' });
    const reply = await eventually(replyOf(found.id), (r) => r?.state === 'sent');
    expect(reply).toMatchObject({ as: 'AnadoluHat', url: expect.stringContaining('x.com') as unknown });
    expect(x.ourPosts().filter((p) => p.text.includes('Deniz'))).toMatchObject([
      { text: 'Merhaba Deniz Bey, bakıyoruz & döneceğiz.', references: [{ type: 'replied_to', id: post.id }] },
    ]);
  }, 60_000);

  it('writes down what X said although the database stumbles over it twice', async () => {
    await desk.db.query(`create sequence stumbles`);
    await desk.db.query(`create function stumble() returns trigger language plpgsql as $$ begin
      if new.state = 'sent' and nextval('stumbles') <= 2 then raise exception 'deadlock detected' using errcode = '40P01'; end if;
      return new; end $$`);
    await desk.db.query(`create trigger stumble before update on reply for each row execute function stumble()`);
    x.post('stumbler', '@AnadoluHat yine kesildi, rezalet!', { lang: 'tr' });
    const found = await caseOf('stumbler');
    await responder.must('POST', `/cases/${found.id}/claim`, {});
    await responder.must('POST', `/cases/${found.id}/reply`, { text: 'Merhaba @stumbler, bakıyoruz.' });
    expect(await eventually(replyOf(found.id), (r) => r?.state === 'sent', 20_000)).toMatchObject({ state: 'sent' });
    expect(ourTexts('stumbler')).toBe(1);
    const [{ n } = { n: '0' }] = await desk.db.query<{ n: string }>(`select last_value as n from stumbles`);
    expect(Number(n)).toBe(3);
    await desk.db.query(`drop trigger stumble on reply`);
  }, 60_000);

  it('takes up at once what failed before anything was sent', async () => {
    await desk.db.query(`create sequence slips`);
    await desk.db.query(`create function slip() returns trigger language plpgsql as $$ begin
      if nextval('slips') <= 1 then raise exception 'deadlock detected' using errcode = '40P01'; end if;
      return new; end $$`);
    x.post('slipper', '@AnadoluHat yine kesildi, rezalet!', { lang: 'tr' });
    const found = await caseOf('slipper');
    await responder.must('POST', `/cases/${found.id}/claim`, {});
    await desk.db.query(`create trigger slip before insert on reply_attempt for each row execute function slip()`);
    await responder.must('POST', `/cases/${found.id}/reply`, { text: 'Merhaba @slipper, bakıyoruz.' });
    expect(await eventually(replyOf(found.id), (r) => r?.state === 'sent', 20_000)).toMatchObject({ state: 'sent' });
    expect(ourTexts('slipper')).toBe(1);
    const attempts = `select r.attempts, (select count(*)::int from reply_attempt where reply_id = r.id) as tried from reply r where case_id = $1`;
    expect(await desk.db.query(attempts, [found.id])).toEqual([{ attempts: 1, tried: 1 }]);
    await desk.db.query(`drop trigger slip on reply_attempt`);
  }, 60_000);

  it('what we post does not come back, though it names the brand', async () => {
    x.post(x.us, 'Anadolu Hat olarak arızayı giderdik, rezalet bitti, şikâyet kalmadı.');
    const later = x.post('marek', 'Anadolu Hat yine çalışmıyor, çok kötü!');
    await caseOf('marek');
    const { items } = await responder.must<{ items: any[] }>('GET', '/mentions');
    expect(items.some((item) => item.author.handle === 'AnadoluHat')).toBe(false);
    expect(items.some((item) => item.externalId === later.id || item.author.handle === 'marek')).toBe(true);
  }, 60_000);

  it('says why only a person may answer who did not name us, and that X itself is the place', async () => {
    const found = await caseOf('marek');
    const { channel, permissions } = await responder.must<any>('GET', `/cases/${found.id}`);
    expect(channel).toMatchObject({ delivery: 'by-hand', reason: 'x-reply-needs-mention' });
    const verdicts = Object.fromEntries(permissions.map((p: any) => [p.kind, `${p.verdict} ${p.via} ${p.rule}`]));
    expect(verdicts).toEqual({
      'automatic-acknowledgement': 'by-a-person own-network x.automation.mention-only',
      acknowledgement: 'by-a-person own-network x.reply.self-serve',
      reply: 'by-a-person own-network x.reply.self-serve',
      'private-reply': 'never desk x.private.unsolicited',
    });
  }, 60_000);

  it('a reply that X will not take is refused in plain words', async () => {
    const found = await caseOf('marek');
    // Whoever says that the account is on an enterprise plan, and is wrong, hears it from X.
    await desk.db.query(`insert into account_terms (source_id, plan, changed_at) values ($1, 'enterprise', now())`, [sourceId]);
    await responder.must('POST', `/cases/${found.id}/claim`, {});
    await responder.must('POST', `/cases/${found.id}/reply`, { text: 'Merhaba, yardımcı olalım.' });
    const reply = await eventually(replyOf(found.id), (r) => r?.state === 'refused');
    expect(reply.problem).toContain('mentioned our account');
  }, 60_000);

  it('a limit is told on the source, obeyed, and over when it is over', async () => {
    x.fail({ kind: 'too-many', resetInSeconds: 4 }, { route: '/2/tweets/search/recent' });
    const source = async () => (await desk.admin.must<{ items: any[] }>('GET', '/sources')).items.find((s) => s.id === sourceId);
    const throttled = await eventually(source, (s) => s.lastOutcome === 'throttled');
    const notes = [{ code: 'waits', params: { network: 'X' } }];
    expect(throttled).toMatchObject({ lastMessage: 'X asks us to wait.', lastNotes: notes, healthReason: 'throttled' });
    const { sources } = await desk.admin.must<{ sources: any[] }>('GET', '/watchtower');
    expect(sources.find(({ id }) => id === sourceId)).toMatchObject({ message: 'X asks us to wait.', notes, healthReason: 'throttled' }); // prettier-ignore
    const { items } = await desk.admin.must<{ items: any[] }>('GET', `/sources/${sourceId}/polls`);
    expect(items.find(({ outcome }) => outcome === 'throttled')).toMatchObject({ message: 'X asks us to wait.', notes });
    const before = x.exchanges.length;
    await new Promise((r) => setTimeout(r, 2000));
    expect(x.exchanges.length).toBe(before);
    await eventually(source, (s) => s.health === 'listening');
  }, 60_000);

  it('a server that says our secrets back does not get them into the ledger', async () => {
    const body = { detail: `We got ${X_KEYS.accessSecret} and` };
    x.fail({ kind: 'status', status: 503, body }, { route: '/2/tweets/search/recent' });
    const ledger = () => desk.admin.must<{ items: any[] }>('GET', `/sources/${sourceId}/polls`);
    const saidIn = ({ items }: { items: any[] }) => items.find(({ outcome }) => outcome === 'unreachable');
    const line = saidIn(await eventually(ledger, (page) => saidIn(page) !== undefined));
    expect(line.notes).toEqual([{ code: 'own-fault', params: { network: 'X', status: 503 }, detail: 'We got ••• and' }]);
    expect(line.message).toBe('X has a fault of its own (503): We got ••• and.');
  }, 60_000);

  it('in the end both replies of unknown outcome are there, once each', async () => {
    for (const handle of ['lostanswer', 'cutbefore']) {
      const found = await caseOf(handle);
      await eventually(replyOf(found.id), (r) => r?.state === 'sent', 60_000);
      expect([handle, ourTexts(handle)]).toEqual([handle, 1]);
    }
  }, 120_000);

  it('hears a post by the filtered stream, and a repost of it counts for it', async () => {
    await desk.admin.must('POST', '/watches', { name: 'Kargo', kind: 'brand', query: 'kargom' });
    const settings = { query: 'kargom', bearerToken: X_BEARER, stream: true, reposts: true, baseUrl: x.url };
    await desk.admin.must('POST', '/sources', { kind: 'x', name: 'X, live', settings, intervalSeconds: 1 });
    await eventually(
      () => Promise.resolve(x.world.streamRules.length),
      (rules) => rules === 1 && x.stream.listeners === 1,
    );
    const post = x.post('streamer', 'kargom hâlâ gelmedi, nerede bu?', { lang: 'tr' });
    await caseOf('streamer');
    expect(x.stream.sent).toHaveLength(1);
    x.post('owen', 'RT @streamer: kargom…', { repostOf: post.id });
    const list = () => desk.admin.must<{ items: any[] }>('GET', '/mentions');
    const fits = ({ items }: { items: any[] }) => items.some((one) => one.author.handle === 'streamer' && JSON.stringify(one).includes('"reposts":1')); // prettier-ignore
    await eventually(list, fits);
  }, 60_000);
});

function ourTexts(word: string): number {
  return x.ourPosts().filter((post) => post.text.includes(word)).length;
}
