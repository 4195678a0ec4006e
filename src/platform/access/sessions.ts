/** Sessions of signed-in people: a random id in a cookie, its hash in the table; idle and absolute timeouts by the database's time. */
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/database.js';
import { hashOf, randomKey } from './random-keys.js';
import { toResponder, WHO, type WhoRow } from './who.js';
import type { Responder } from './responder.js';

/** Without any request for this long a session ends: a shift and its break fit in. */
export const IDLE_HOURS = 12;
/** However busy, a session ends after this long. */
export const ABSOLUTE_DAYS = 7;

const IDLE = `interval '${IDLE_HOURS} hours'`;
const ABSOLUTE = `interval '${ABSOLUTE_DAYS} days'`;

@Injectable()
export class Sessions {
  constructor(private readonly db: Database) {}

  /** Starts a session with a new id, and sweeps out the ended ones. @returns the id for the cookie */
  async start(personId: string): Promise<string> {
    const id = randomKey();
    await this.db.query(`delete from session where expire < now()`);
    await this.db.query(
      `insert into session (sid, sess, expire)
       values ($1, json_build_object('personId', $2::text, 'startedAt', now(), 'seenAt', now()), now() + ${IDLE})`,
      [storedId(id), personId],
    );
    await this.db.query('update person set last_seen_at = now() where id = $1', [personId]);
    return id;
  }

  /** @returns whose session this is; null when it has ended or its person is disabled */
  async find(id: string): Promise<Responder | null> {
    const row = await this.db.one<WhoRow & { stale: boolean }>(
      `select ${WHO}, (s.sess ->> 'seenAt')::timestamptz < now() - interval '1 minute' as stale
       from session s join person p on p.id = (s.sess ->> 'personId')::bigint
       where s.sid = $1 and s.expire > now() and p.disabled_at is null`,
      [storedId(id)],
    );
    if (!row) return null;
    if (row.stale) await this.extend(id, row.id);
    return toResponder(row, 'session');
  }

  /** At most once a minute, so that reading does not write. */
  private async extend(id: string, personId: string): Promise<void> {
    await this.db.query(
      `update session set sess = (sess::jsonb || jsonb_build_object('seenAt', now()))::json,
         expire = least(now() + ${IDLE}, (sess ->> 'startedAt')::timestamptz + ${ABSOLUTE})
       where sid = $1`,
      [storedId(id)],
    );
    await this.db.query('update person set last_seen_at = now() where id = $1', [personId]);
  }
}

/** Ends one session. @returns whose it was; null when it has ended already */
export async function endSession(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.query<{ person: string }>(`delete from session where sid = $1 returning sess ->> 'personId' as person`, [
    storedId(id),
  ]);
  return row?.person ?? null;
}

/**
 * Ends every session of a person, inside the transaction that takes something away from them.
 * @param exceptId the cookie's id of a session that may stay
 */
export async function endSessionsOf(tx: Tx, personId: string, exceptId: string | null = null): Promise<void> {
  await tx.query(`delete from session where sess ->> 'personId' = $1 and sid <> $2`, [
    personId,
    exceptId ? storedId(exceptId) : '',
  ]);
}

function storedId(id: string): string {
  return hashOf(id).toString('base64url');
}
