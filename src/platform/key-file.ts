/** The key that encrypts credentials, kept in a file of its own outside the database; made at first need. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const NAME = 'secret-key';

/**
 * @param folder the data folder, made when missing
 * @returns the 32 bytes of the key; two processes that need it at once get the same
 * @throws Error when the file holds no key: it is never overwritten, since what was sealed with it would be lost
 */
export function keyFromFolder(folder: string): Buffer {
  const file = path.join(folder, NAME);
  if (!fs.existsSync(file)) makeKey(folder, file);
  fs.chmodSync(file, 0o600);
  const text = fs.readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error(`${file} does not hold a key of 64 hexadecimal digits`);
  return Buffer.from(text, 'hex');
}

/** Written aside and linked into place, so that nobody ever reads half a key. */
function makeKey(folder: string, file: string): void {
  fs.mkdirSync(folder, { recursive: true });
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  fs.writeFileSync(aside, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    fs.linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}
