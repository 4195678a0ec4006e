/** A small IMAP server on this machine with one mailbox, after RFC 3501 and 2177: enough for a program that reads, searches, waits and appends. */
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket, createSecureContext } from 'node:tls';
import type { AddressInfo } from 'node:net';

export const MAIL_USER = { user: 'destek@anadoluhat.example', password: 'a-mail-password' };

interface Mail {
  uid: number;
  source: Buffer;
  arrivedAt: Date;
  flags: string[];
}
interface Folder {
  uidValidity: number;
  uidNext: number;
  mails: Mail[];
  use: string;
}

export type MailFault =
  | { kind: 'no'; text: string }
  | { kind: 'drop' }
  | { kind: 'hang' }
  /** The connection breaks in the middle of a mail. */
  | { kind: 'drop-in-mail' }
  /** Bytes that are no IMAP. */
  | { kind: 'raw'; text: string }
  /** A literal that announces more than anybody takes. */
  | { kind: 'endless-literal' }
  /** A line that does not end. */
  | { kind: 'endless-line' };

export interface ImapOptions {
  idle?: boolean;
  tls?: { key: string; cert: string };
  /** Encryption is offered on the open line, and wanted. */
  startTls?: boolean;
}

export class ImapServer {
  port = 0;
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

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

class Session {
  private input = Buffer.alloc(0);
  private folder: string | null = null;
  private idling: string | null = null;
  private signedIn = false;
  private literal: { line: string; size: number } | null = null;

  constructor(
    private readonly server: ImapServer,
    private socket: Socket,
  ) {
    this.listen();
    const fault = server.takeFault('GREETING');
    if (fault) this.misbehave(fault, '*');
    else this.say(`* OK [CAPABILITY ${this.capabilities()}] ready`);
  }

  end(): void {
    this.socket.destroy();
  }

  /** Something came into a folder. */
  tell(folder: string): void {
    if (this.idling !== null && this.folder === folder) this.say(`* ${this.server.folders.get(folder)!.mails.length} EXISTS`);
  }

  private listen(): void {
    this.socket.on('data', (data: Buffer) => {
      this.input = Buffer.concat([this.input, data]);
      this.read();
    });
    this.socket.setNoDelay(true);
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.server.forget(this));
  }

  private capabilities(): string {
    const { idle, startTls } = this.server.options;
    return [
      'IMAP4rev1',
      'LITERAL+',
      ...(idle ? ['IDLE'] : []),
      ...(startTls && !(this.socket instanceof TLSSocket) ? ['STARTTLS', 'LOGINDISABLED'] : []),
    ].join(' ');
  }

  private say(line: string): void {
    if (!this.socket.destroyed) this.socket.write(`${line}\r\n`);
  }

  private read(): void {
    for (;;) {
      if (this.literal !== null) {
        if (this.input.length < this.literal.size) return;
        const { line, size } = this.literal;
        const taken = this.input.subarray(0, size);
        this.input = this.input.subarray(size);
        this.literal = null;
        this.line(`${line}${taken.toString('latin1')}`, true);
        continue;
      }
      const end = this.input.indexOf('\r\n');
      if (end === -1) return;
      const line = this.input.subarray(0, end).toString('latin1');
      this.input = this.input.subarray(end + 2);
      this.line(line, false);
    }
  }

  private pending = '';

  private line(line: string, afterLiteral: boolean): void {
    const whole = afterLiteral ? line : this.pending + line;
    const opening = afterLiteral ? null : /\{(\d+)(\+?)\}$/.exec(whole);
    if (opening) {
      if (opening[2] === '') this.say('+ go on');
      this.literal = { line: `${whole.slice(0, opening.index)}\u0000`, size: Number(opening[1]) };
      return;
    }
    if (afterLiteral) {
      this.pending = `${whole}\u0000`;
      return;
    }
    this.pending = '';
    if (this.idling !== null) {
      const tag = this.idling;
      if (/^DONE$/i.test(whole)) this.idling = null;
      return this.say(`${tag} OK done`);
    }
    this.command(whole);
  }

  private command(line: string): void {
    const [, tag = '*', first = '', second = ''] = /^(\S+) (\S+)(?: (\S+))?/.exec(line) ?? [];
    const name = /^UID$/i.test(first) ? `UID ${second}`.toUpperCase() : first.toUpperCase();
    const rest = line.slice(line.indexOf(first) + (name.startsWith('UID ') ? name.length : first.length)).trim();
    this.server.commands.push(name);
    const fault = this.server.takeFault(name);
    if (fault) return this.misbehave(fault, tag);
    this.answer(tag, name, rest);
  }

  private misbehave(fault: MailFault, tag: string): void {
    if (fault.kind === 'drop') this.socket.destroy();
    if (fault.kind === 'no') this.say(`${tag === '*' ? '* BYE' : `${tag} NO`} ${fault.text}`);
    if (fault.kind === 'raw') this.socket.write(fault.text);
    if (fault.kind === 'endless-literal') this.socket.write('* 1 FETCH (UID 1 BODY[] {4000000000}\r\n');
    if (fault.kind === 'drop-in-mail')
      this.socket.write('* 1 FETCH (UID 1 BODY[] {5000}\r\nFrom: x', () => this.socket.destroy());
    if (fault.kind === 'endless-line') {
      const pour = (): void => {
        while (!this.socket.destroyed && this.socket.write('x'.repeat(65_536)));
        if (!this.socket.destroyed) this.socket.once('drain', pour);
      };
      pour();
    }
  }

