/** Slows down guessing: tries are counted per account and address, per account, and per address, in the database, so for all processes. */
import { Injectable } from '@nestjs/common';
import { isIPv6 } from 'node:net';
import { Database } from '../database/database.js';
import { hashOf } from '../platform/access/random-keys.js';
import { DeskError } from '../platform/errors.js';

/** Wrong tries within the window. One person at one place gets few; an office behind one address gets more. */
const LIMITS = { pair: 5, account: 50, address: 50 } as const;
const WINDOW_MINUTES = 15;

@Injectable()
export class SignInThrottle {
  constructor(private readonly db: Database) {}

  /**
   * Counts this try as wrong before it is checked, so that many at once cannot slip through; `succeeded` takes it back.
   * @throws DeskError `too-many-requests` with the seconds to wait; the same for known and unknown e-mails
   */
  async begin(email: string, address: string): Promise<void> {
    await this.db.query('delete from sign_in_throttle where until < now()');
    const keys = keysOf(email, address);
    const counted = await this.db.query<{ key: string; failures: number; wait: number }>(
      `insert into sign_in_throttle as t (key, failures, until)
       select key, 1, now() + interval '${WINDOW_MINUTES} minutes' from unnest($1::text[]) key order by key
       on conflict (key) do update set failures = t.failures + 1
       returning key, failures, extract(epoch from until - now())::float8 as wait`,
      [keys.map((k) => k.key)],
    );
    const over = counted.filter((row) => row.failures > (keys.find((k) => k.key === row.key)?.limit ?? 0));
    if (over.length === 0) return;
    throw new DeskError('too-many-requests', undefined, { retryAfterSeconds: Math.max(1, ...over.map((row) => row.wait)) });
  }

  /** The password was right: this account starts afresh, and the address gets its try back. */
  async succeeded(email: string, address: string): Promise<void> {
    const [pair, account, place] = keysOf(email, address).map((k) => k.key);
    await this.db.query('delete from sign_in_throttle where key in ($1, $2)', [pair, account]);
    await this.db.query('update sign_in_throttle set failures = failures - 1 where key = $1 and failures > 0', [place]);
  }
}

/** Hashed, so that the table keeps neither e-mails nor addresses. */
function keysOf(email: string, address: string): { key: string; limit: number }[] {
  const account = email.trim().toLowerCase();
  const place = networkOf(address);
  const key = (...parts: string[]) => hashOf(parts.join('\n')).toString('base64url');
  return [
    { key: key('pair', account, place), limit: LIMITS.pair },
    { key: key('account', account), limit: LIMITS.account },
    { key: key('address', place), limit: LIMITS.address },
  ];
}

/** @returns the address; of IPv6 the first 64 bits, since one customer has them all (RFC 6177) */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
