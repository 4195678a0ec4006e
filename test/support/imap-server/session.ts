/** One connection to the IMAP server of the tests: reads commands, with their literals, and answers them. */
import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { ImapServer } from '../imap-server.js';
import { fetched, found, words, type Folder } from './folder.js';
import type { MailFault } from './mail-fault.js';

export class Session {
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
    if (name === 'UID SEARCH') this.say(found(this.box(), rest));
    if (name === 'UID FETCH') this.socket.write(fetched(this.box(), rest));
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
    const ours = this.server.account;
    this.signedIn = user === ours.user && password === ours.password;
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

  private append(rest: string): void {
    const folder = words(rest)[0] ?? '';
    const source = rest.split('\u0000')[1] ?? '';
    this.server.deliver(Buffer.from(source, 'latin1'), { folder });
  }
}