  private answer(tag: string, name: string, rest: string): void {
    const ok = (words = 'done') => this.say(`${tag} OK ${words}`);
    if (name === 'LOGOUT') {
      this.say('* BYE see you');
      ok();
      return void this.socket.end();
    }
    if (name === 'STARTTLS') return this.startTls(tag);
    if (name === 'CAPABILITY') this.say(`* CAPABILITY ${this.capabilities()}`);
    if (name === 'LOGIN') return this.login(tag, rest);
    if (!this.signedIn && !['CAPABILITY', 'NOOP', 'ID'].includes(name)) return this.say(`${tag} NO sign in first`);
    if (name === 'LIST' || name === 'LSUB') this.list(rest);
    if (name === 'SELECT' || name === 'EXAMINE') return this.select(tag, name, rest);
    if (name === 'UID SEARCH') this.search(rest);
    if (name === 'UID FETCH') this.fetch(rest);
    if (name === 'APPEND') this.append(rest);
    if (name === 'NOOP' && this.folder !== null) this.say(`* ${this.box().mails.length} EXISTS`);
    if (name === 'IDLE') {
      this.idling = tag;
      return this.say('+ idling');
    }
    ok();
  }

  private startTls(tag: string): void {
    this.say(`${tag} OK begin`);
    this.socket.removeAllListeners('data');
    this.socket = new TLSSocket(this.socket, { isServer: true, secureContext: createSecureContext(this.server.options.tls) });
    this.input = Buffer.alloc(0);
    this.listen();
  }

  private login(tag: string, rest: string): void {
    const [user = '', password = ''] = words(rest);
    this.signedIn = user === MAIL_USER.user && password === MAIL_USER.password;
    this.say(
      this.signedIn
        ? `${tag} OK [CAPABILITY ${this.capabilities()}] welcome`
        : `${tag} NO [AUTHENTICATIONFAILED] Invalid credentials`,
    );
  }

  private list(rest: string): void {
    if (words(rest)[1] === '') return this.say('* LIST (\\Noselect) "/" ""');
    for (const [name, { use }] of this.server.folders)
      this.say(`* LIST (\\HasNoChildren${use === '' ? '' : ` ${use}`}) "/" "${name}"`);
  }

  private box(): Folder {
    return this.server.folders.get(this.folder ?? 'INBOX')!;
  }

  private select(tag: string, name: string, rest: string): void {
    const folder = words(rest)[0] ?? '';
    const box = this.server.folders.get(folder);
    if (box === undefined) return this.say(`${tag} NO [NONEXISTENT] Unknown Mailbox: ${folder}`);
    this.folder = folder;
    this.say('* FLAGS (\\Seen \\Answered)');
    this.say(`* ${box.mails.length} EXISTS`);
    this.say('* 0 RECENT');
    this.say(`* OK [UIDVALIDITY ${box.uidValidity}] valid`);
    this.say(`* OK [UIDNEXT ${box.uidNext}] next`);
    this.say(`${tag} OK [${name === 'EXAMINE' ? 'READ-ONLY' : 'READ-WRITE'}] done`);
  }

  private search(rest: string): void {
    const { mails } = this.box();
    const since = /SINCE "?(\d{1,2})-(\w{3})-(\d{4})/i.exec(rest);
    const range = /UID (\d+):\*/i.exec(rest);
    const header = /HEADER "?MESSAGE-ID"? (.+)$/i.exec(rest);
    const day = since ? Date.UTC(Number(since[3]), MONTHS.indexOf(since[2]!), Number(since[1])) : 0;
    const highest = mails.at(-1)?.uid ?? 0;
    const id = header ? (words(header[1]!)[0] ?? '') : '';
    const found = mails.filter(
      ({ uid, arrivedAt, source }) =>
        (!since || arrivedAt.getTime() >= day) &&
        // A range to the end holds the last mail in any case.
        (!range || uid >= Math.min(Number(range[1]), highest)) &&
        (!header || new RegExp(`^message-id:\\s*${id.replace(/[^\w@]/g, '\\$&')}`, 'im').test(source.toString('latin1'))),
    );
    this.say(`* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trimEnd());
  }

  private fetch(rest: string): void {
    const [set = ''] = rest.split(' ');
    const wanted = new Set(set.split(',').flatMap((part) => span(part)));
    const most = Number(/BODY\.PEEK\[\]<0\.(\d+)>/i.exec(rest)?.[1] ?? Infinity);
    const parts: Buffer[] = [];
    this.box().mails.forEach(({ uid, source, arrivedAt }, index) => {
      if (!wanted.has(uid)) return;
      const part = source.subarray(0, most);
      const date = `${String(arrivedAt.getUTCDate()).padStart(2, ' ')}-${MONTHS[arrivedAt.getUTCMonth()]}-${arrivedAt.getUTCFullYear()} ${arrivedAt.toISOString().slice(11, 19)} +0000`;
      const head = `* ${index + 1} FETCH (UID ${uid} RFC822.SIZE ${source.length} INTERNALDATE "${date}" BODY[]<0> {${part.length}}\r\n`;
      parts.push(Buffer.from(head), part, Buffer.from(')\r\n'));
    });
    this.socket.write(Buffer.concat(parts));
  }

  private append(rest: string): void {
    const folder = words(rest)[0] ?? '';
    const source = rest.split('\u0000')[1] ?? '';
    this.server.deliver(Buffer.from(source, 'latin1'), { folder });
  }
}

/** Quoted words, literals and atoms of a command. */
function words(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|\u0000([^\u0000]*)\u0000|([^\s"()\u0000]+)/g)].map(
    (m) => m[1]?.replace(/\\(.)/g, '$1') ?? m[2] ?? m[3] ?? '',
  );
}

function span(part: string): number[] {
  const [from = 0, to = from] = part.split(':').map(Number);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
