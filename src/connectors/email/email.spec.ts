import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { notesInEnglish } from '#libs/contracts/notes.js';
import { ImapServer, MAIL_USER, type ImapOptions } from '../../../test/support/imap-server.js';
import type { MailFault } from '../../../test/support/imap-server/mail-fault.js';
import { MAIL_CERTIFICATE, MAIL_HOST, MAIL_KEY } from '../../../test/support/mail-certificate.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { OutgoingReply } from '../outgoing-reply.js';
import type { PollEnd, PollPage } from '../polls.js';
import { emailConnector } from './connector.js';
import { pollEmail } from './poll.js';
import { emailReplies, messageIdOf } from './replies.js';
import { EmailSettings } from './settings.js';
import { aPng } from '../../../test/support/form.js';

const resolver = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1', MAIL_HOST], userAgent: 'earshot-test', resolver });
let imap: ImapServer;
let settings: Record<string, unknown>;

beforeEach(() => start());
afterEach(() => imap.stop());
afterAll(() => http.close());

async function start(options: ImapOptions = {}) {
  imap = await ImapServer.start(options);
  settings = { host: '127.0.0.1', port: imap.port, security: 'none', ...MAIL_USER, address: MAIL_USER.user };
}
function context(more: Record<string, unknown> = {}, signal = new AbortController().signal, over = http) {
  return { settings: EmailSettings.parse({ ...settings, ...more }), http: over, now: () => new Date(), signal };
}

interface Polling {
  more?: Record<string, unknown>;
  turnMs?: number;
  signal?: AbortSignal;
  onPage?: (page: PollPage) => void;
  over?: UndiciSafeHttp;
}
async function poll(cursor: unknown = null, { more, turnMs = 0, signal, onPage, over }: Polling = {}) {
  const run = pollEmail({ ...context(more, signal, over), cursor, intervalSeconds: 60, turnMs });
  const pages: PollPage[] = [];
  for (;;) {
    const step: IteratorResult<PollPage, PollEnd> = await run.next();
    if (step.done) {
      const posts = pages.flatMap((page) => page.posts);
      return {
        pages,
        posts,
        ids: posts.map((p) => p.externalId),
        refused: pages.flatMap((p) => p.refused),
        end: step.value,
        cursor: pages.at(-1)?.cursor ?? cursor,
      };
    }
    pages.push(JSON.parse(JSON.stringify(step.value)) as PollPage);
    onPage?.(step.value);
  }
}

const mail = (headers: Record<string, string>, body: string | Buffer = 'Hat yok') =>
  Buffer.concat([
    Buffer.from(Object.entries({ From: '"Deniz Ş." <Deniz@Kunde.example>', To: MAIL_USER.user, Subject: 'Fatura', Date: new Date(Date.now() - 5000).toUTCString(), ...headers }).map(([k, v]) => `${k}: ${v}\r\n`).join('') + '\r\n'),
    Buffer.from(body),
  ]); // prettier-ignore

