import { afterAll, describe } from '@jest/globals';
import { emailConnector } from '../../src/connectors/email/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { ImapServer, MAIL_USER } from '../support/imap-server.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());

async function emailWorld(): Promise<ContractWorld> {
  const imap = await ImapServer.start();
  let count = 0;
  const add = (many: number) =>
    Array.from({ length: many }, () => {
      const id = `mail-${count++}@kunde.example`;
      const at = new Date(Date.now() - 5000);
      imap.deliver(
        `From: "Deniz Ş." <deniz${count % 7}@kunde.example>\r\nTo: destek@anadoluhat.example\r\nSubject: Fatura & kargo ${count}\r\nDate: ${at.toUTCString()}\r\nMessage-ID: <${id}>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nFaturam yanlış, kargom gelmedi.\r\n`,
        { arrivedAt: at },
      );
      return id;
    });
  return {
    settings: { host: '127.0.0.1', port: imap.port, security: 'none', ...MAIL_USER, address: MAIL_USER.user },
    http,
    now: () => new Date(),
    // Mail does not go over HTTP: what can go wrong on its wire is in src/connectors/email/email.spec.ts.
    asksNobody: true,
    addPosts: add,
    outcomes: {
      ok: () => undefined,
      throttled: () => imap.fail({ kind: 'no', text: '[OVERQUOTA] Account exceeded command or bandwidth limits' }, 'LOGIN'),
      forbidden: () => imap.fail({ kind: 'no', text: '[AUTHENTICATIONFAILED] Invalid credentials' }, 'LOGIN'),
      unreachable: () => imap.fail({ kind: 'drop' }, 'UID SEARCH'),
    },
    badSettings: [
      { settings: { host: '127.0.0.1', user: 'a' }, field: 'password' },
      { settings: { host: 'http://127.0.0.1/', ...MAIL_USER }, field: 'host' },
      { settings: { host: 'imap.example', ...MAIL_USER, security: 'ssl' }, field: 'security' },
      { settings: { host: 'imap.example', ...MAIL_USER, smtpHost: 'smtp.example' }, field: 'address' },
    ],
    hang: () => imap.fail({ kind: 'hang' }, 'UID SEARCH', { times: 9 }),
    addBadInput: () => {
      const good = add(2);
      imap.deliver('Subject: nobody\r\n\r\n?');
      return [...good, ...add(1)];
    },
    stop: () => imap.stop(),
  };
}

describe('the contract of connectors: email', () => connectorContract(emailConnector, emailWorld));
