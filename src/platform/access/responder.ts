/** Who is asking: what every verb gets from its door. */
import type { Locale, Role } from '#libs/contracts/words.js';

export interface Responder {
  id: string;
  name: string;
  /** What they may do right now; a token may carry fewer roles than its person has. */
  roles: Role[];
  /** The teams whose cases, watches and mentions they may see: every query is scoped by these. */
  teamIds: string[];
  locale: Locale;
  via: 'session' | 'token';
}

/** @returns true when the person has any of these roles. */
export function hasRole(who: Pick<Responder, 'roles'>, ...roles: Role[]): boolean {
  return roles.some((role) => who.roles.includes(role));
}