describe('what a mailbox brings', () => {
  it('a mail with its subject, its author and its conversation', async () => {
    imap.deliver(
      mail(
        { 'Message-ID': '<a@kunde.example>', 'Content-Type': 'text/plain; charset=utf-8' },
        'Üç gündür hat yok.\r\n-- \r\nDeniz',
      ),
    );
    const answer = mail({ 'Message-ID': '<b@kunde.example>', Subject: 'Re: Fatura', 'In-Reply-To': '<us@a.example>', References: '<a@kunde.example> <us@a.example>' }, 'Hâlâ yok\r\n\r\nOn Sun, 22 Nov 2026 Destek <d@a.example> wrote:\r\n> Merhaba'); // prettier-ignore
    imap.deliver(answer);
    const { posts, end } = await poll();
    expect(posts).toMatchObject([
      {
        externalId: 'a@kunde.example',
        text: 'Fatura\n\nÜç gündür hat yok.',
        author: { key: 'deniz@kunde.example', handle: 'deniz@kunde.example', name: 'Deniz Ş.' },
        inReplyTo: null,
        thread: 'email:a@kunde.example',
        network: 'email',
        extra: { subject: 'Fatura', private: true },
      },
      { externalId: 'b@kunde.example', text: 'Hâlâ yok', inReplyTo: 'us@a.example', thread: 'email:a@kunde.example' },
    ]);
    expect(end).toEqual({ outcome: 'ok', goOn: true });
  });

  it('words in the charsets of Turkish and Slovak, HTML alone, and encoded subjects', async () => {
    imap.deliver(mail({ 'Message-ID': '<1@x>', 'Content-Type': 'text/plain; charset=iso-8859-9' }, Buffer.from([0xde, 0x69, 0x6b, 0xe2, 0x79, 0x65, 0x74]))); // prettier-ignore
    imap.deliver(mail({ 'Message-ID': '<2@x>', 'Content-Type': 'text/plain; charset=windows-1250' }, Buffer.from([0x9e, 0x69, 0x61, 0x64, 0x6f, 0x73, 0x9d]))); // prettier-ignore
    imap.deliver(mail({ 'Message-ID': '<3@x>', Subject: '=?utf-8?B?xLBuZcSfaQ==?=', 'Content-Type': 'text/html; charset=utf-8' }, '<p>Hat &amp; kargo <b>yok</b></p><script>x</script>')); // prettier-ignore
    expect((await poll()).posts.map((post) => post.text)).toEqual([
      'Fatura\n\nŞikâyet',
      'Fatura\n\nžiadosť',
      'İneği\n\nHat & kargo yok',
    ]);
  });

  it('names of attachments, the kind of an automatic mail; not our own mails', async () => {
    const body = '--b\r\nContent-Type: text/plain\r\n\r\nek\r\n--b\r\nContent-Type: image/png; name="fatura.png"\r\nContent-Disposition: attachment; filename="fatura.png"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--'; // prettier-ignore
    imap.deliver(mail({ 'Message-ID': '<1@x>', 'Content-Type': 'multipart/mixed; boundary=b' }, body));
    imap.deliver(mail({ 'Message-ID': '<2@x>', 'Auto-Submitted': 'auto-replied' }));
    imap.deliver(mail({ 'Message-ID': '<3@x>', From: MAIL_USER.user }));
    const { posts } = await poll();
    expect(posts.map((post) => [post.externalId, post.media, post.extra?.['automatic']])).toEqual([
      ['1@x', [{ type: 'image', url: null, alt: 'fatura.png' }], undefined],
      ['2@x', undefined, 'out-of-office'],
    ]);
  });

  it('each finding of a web alert as a post; an alert of another form is refused, not lost', async () => {
    const link = 'https://www.google.com/url?url=https%3A%2F%2Fhaber.example%2Fa&amp;ct=ga';
    const from = { From: 'Google Alerts <googlealerts-noreply@google.com>', 'Content-Type': 'text/html; charset=utf-8' };
    imap.deliver(
      mail({ ...from, 'Message-ID': '<1@g>' }, `<a href="${link}" itemprop="url"><span itemprop="name">Anadolu Hat</span></a>`),
    );
    imap.deliver(mail({ ...from, 'Message-ID': '<2@g>' }, '<p itemtype="http://schema.org/Article">new form</p>'));
    const { posts, refused } = await poll();
    expect(posts).toMatchObject([{ externalId: 'alert:https://haber.example/a', network: 'web' }]);
    expect(refused).toMatchObject([{ externalId: 'uid-2', reason: expect.stringContaining('web alert') as unknown }]);
  });

  it('a huge mail by its start, and one that cannot be taken apart as refused', async () => {
    imap.deliver(mail({ 'Message-ID': '<1@x>' }, `Hat yok ${'x'.repeat(3_000_000)}`));
    imap.deliver(`From: a@b.example\r\nContent-Type: multipart/mixed; boundary=0\r\n\r\n${Array.from({ length: 80 }, (_, i) => `--${i}\r\nContent-Type: multipart/mixed; boundary=${i + 1}\r\n\r\n`).join('')}`); // prettier-ignore
    const { posts, refused } = await poll();
    expect([posts.length, posts[0]?.text.length, posts[0]?.extra?.['cut']]).toEqual([1, 50_008, true]);
    expect(refused).toHaveLength(1);
  });
});

