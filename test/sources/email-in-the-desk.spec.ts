import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { startDesk, type Client, type Desk } from '../support/desk.js';
import { ImapServer, MAIL_USER } from '../support/imap-server.js';

let imap: ImapServer;
let smtp: SMTPServer;
let desk: Desk;
let responder: Client;
const sent: string[] = [];

beforeAll(async () => {
  imap = await ImapServer.start({ idle: true });
  smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        sent.push(Buffer.concat(parts).toString('utf8'));
        imap.deliver(Buffer.concat(parts));
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  desk = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  responder = await desk.person(['responder']);
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: 'fatura OR internet' });
  const servers = { host: '127.0.0.1', port: imap.port, security: 'none', smtpHost: '127.0.0.1', smtpPort: (smtp.server.address() as AddressInfo).port, smtpSecurity: 'none' }; // prettier-ignore
  await desk.admin.must('POST', '/sources', { kind: 'email', name: 'Destek', settings: { ...servers, ...MAIL_USER, address: MAIL_USER.user }, intervalSeconds: 1 }); // prettier-ignore
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await imap.stop();
  await new Promise<void>((done) => smtp.close(done));
});

async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean, ms = 20_000): Promise<T> {
  for (const end = Date.now() + ms; ; await new Promise((r) => setTimeout(r, 100))) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`it did not come to pass; last: ${JSON.stringify(answer).slice(0, 1500)}`);
  }
}

describe('e-mail in the desk', () => {
  it('a mail becomes a case while the source idles, and the answer goes out once, in its conversation', async () => {
    await eventually(async () => imap.commands, (commands) => commands.includes('IDLE')); // prettier-ignore
    imap.deliver(
      `From: Deniz Aksoy <deniz@kunde.example>\r\nTo: ${MAIL_USER.user}\r\nSubject: Fatura\r\nMessage-ID: <a1@kunde.example>\r\nDate: ${new Date().toUTCString()}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nInternet yok, rezalet! Faturam da yanlış, şikâyetçiyim.\r\n`,
    );
    const list = () => responder.must<{ items: any[] }>('GET', '/cases?view=all');
    const { items } = await eventually(list, (page) => page.items.length === 1);
    expect(items[0].author.handle).toBe('deniz@kunde.example');
    await responder.must('POST', `/cases/${items[0].id}/claim`, {});
    await responder.must('POST', `/cases/${items[0].id}/reply`, { text: 'Merhaba Deniz Hanım, bakıyoruz.' });
    const replyOf = async () => {
      const { timeline } = await responder.must<{ timeline: any[] }>('GET', `/cases/${items[0].id}`);
      return timeline.findLast((entry) => entry.type === 'reply')?.reply;
    };
    await eventually(replyOf, (reply) => reply?.state === 'sent');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(/^In-Reply-To: <a1@kunde\.example>$/m);
    // Our own copy came back into the mailbox, and is no mention.
    await new Promise((r) => setTimeout(r, 1000));
    expect((await list()).items).toHaveLength(1);
    expect((await responder.must<{ items: any[] }>('GET', '/mentions')).items).toHaveLength(1);
  }, 60_000);
});
