/** The e-mail connector on Dovecot, a real IMAP server, on top of our own small one. Runs where Dovecot is installed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import type { IncomingPost } from '../../src/connectors/incoming-post.js';
import type { PollEnd, PollPage } from '../../src/connectors/polls.js';
import { emailConnector } from '../../src/connectors/email/connector.js';
import { pollEmail } from '../../src/connectors/email/poll.js';
import { EmailSettings } from '../../src/connectors/email/settings.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { Dovecot, findDovecot } from '../support/dovecot.js';
import { MAIL_USER } from '../support/imap-server.js';
import { MAIL_CERTIFICATE, MAIL_HOST } from '../support/mail-certificate.js';

const found = findDovecot();

if (typeof found === 'string') {
  describe('mail on Dovecot', () => {
    it(`Dovecot is ${found}: nothing was read from one`, () => expect(typeof found).toBe('string'));
  });
} else {
  describe('mail on Dovecot', () => onDovecot(found.program));
}

function onDovecot(program: string): void {
  const resolver = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
  const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1', MAIL_HOST], userAgent: 'earshot-test', resolver });
  let dovecot: Dovecot;
  /** Whoever fills the mailbox. */
  let sender: ImapFlow;
  let count = 0;

  beforeAll(async () => {
    dovecot = await Dovecot.start(program);
    sender = new ImapFlow({
      host: '127.0.0.1',
      port: dovecot.port,
      secure: false,
      doSTARTTLS: false,
      auth: { user: MAIL_USER.user, pass: MAIL_USER.password },
      logger: false,
    });
    await sender.connect();
  }, 60_000);
  afterAll(async () => {
    await sender?.logout();
    await http.close();
    await dovecot?.stop();
  }, 60_000);

  /** A mail arrives by APPEND. @returns the id of its post */
  async function arrives(
    folder: string,
    headers: Record<string, string> = {},
    body = 'Hattım yok, şikâyetçiyim.',
  ): Promise<string> {
    const id = `mail-${(count += 1)}@kunde.example`;
    const all = { From: '"Deniz Ş." <deniz@kunde.example>', To: MAIL_USER.user, Subject: 'Fatura', Date: new Date().toUTCString(), 'Message-ID': `<${id}>`, 'Content-Type': 'text/plain; charset=utf-8', ...headers }; // prettier-ignore
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    await sender.append(folder, Buffer.from(`${head.join('')}\r\n${body}\r\n`));
    return id;
  }
  const context = (more: Record<string, unknown> = {}, signal = new AbortController().signal) => ({
    settings: EmailSettings.parse({ host: '127.0.0.1', port: dovecot.port, security: 'none', ...MAIL_USER, address: MAIL_USER.user, ...more }), // prettier-ignore
    http,
    now: () => new Date(),
    signal,
  });
  interface Polling {
    turnMs?: number;
    signal?: AbortSignal;
    onPage?(page: PollPage): void;
  }
  async function poll(folder: string, cursor: unknown = null, { turnMs = 0, signal, onPage }: Polling = {}) {
    const run = pollEmail({ ...context({ folder }, signal), cursor, intervalSeconds: 60, turnMs });
    const posts: IncomingPost[] = [];
    for (let last = cursor; ;) {
      const step: IteratorResult<PollPage, PollEnd> = await run.next();
      if (step.done) return { posts, ids: posts.map((one) => one.externalId), end: step.value, cursor: last };
      last = JSON.parse(JSON.stringify(step.value.cursor));
      posts.push(...step.value.posts);
      onPage?.(step.value);
    }
  }

  it('reads what is there, then what is new, and changes no flag', async () => {
    await sender.mailboxCreate('Plain');
    const first = [await arrives('Plain'), await arrives('Plain', {}, `Uzun mektup\r\n${'a'.repeat(1_200_000)}`)];
    const before = await poll('Plain');
    expect([before.ids, before.end.outcome]).toEqual([first, 'ok']);
    expect(before.posts[0]).toMatchObject({ text: 'Fatura\n\nHattım yok, şikâyetçiyim.', author: { key: 'deniz@kunde.example', name: 'Deniz Ş.' } }); // prettier-ignore
    expect(before.posts[1]!.extra).toMatchObject({ cut: true });
    expect(await poll('Plain', before.cursor)).toMatchObject({ ids: [], end: { outcome: 'empty' } });
    const more = [await arrives('Plain'), await arrives('Plain')];
    expect((await poll('Plain', before.cursor)).ids).toEqual(more);
    expect(await sender.status('Plain', { messages: true, unseen: true })).toMatchObject({ messages: 4, unseen: 4 });
  }, 60_000);

  it('a flag that a person sets, or a mail that is taken away, is no news and hides none', async () => {
    await sender.mailboxCreate('Flags');
    await arrives('Flags');
    await arrives('Flags');
    const { cursor } = await poll('Flags');
    const lock = await sender.getMailboxLock('Flags');
    try {
      await sender.messageFlagsAdd('1', ['\\Seen', '\\Flagged']);
      await sender.messageDelete('2');
    } finally {
      lock.release();
    }
    expect(await poll('Flags', cursor)).toMatchObject({ ids: [], end: { outcome: 'empty' } });
    const later = await arrives('Flags');
    expect((await poll('Flags', cursor)).ids).toEqual([later]);
  }, 60_000);

  it('hears a mail while it idles, and stops when told to', async () => {
    await sender.mailboxCreate('Idle');
    const early = await arrives('Idle');
    const stop = new AbortController();
    const heard: string[] = [];
    let later = Promise.resolve('');
    const polled = await poll('Idle', null, {
      turnMs: 50_000,
      signal: stop.signal,
      onPage: ({ posts }) => {
        // The first page only tells as whom we read.
        if (posts.length === 0) return;
        heard.push(...posts.map((one) => one.externalId));
        if (heard.length === 1) later = arrives('Idle');
        else stop.abort();
      },
    });
    expect([heard, polled.end.outcome]).toEqual([[early, await later], 'truncated']);
  }, 60_000);

  it('a folder that was made anew, with other numbers, is read again and nothing is missed', async () => {
    await sender.mailboxCreate('Anew');
    await arrives('Anew');
    const before = await poll('Anew');
    await sender.mailboxDelete('Anew');
    await sender.mailboxCreate('Anew');
    const ids = [await arrives('Anew'), await arrives('Anew'), await arrives('Anew')];
    const after = await poll('Anew', before.cursor);
    expect(after.ids).toEqual(ids);
    const validity = (cursor: unknown) => (cursor as { uidValidity: string }).uidValidity;
    expect(validity(after.cursor)).not.toBe(validity(before.cursor));
    expect((await poll('Anew', after.cursor)).ids).toEqual([]);
  }, 60_000);

  it('an alert becomes one post for each finding', async () => {
    await sender.mailboxCreate('Alerts');
    const finding = (name: string) => `<div itemscope itemtype="http://schema.org/Article"><a href="https://www.google.com/url?rct=j&amp;url=https://haber.example/${name}%3Futm_source%3Dx&amp;ct=ga"><span>Anadolu Hat ${name}</span></a><div itemprop="description">Şikâyetler arttı</div></div>`; // prettier-ignore
    await arrives('Alerts', { From: 'Google Alerts <googlealerts-noreply@google.com>', 'Content-Type': 'text/html; charset=utf-8' }, finding('kesinti') + finding('zam')); // prettier-ignore
    const { posts, end } = await poll('Alerts');
    expect([posts.map(({ url, text }) => [url, text.split('\n')[0]]), end.outcome]).toEqual([[['https://haber.example/kesinti', 'Anadolu Hat kesinti'], ['https://haber.example/zam', 'Anadolu Hat zam']], 'ok']); // prettier-ignore
  }, 60_000);

  it('"test connection" works over TLS and STARTTLS, and says what is wrong', async () => {
    const secure = { host: MAIL_HOST, authority: MAIL_CERTIFICATE };
    expect(await emailConnector.test(context({ ...secure, port: dovecot.tlsPort, security: 'tls' }))).toMatchObject({ ok: true });
    expect(await emailConnector.test(context({ ...secure, security: 'starttls' }))).toMatchObject({ ok: true });
    expect(await emailConnector.test(context({ host: MAIL_HOST, security: 'starttls' }))).toMatchObject({ ok: false, notes: [{ code: 'mail-certificate' }] }); // prettier-ignore
    expect(await emailConnector.test(context({ password: 'wrong' }))).toMatchObject({ ok: false, notes: [{ code: 'mail-password' }] }); // prettier-ignore
    expect(await emailConnector.test(context({ folder: 'Nowhere' }))).toMatchObject({ ok: false, notes: [{ code: 'mail-no-folder' }] }); // prettier-ignore
  }, 60_000);
}
