/** People, teams and tokens as the API shows them. */
import { z } from 'zod';
import { Id, Instant } from '../values.js';
import { Locale, Role } from '../words.js';

export const PersonRef = z.object({ id: Id, name: z.string() }).meta({ id: 'PersonRef' });
export type PersonRef = z.infer<typeof PersonRef>;

export const TeamView = z.object({ id: Id, name: z.string() }).meta({ id: 'TeamView' });
export type TeamView = z.infer<typeof TeamView>;

export const PersonView = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    roles: z.array(Role),
    teams: z.array(TeamView),
    locale: Locale,
    disabled: z.boolean(),
    createdAt: Instant,
    lastSeenAt: Instant.nullable(),
  })
  .meta({ id: 'PersonView' });
export type PersonView = z.infer<typeof PersonView>;

/** Who is signed in, and what the page needs to know before anything else. */
export const MeView = PersonView.extend({
  invented: z.boolean().meta({ description: 'true in the demo: every post and person here is invented' }),
  version: z.string(),
}).meta({ id: 'MeView' });
export type MeView = z.infer<typeof MeView>;

export const TokenView = z
  .object({
    id: Id,
    name: z.string(),
    person: PersonRef,
    roles: z.array(Role),
    createdAt: Instant,
    lastUsedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  })
  .meta({ id: 'TokenView' });
export type TokenView = z.infer<typeof TokenView>;

/** Answered once, when a token is made: the only time it can be read. */
export const NewTokenView = TokenView.extend({
  token: z.string().meta({ description: 'shown once; use as Authorization: Bearer …' }),
}).meta({ id: 'NewTokenView' });
export type NewTokenView = z.infer<typeof NewTokenView>;
