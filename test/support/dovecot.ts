/** Dovecot, a real IMAP server, as a process with a configuration and mailboxes of its own in a folder that goes with it. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { MAIL_USER } from './imap-server.js';
import { MAIL_CERTIFICATE, MAIL_KEY } from './mail-certificate.js';

/** Root hands the mailboxes to nobody: Dovecot refuses to keep mail as root. */
const NOBODY = 65_534;

/** @returns the program, or in plain words why there is none to start */
export function findDovecot(): { program: string } | string {
  const places = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  const program = places.map((folder) => path.join(folder, 'dovecot')).find((file) => existsSync(file));
  if (program === undefined) return 'not on this machine';
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
  return version.startsWith('2.3.') ? { program } : `of version ${version}, whose configuration is another than that of 2.3`;
}

export class Dovecot {
  private constructor(
    readonly port: number,
    readonly tlsPort: number,
    private readonly folder: string,
    private readonly server: ChildProcess,
  ) {}

  static async start(program: string): Promise<Dovecot> {
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-dovecot-'));
    chmodSync(folder, 0o755);
    const mail = path.join(folder, 'mail');
    mkdirSync(mail);
    if (isRoot()) chownSync(mail, NOBODY, NOBODY);
    writeFileSync(path.join(folder, 'key.pem'), MAIL_KEY);
    writeFileSync(path.join(folder, 'cert.pem'), MAIL_CERTIFICATE);
    const [port, tlsPort] = [await freePort(), await freePort()];
    writeFileSync(path.join(folder, 'dovecot.conf'), configuration(folder, port, tlsPort));
    const server = spawn(program, ['-F', '-c', path.join(folder, 'dovecot.conf')], { stdio: 'ignore' });
    const dovecot = new Dovecot(port, tlsPort, folder, server);
    await dovecot.ready();
    return dovecot;
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.server.once('exit', done));
    if (this.server.exitCode === null && this.server.kill('SIGTERM')) await ended;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private async ready(): Promise<void> {
    for (let attempt = 0; !(await greets(this.port)); attempt += 1) {
      if (attempt < 300 && this.server.exitCode === null) await new Promise((done) => setTimeout(done, 100));
      else throw new Error(`dovecot does not greet: ${this.log()}`);
    }
  }

  private log(): string {
    const file = path.join(this.folder, 'log');
    return existsSync(file) ? readFileSync(file, 'utf8').slice(-2000) : 'it wrote no log';
  }
}

const isRoot = () => userInfo().uid === 0;

function configuration(folder: string, port: number, tlsPort: number): string {
  const { username, uid, gid } = userInfo();
  const as = isRoot() ? { uid: NOBODY, gid: NOBODY } : { uid, gid };
  // Whoever is not root can neither change users nor lock processes into a folder.
  const asOneself = isRoot() ? '' : `default_internal_user = ${username}\n default_login_user = ${username}`;
  return `
    base_dir = ${folder}/run
    state_dir = ${folder}/run
    log_path = ${folder}/log
    protocols = imap
    listen = 127.0.0.1
    ${asOneself}
    ssl = yes
    ssl_cert = <${folder}/cert.pem
    ssl_key = <${folder}/key.pem
    disable_plaintext_auth = no
    first_valid_uid = 0
    auth_failure_delay = 0
    mail_location = maildir:${folder}/mail/%u
    mail_max_userip_connections = 50
    passdb {
      driver = static
      args = password=${MAIL_USER.password}
    }
    userdb {
      driver = static
      args = uid=${as.uid} gid=${as.gid} home=${folder}/mail/%u
    }
    namespace inbox {
      inbox = yes
      separator = /
      mailbox Sent {
        auto = create
        special_use = \\Sent
      }
    }
    service imap-login {
      chroot =
      inet_listener imap {
        port = ${port}
      }
      inet_listener imaps {
        port = ${tlsPort}
        ssl = yes
      }
    }
    service anvil {
      chroot =
    }
    service stats {
      chroot =
    }`;
}

/** @returns whether an IMAP server answers there */
function greets(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(2000, () => socket.destroy());
    socket.once('data', (words) => {
      done(words.toString().startsWith('* OK'));
      socket.destroy();
    });
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
