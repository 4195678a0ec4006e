/** API tokens at the door: found by hash, never with more roles than their person has now. */
import { Injectable } from '@nestjs/common';
import type { Role } from '#libs/contracts/words.js';
import { Database } from '../../database/database.js';
import { hashOf } from './random-keys.js';
import type { Responder } from './responder.js';
import { toResponder, WHO, type WhoRow } from './who.js';

@Injectable()
export class Tokens {
  constructor(private readonly db: Database) {}

  /** @returns who acts with this token; null when it is unknown or revoked, or its person is disabled or has none of its roles any more */
  async find(token: string): Promise<Responder | null> {
    const hash = hashOf(token);
    const row = await this.db.one<WhoRow & { token_roles: Role[]; stale: boolean }>(
      `select ${WHO}, t.roles as token_roles, coalesce(t.last_used_at < now() - interval '1 minute', true) as stale
       from api_token t join person p on p.id = t.person_id
       where t.hash = $1 and t.revoked_at is null and p.disabled_at is null`,
      [hash],
    );
    if (!row) return null;
    if (row.stale) await this.db.query('update api_token set last_used_at = now() where hash = $1', [hash]);
    const roles = row.token_roles.filter((role) => mayGive(row.roles, role));
    return roles.length > 0 ? toResponder(row, 'token', roles) : null;
  }
}

/** @returns whether somebody with these roles may hand out this one: their own, and viewer, which may do nothing that another role may not */
export function mayGive(roles: readonly Role[], role: Role): boolean {
  return role === 'viewer' || roles.includes(role);
}