describe('reading on', () => {
  it('begins no further back than told, and hears an hour later only what is new', async () => {
    imap.deliver(mail({ 'Message-ID': '<old@x>' }), { arrivedAt: new Date(Date.now() - 30 * 3_600_000) });
    imap.deliver(mail({ 'Message-ID': '<new@x>' }));
    const first = await poll();
    expect(first.ids).toEqual(['new@x']);
    const quiet = await poll(first.cursor);
    expect([quiet.ids, quiet.end.outcome, imap.commands.filter((c) => c === 'UID FETCH').length]).toEqual([[], 'empty', 1]);
  });

  it('reads a rebuilt folder again from before its last mail, under the same ids', async () => {
    imap.deliver(mail({ 'Message-ID': '<a@x>' }));
    const { cursor } = await poll();
    imap.rebuild();
    imap.deliver(mail({ 'Message-ID': '<b@x>' }));
    const again = await poll(cursor);
    expect([again.ids, (await poll(again.cursor)).ids]).toEqual([['a@x', 'b@x'], []]);
  });

  it('idles where it is offered, and hears a mail at once', async () => {
    await imap.stop();
    await start({ idle: true });
    imap.deliver(mail({ 'Message-ID': '<a@x>' }));
    const stop = new AbortController();
    let count = 0;
    const heard = await poll(null, {
      turnMs: 20_000,
      signal: stop.signal,
      onPage: ({ posts }) => {
        count += posts.length;
        if (count === 0) return;
        if (count === 1) setTimeout(() => imap.deliver(mail({ 'Message-ID': '<b@x>' })), 150);
        else stop.abort();
      },
    });
    expect([heard.ids, heard.end.outcome]).toEqual([['a@x', 'b@x'], 'truncated']); // not ended by its turn
    expect(imap.commands).toContain('IDLE');
  });

  it('is put down when its turn is over, and taken up again at once', async () => {
    await imap.stop();
    await start({ idle: true });
    expect((await poll(null, { turnMs: 200 })).end).toMatchObject({ outcome: 'empty', goOn: true });
  });

  it.each<[string, MailFault, string, string]>([
    ['LOGIN', { kind: 'no', text: '[AUTHENTICATIONFAILED] no' }, 'forbidden', 'password'],
    ['LOGIN', { kind: 'no', text: '[UNAVAILABLE] Temporary authentication failure' }, 'unreachable', 'Temporary'],
    ['LOGIN', { kind: 'no', text: '[OVERQUOTA] bandwidth limits' }, 'throttled', 'wait'],
    ['EXAMINE', { kind: 'no', text: '[NONEXISTENT] Unknown Mailbox' }, 'forbidden', 'folder'],
    ['UID SEARCH', { kind: 'no', text: 'not now' }, 'unreachable', 'search'],
    ['UID FETCH', { kind: 'drop' }, 'unreachable', 'reached'],
    ['UID FETCH', { kind: 'drop-in-mail' }, 'unreachable', 'reached'],
    ['UID FETCH', { kind: 'endless-literal' }, 'schema-changed', 'IMAP'],
    ['UID FETCH', { kind: 'endless-line' }, 'schema-changed', 'IMAP'],
    ['GREETING', { kind: 'drop' }, 'unreachable', 'reached'],
  ])('ends %s met by %j as %s and loses nothing', async (on, fault, outcome, words) => {
    imap.deliver(mail({ 'Message-ID': '<a@x>' }));
    imap.fail(fault, on);
    const ill = await poll();
    expect([ill.end.outcome, notesInEnglish(ill.end.notes ?? []), ill.ids]).toEqual([
      outcome,
      expect.stringContaining(words),
      [],
    ]);
    expect((await poll(ill.cursor)).ids).toEqual(['a@x']);
  });

  it('says when nobody listens there', async () => {
    const { port } = imap;
    await imap.stop();
    expect((await poll(null, { more: { port } })).end.outcome).toBe('unreachable');
    imap = await ImapServer.start();
  });
});

