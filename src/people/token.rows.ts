/** How API tokens are read from the database and shown; their hash never leaves it. */
import type { TokenView } from '#libs/contracts/views/people.js';
import type { Role } from '#libs/contracts/words.js';

export interface TokenRow {
  id: string;
  name: string;
  person_id: string;
  person_name: string;
  roles: Role[];
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** Columns of a token `t` and its person `p`. */
export const TOKEN = 't.id, t.name, t.person_id, p.name as person_name, t.roles, t.created_at, t.last_used_at, t.revoked_at';

export function toTokenView(row: TokenRow): TokenView {
  return {
    id: row.id,
    name: row.name,
    person: { id: row.person_id, name: row.person_name },
    roles: row.roles,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}
