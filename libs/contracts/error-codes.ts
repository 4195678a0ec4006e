/** Every error the API can answer, by its stable code: one table of status and title. RFC 9457 problem documents are made from it. */
import { z } from 'zod';

export const ERRORS = {
  'bad-request': { status: 400, title: 'The request is not right' },
  'invalid-body': { status: 400, title: 'The body does not fit' },
  'invalid-query': { status: 400, title: 'The watch query cannot be read' },
  'invalid-settings': { status: 400, title: 'The settings do not fit the source' },
  'invalid-cursor': { status: 400, title: 'The cursor cannot be read' },
  'sign-in-required': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'E-mail or password is wrong' },
  'bad-signature': { status: 401, title: 'The signature does not fit the body' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'cross-site': { status: 403, title: 'The request came from another site' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'This cannot be done here' },
  'case-already-claimed': { status: 409, title: 'A colleague has this case' },
  'case-not-claimed': { status: 409, title: 'Nobody has this case' },
  'case-resolved': { status: 409, title: 'The case is resolved' },
  'case-not-resolved': { status: 409, title: 'The case is not resolved' },
  'case-has-open-twin': { status: 409, title: 'This customer has another open case about the same matter' },
  'case-waits-already': { status: 409, title: 'The case waits for the customer already' },
  'case-does-not-wait': { status: 409, title: 'The case does not wait for the customer' },
  'already-excluded': { status: 409, title: 'The case is out of the count already' },
  'not-excluded': { status: 409, title: 'The case is in the count' },
  'exclusion-cap': { status: 409, title: 'No more cases may be taken out of the count' },
  'already-acknowledged': { status: 409, title: 'The case is acknowledged already' },
  'reply-not-waiting': { status: 409, title: 'The reply is on its way already' },
  'reply-not-awaiting': { status: 409, title: 'This reply does not wait for approval' },
  'already-raised': { status: 409, title: 'This case is raised already, and nobody has seen it yet' },
  'own-reply': { status: 409, title: 'Somebody else must approve your reply' },
  'answered-meanwhile': { status: 409, title: 'Somebody answered this customer meanwhile' },
  'reply-not-possible': { status: 409, title: 'Nothing can be sent to this source' },
  'rule-not-there': { status: 409, title: 'The rule is not at that point of its life' },
  'second-person-needed': { status: 409, title: 'Another manager must approve it' },
  'visibility-not-possible': { status: 409, title: 'An answer here cannot be read by those it is meant for' },
  'reply-not-permitted': { status: 409, title: 'This post is not answered' },
  'email-taken': { status: 409, title: 'Somebody has this e-mail already' },
  'name-taken': { status: 409, title: 'Something has this name already' },
  'last-administrator': { status: 409, title: 'The last administrator must stay' },
  'source-cannot-receive': { status: 409, title: 'This source does not take posts from outside' },
  'source-does-not-poll': { status: 409, title: 'This source is called from outside, it is not polled' },
  'source-in-use': { status: 409, title: 'This source has brought mentions and stays with them' },
  'calendar-in-use': { status: 409, title: 'Something is promised by this calendar' },
  'standard-impossible': { status: 422, title: 'Nobody could keep this promise' },
  'rescoring-running': { status: 409, title: 'Old mentions are being rescored already' },
  'source-off': { status: 409, title: 'This source is switched off' },
  'reply-too-long': { status: 422, title: 'The text is too long for this network' },
  'reply-blocked': { status: 422, title: 'The text holds something that does not go out here' },
  'reply-empty': { status: 422, title: 'There is no text to send' },
  'too-large': { status: 413, title: 'Too much at once' },
  'unsupported-media-type': { status: 415, title: 'This kind of content cannot be read' },
  'too-many-requests': { status: 429, title: 'Too many tries, wait a little' },
  internal: { status: 500, title: 'Something went wrong here' },
  'database-away': { status: 503, title: 'The database is away for a moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** RFC 9457 problem document, with a stable `code` and, for bad input, where it was. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