describe('the way to the server', () => {
  const tls = { key: MAIL_KEY, cert: MAIL_CERTIFICATE };

  it.each<[string, ImapOptions, string]>([
    ['TLS', { tls }, 'tls'],
    ['STARTTLS', { tls, startTls: true }, 'starttls'],
  ])('%s, when the certificate is that of the name', async (_what, options, security) => {
    await imap.stop();
    await start(options);
    imap.deliver(mail({ 'Message-ID': '<a@x>' }));
    const more = { host: MAIL_HOST, security, authority: MAIL_CERTIFICATE };
    expect((await poll(null, { more })).ids).toEqual(['a@x']);
    expect((await poll(null, { more: { ...more, authority: undefined } })).end).toMatchObject({ outcome: 'forbidden', notes: [{ code: 'mail-certificate' }] }); // prettier-ignore
    expect((await poll(null, { more: { ...more, host: '127.0.0.1' } })).end.outcome).toBe('forbidden');
    expect(imap.commands.filter((c) => c === 'LOGIN')).toHaveLength(1);
  });

  it('never hands the password over in the open, unless an administrator named the server', async () => {
    expect((await poll(null, { more: { security: 'starttls' } })).end.outcome).toBe('forbidden');
    const outside = new UndiciSafeHttp({ allowedHosts: [], userAgent: 'earshot-test', resolver: () => Promise.resolve([{ address: '93.184.216.34', family: 4 }]) }); // prettier-ignore
    expect((await poll(null, { more: { host: 'mail.outside.example', port: 143 }, over: outside })).end).toMatchObject({ outcome: 'forbidden', notes: [{ code: 'mail-in-the-open' }] }); // prettier-ignore
    expect(imap.commands).not.toContain('LOGIN');
    await outside.close();
  });

  it('leads to no inward address and no odd port that no administrator allowed', async () => {
    const strict = new UndiciSafeHttp({ allowedHosts: [], userAgent: 'earshot-test', resolver });
    for (const host of ['127.0.0.1', '[::1]', 'localhost', 'rebound.example', '2130706433'])
      expect((await poll(null, { more: { host, port: 143, security: 'tls' }, over: strict })).end.outcome).toBe('forbidden');
    const odd = await poll(null, { more: { host: 'mail.example', port: 6379, security: 'tls' }, over: strict });
    expect(odd.end.notes).toMatchObject([{ detail: expect.stringContaining('6379') as unknown }]);
    expect(imap.commands).toEqual([]);
    await strict.close();
  });
});

