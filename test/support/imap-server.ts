/** A small IMAP server on this machine with one mailbox, after RFC 3501 and 2177: enough for a program that reads, searches, waits and appends. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Folder } from './imap-server/folder.js';
import type { MailFault } from './imap-server/mail-fault.js';
import { Session } from './imap-server/session.js';

export const MAIL_USER = { user: 'destek@anadoluhat.example', password: 'a-mail-password' };

export interface ImapOptions {
  idle?: boolean;
  tls?: { key: string; cert: string };
  /** Encryption is offered on the open line, and wanted. */
  startTls?: boolean;
}

export class ImapServer {
  port = 0;
  readonly account = MAIL_USER;
  readonly commands: string[] = [];
  readonly folders = new Map<string, Folder>();
  private readonly faults: { on: string; fault: MailFault; after: number }[] = [];
  private readonly sessions = new Set<Session>();
  private readonly server: Server;

  private constructor(readonly options: ImapOptions) {
    const serve = (socket: Socket) => void this.sessions.add(new Session(this, socket));
    this.server = options.tls && !options.startTls ? createTlsServer(options.tls, serve) : createServer(serve);
    this.addFolder('INBOX', '');
    this.addFolder('Sent', '\\Sent');
    this.addFolder('Archive', '\\Archive');
  }

  static async start(options: ImapOptions = {}): Promise<ImapServer> {
    const imap = new ImapServer(options);
    await new Promise<void>((ready) => imap.server.listen(0, '127.0.0.1', ready));
    imap.port = (imap.server.address() as AddressInfo).port;
    return imap;
  }

  async stop(): Promise<void> {
    for (const session of this.sessions) session.end();
    await new Promise((done) => this.server.close(done));
  }

  addFolder(name: string, use: string): void {
    this.folders.set(name, { uidValidity: 1_700_000_000 + this.folders.size, uidNext: 1, mails: [], use });
  }

  /** A mail arrives. @returns its number */
  deliver(
    source: string | Buffer,
    { folder = 'INBOX', arrivedAt = new Date() }: { folder?: string; arrivedAt?: Date } = {},
  ): number {
    const box = this.folders.get(folder)!;
    const uid = box.uidNext++;
    box.mails.push({ uid, source: Buffer.from(source), arrivedAt, flags: [] });
    for (const session of this.sessions) session.tell(folder);
    return uid;
  }

  /** The folder is rebuilt: the same mails under new numbers. */
  rebuild(folder = 'INBOX'): void {
    const box = this.folders.get(folder)!;
    box.uidValidity += 1000;
    box.uidNext += 500;
    for (const mail of box.mails) mail.uid = box.uidNext++;
  }

  /** @param on the command that meets it, such as LOGIN; GREETING for the first line */
  fail(fault: MailFault, on: string, { times = 1, after = 0 } = {}): void {
    for (let i = 0; i < times; i += 1) this.faults.push({ on, fault, after: i === 0 ? after : 0 });
  }

  takeFault(on: string): MailFault | null {
    const found = this.faults.find((order) => order.on === on);
    if (found === undefined) return null;
    if (found.after > 0) {
      found.after -= 1;
      return null;
    }
    this.faults.splice(this.faults.indexOf(found), 1);
    return found.fault;
  }

  forget(session: Session): void {
    this.sessions.delete(session);
  }
}
