/**
 * Who may do what: every route and every live event, once. Written from the product's roles, not from the code, so that a wrong mark is found.
 * A route of the program without an entry here fails role-route-matrix.spec.ts, and so does an entry without a route.
 */
import type { LiveEventName } from '#libs/contracts/live-events.js';
import type { Role } from '#libs/contracts/words.js';

/** `public`: everybody, without signing in. */
export type Access = 'public' | readonly Role[];

const EVERYONE: Access = ['viewer', 'responder', 'manager', 'administrator'];
const WORKS_CASES: Access = ['responder'];
const WORKS_OR_LEADS: Access = ['responder', 'manager'];
const LEADS: Access = ['manager'];
const LOOKS_AFTER: Access = ['manager', 'administrator'];
const ADMINISTERS: Access = ['administrator'];

export const ROUTES: Readonly<Record<string, Access>> = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /metrics': 'public',
  'GET /api/openapi.json': 'public',
  'GET /api/docs': 'public',

  'POST /api/v1/session': 'public',
  'DELETE /api/v1/session': 'public',
  'GET /api/v1/me': EVERYONE,
  'PATCH /api/v1/me': EVERYONE,
  'GET /api/v1/people': LOOKS_AFTER,
  'GET /api/v1/people/:id': LOOKS_AFTER,
  'POST /api/v1/people': ADMINISTERS,
  'PATCH /api/v1/people/:id': ADMINISTERS,
  'GET /api/v1/teams': LOOKS_AFTER,
  'POST /api/v1/teams': ADMINISTERS,
  'GET /api/v1/tokens': ADMINISTERS,
  'POST /api/v1/tokens': ADMINISTERS,
  'DELETE /api/v1/tokens/:id': ADMINISTERS,

  'GET /api/v1/connectors': LOOKS_AFTER,
  'GET /api/v1/sources': LOOKS_AFTER,
  'GET /api/v1/sources/:id': LOOKS_AFTER,
  'GET /api/v1/sources/:id/polls': LOOKS_AFTER,
  'GET /api/v1/sources/:id/refused': LOOKS_AFTER,
  'GET /api/v1/sources/:id/health': LOOKS_AFTER,
  'GET /api/v1/coverage': EVERYONE,
  'GET /api/v1/source-use': LOOKS_AFTER,
  'GET /api/v1/source-alarms': LOOKS_AFTER,
  'POST /api/v1/source-alarms/:id/acknowledge': LOOKS_AFTER,
  'POST /api/v1/sources': ADMINISTERS,
  'POST /api/v1/sources/test': ADMINISTERS,
  'POST /api/v1/sources/:id/poll': ADMINISTERS,
  'PATCH /api/v1/sources/:id': ADMINISTERS,
  'DELETE /api/v1/sources/:id': ADMINISTERS,
  // Proven by its signature, not by a person.
  'POST /api/v1/sources/:id/posts': 'public',
  'POST /api/v1/sources/:id/webhook': 'public',
  // Proven by the verify token that was set for the source.
  'GET /api/v1/sources/:id/webhook': 'public',

  'GET /api/v1/watches': EVERYONE,
  'GET /api/v1/watches/:id': EVERYONE,
  'POST /api/v1/watches/test': EVERYONE,
  'POST /api/v1/watches/preview': LEADS,
  'GET /api/v1/watches/:id/suggestions': LEADS,
  'POST /api/v1/watches': LEADS,
  'PATCH /api/v1/watches/:id': LEADS,
  'DELETE /api/v1/watches/:id': LEADS,
  'POST /api/v1/cases/:id/check': WORKS_CASES,
  'PUT /api/v1/cases/:id/draft': WORKS_CASES,
  'PUT /api/v1/cases/:id/presence': WORKS_OR_LEADS,
  'POST /api/v1/replies/:id/approve': WORKS_OR_LEADS,
  'POST /api/v1/replies/:id/send-back': WORKS_OR_LEADS,
  'GET /api/v1/reply-rules': EVERYONE,
  'PUT /api/v1/reply-rules': LEADS,
  'GET /api/v1/calendars': EVERYONE,
  'GET /api/v1/calendars/:id': EVERYONE,
  'GET /api/v1/calendars/:id/versions': EVERYONE,
  'POST /api/v1/calendars/due': EVERYONE,
  'GET /api/v1/calendars/countries': LEADS,
  'GET /api/v1/calendars/holidays': LEADS,
  'POST /api/v1/calendars': LEADS,
  'PUT /api/v1/calendars/:id': LEADS,
  'DELETE /api/v1/calendars/:id': LEADS,
  'GET /api/v1/targets': EVERYONE,
  'PUT /api/v1/targets': LEADS,

  'GET /api/v1/mentions': EVERYONE,
  'GET /api/v1/mentions/:id': EVERYONE,
  'GET /api/v1/mentions/:id/copies': EVERYONE,
  'PATCH /api/v1/mentions/:id': WORKS_OR_LEADS,
  'POST /api/v1/analyse': EVERYONE,
  'POST /api/v1/corrections': WORKS_OR_LEADS,
  'GET /api/v1/learning': LEADS,
  'GET /api/v1/learning/export': LEADS,
  'GET /api/v1/learning/changes': LEADS,
  'POST /api/v1/learning/:version/restore': LEADS,
  'GET /api/v1/weights': EVERYONE,
  'PUT /api/v1/weights': LEADS,
  'GET /api/v1/rescoring': LEADS,
  'POST /api/v1/rescoring': LEADS,
  'DELETE /api/v1/rescoring': LEADS,
  'GET /api/v1/cases': EVERYONE,
  'GET /api/v1/cases/counts': EVERYONE,
  'GET /api/v1/cases/:id': EVERYONE,
  'POST /api/v1/cases': WORKS_CASES,
  'POST /api/v1/cases/:id/claim': WORKS_OR_LEADS,
  'POST /api/v1/cases/:id/release': WORKS_OR_LEADS,
  'POST /api/v1/cases/:id/acknowledge': WORKS_CASES,
  'POST /api/v1/cases/:id/reply': WORKS_CASES,
  'POST /api/v1/cases/:id/notes': WORKS_CASES,
  'POST /api/v1/cases/:id/resolve': WORKS_CASES,
  'POST /api/v1/cases/:id/reopen': WORKS_CASES,
  'POST /api/v1/replies/:id/cancel': WORKS_CASES,
  'POST /api/v1/replies/:id/settle': WORKS_CASES,
  'POST /api/v1/escalations/:id/acknowledge': LEADS,
  'GET /api/v1/watchtower': EVERYONE,

  'GET /api/v1/acknowledgement-rules': EVERYONE,
  'GET /api/v1/acknowledgement-rules/:id': EVERYONE,
  'POST /api/v1/acknowledgement-rules': LEADS,
  'POST /api/v1/acknowledgement-rules/preview': LEADS,
  'PUT /api/v1/acknowledgement-rules/:id': LEADS,
  'DELETE /api/v1/acknowledgement-rules/:id': LEADS,
  'POST /api/v1/acknowledgement-rules/:id/step': LEADS,
  'GET /api/v1/acknowledgements': EVERYONE,
  'GET /api/v1/acknowledgements/export': LEADS,
  'POST /api/v1/acknowledgements/:id/judge': WORKS_OR_LEADS,
  'GET /api/v1/automation': EVERYONE,
  // Whoever sees that it goes wrong may stop it.
  'POST /api/v1/automation/stop': ['responder', 'manager', 'administrator'],
  'POST /api/v1/automation/start': LEADS,
  'POST /api/v1/automation-holds/:id/end': LEADS,
  'GET /api/v1/permissions': EVERYONE,
  'PUT /api/v1/accounts/:id': ADMINISTERS,
  'GET /api/v1/authors/:id/wishes': EVERYONE,
  'PATCH /api/v1/authors/:id/wishes': WORKS_OR_LEADS,
};

/** Who hears which live event, within their own teams. */
export const LIVE: Readonly<Record<LiveEventName, readonly Role[]>> = {
  'case.changed': EVERYONE,
  'mention.heard': EVERYONE,
  'mention.changed': EVERYONE,
  'reply.changed': EVERYONE,
  'presence.changed': EVERYONE,
  'clock.warned': EVERYONE,
  'clock.breached': EVERYONE,
  'escalation.raised': LEADS,
  'source.changed': LOOKS_AFTER,
  'watch.changed': EVERYONE,
  'automation.changed': EVERYONE,
};