describe('answering by mail', () => {
  const sent: { source: string; to: string[] }[] = [];
  let smtp: SMTPServer;
  interface Fail {
    at: 'mail' | 'data-before' | 'data-after' | 'auth';
    code?: number;
  }
  let fail: Fail | null = null;

  beforeEach(async () => {
    sent.length = 0;
    fail = null;
    const cut = () => smtp.connections.forEach((one) => (one as unknown as { _socket: { destroy(): void } })._socket.destroy());
    const refuse = (code = 451) => Object.assign(new Error('a planned fault'), { responseCode: code });
    const options: SMTPServerOptions = {
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      disableReverseLookup: true,
      onAuth: (auth, _session, done) => (fail?.at === 'auth' || auth.password !== MAIL_USER.password ? done(new Error('Invalid login')) : done(null, { user: auth.username })), // prettier-ignore
      onMailFrom: (_address, _session, done) => (fail?.at === 'mail' ? done(refuse(fail.code)) : done()),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        if (fail?.at === 'data-before') return cut();
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const source = Buffer.concat(parts);
          sent.push({ source: source.toString('utf8'), to: session.envelope.rcptTo.map((one) => one.address) });
          // Our own copy arrives.
          if (session.envelope.rcptTo.some((one) => one.address === MAIL_USER.user)) imap.deliver(source);
          if (fail?.at === 'data-after') cut();
          else done();
        });
      },
    };
    smtp = new SMTPServer(options);
    smtp.on('error', () => undefined);
    await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
    const { port } = smtp.server.address() as AddressInfo;
    settings = { ...settings, smtpHost: '127.0.0.1', smtpPort: port, smtpSecurity: 'none', senderName: 'Anadolu Hat Destek' };
    imap.deliver(
      mail({ 'Message-ID': '<a@kunde.example>', References: '<root@kunde.example>', 'Reply-To': 'deniz.ev@kunde.example' }),
    );
  });
  afterEach(() => new Promise<void>((done) => smtp.close(done)));

  const reply = (externalId = 'a@kunde.example'): OutgoingReply => ({
    text: 'Merhaba Deniz Hanım,\nbakıyoruz. ğüşıöç',
    visibility: 'public',
    idempotencyKey: 'k1',
    inReplyTo: { externalId, url: null, authorHandle: null },
    firstAttemptAt: new Date(),
  });

  it('goes to who wants the answer, in the conversation, under an id of its own, and is put away once', async () => {
    const result = await emailReplies.send(context(), reply());
    const id = messageIdOf('k1', MAIL_USER.user);
    expect(result).toEqual({ outcome: 'sent', externalId: id, url: null });
    expect(sent[0]!.to).toEqual(['deniz.ev@kunde.example', MAIL_USER.user]);
    const { source } = sent[0]!;
    expect(source).toMatch(/^From: Anadolu Hat Destek <destek@anadoluhat\.example>$/m);
    expect(source).toMatch(/^To: deniz\.ev@kunde\.example$/m);
    expect(source).toMatch(/^Subject: Re: Fatura$/m);
    expect(source).toMatch(/^In-Reply-To: <a@kunde\.example>$/m);
    expect(source).toMatch(/^References: <root@kunde\.example>\s+<a@kunde\.example>$/m);
    expect(source).toContain(`Message-ID: <${id}>`);
    expect(imap.folders.get('Sent')!.mails).toHaveLength(1);
    expect(await emailReplies.look(context(), reply())).toEqual({ outcome: 'found', externalId: id, url: null });
    expect((await poll()).ids).toEqual(['a@kunde.example']);
  });

  it('takes pictures along as files', async () => {
    const image = {
      type: 'image/png' as const,
      bytes: aPng(),
      width: 3,
      height: 2,
      alt: 'Modem',
      uploadedAs: null,
      keep: () => Promise.resolve(),
    };
    await emailReplies.send(context(), { ...reply(), images: [image] });
    const { source } = sent[0]!;
    expect(source).toMatch(/^Content-Type: image\/png; name=1\.png$/m);
    expect(source).toContain(aPng().toString('base64').slice(0, 60));
  });

  it('finds the copy of an answer whose receipt was lost, and does not take its absence for a proof', async () => {
    fail = { at: 'data-after' };
    expect((await emailReplies.send(context(), reply())).outcome).toBe('unknown');
    expect((await emailReplies.look(context(), reply())).outcome).toBe('found');
    fail = { at: 'data-before' };
    const other = { ...reply(), idempotencyKey: 'k2' };
    expect((await emailReplies.send(context(), other)).outcome).toBe('unknown');
    expect((await emailReplies.look(context(), other)).outcome).toBe('unsure');
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Fail, string]>([
    ['a wrong password', { at: 'auth' }, 'later'],
    ['a full server', { at: 'mail', code: 452 }, 'later'],
    ['a refused sender', { at: 'mail', code: 550 }, 'refused'],
  ])('ends %s as it must', async (_what, fault, outcome) => {
    fail = fault;
    expect((await emailReplies.send(context(), reply())).outcome).toBe(outcome);
    expect(sent).toEqual([]);
  });

  it('is put off when the servers are away, and says when the mail is gone', async () => {
    expect((await emailReplies.send(context({ smtpPort: 1 }), reply())).outcome).toBe('later');
    imap.fail({ kind: 'no', text: '[AUTHENTICATIONFAILED] no' }, 'LOGIN');
    expect(await emailReplies.send(context(), reply())).toMatchObject({ outcome: 'later', retryAfterSeconds: 900 });
    expect(await emailReplies.send(context(), reply('gone@kunde.example'))).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('no longer') as unknown }); // prettier-ignore
    imap.deliver(mail({ 'Message-ID': '<filed@kunde.example>' }), { folder: 'Archive' });
    expect((await emailReplies.send(context(), reply('filed@kunde.example'))).outcome).toBe('sent');
  });

  it('never answers what no person wrote', async () => {
    imap.deliver(mail({ 'Message-ID': '<auto@x>', 'Auto-Submitted': 'auto-replied' }));
    imap.deliver(mail({ 'Message-ID': '<bounce@x>', From: 'MAILER-DAEMON@a.example' }));
    for (const id of ['auto@x', 'bounce@x'])
      expect(await emailReplies.send(context(), reply(id))).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('loop') as unknown }); // prettier-ignore
    expect(sent).toEqual([]);
  });

  it('needs a server and an address', () => {
    expect(emailReplies.unavailable(context().settings)).toBeNull();
    expect(emailReplies.unavailable(context({ smtpHost: undefined }).settings)).toBe('no-mail-server');
  });

  it('test connection reads a folder and explains what is missing', async () => {
    expect(await emailConnector.test(context({ smtpHost: undefined }))).toMatchObject({ ok: true, notes: [{ code: 'mail-ready' }, { code: 'mail-no-answers' }], samples: [{ text: 'Hat yok' }] }); // prettier-ignore
    expect(await emailConnector.test(context({ folder: 'Nirgends' }))).toMatchObject({ ok: false, notes: [{ code: 'mail-no-folder' }] }); // prettier-ignore
  });
});
