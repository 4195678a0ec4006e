/** Answers a post or comment, and looks for an answer of unknown outcome among our own comments: Reddit folds nothing by key. */
import { fit, Refused, Unreadable } from '../ask-json.js';
import type { ConnectorContext } from '../connector-context.js';
import type { LookResult, OutgoingReply, Replies, SendResult } from '../outgoing-reply.js';
import { whyInEnglish } from '../explained.js';
import { Listing, Me, Posted, readThing } from './answers.js';
import { neverLeft, RedditClient, redditEnd, UsedUp, waitOf } from './client.js';
import type { RedditSettings } from './settings.js';

/** Credentials are put right by a person; until then there is no use in asking often. */
const CREDENTIALS_WAIT_SECONDS = 900;
const RATE_WAIT_SECONDS = 600;
/** Our clock and Reddit's may differ by as much. */
const CLOCK_SLACK_SECONDS = 120;
const MOST_PAGES = 10;

export const redditReplies: Replies<RedditSettings> = {
  rules: { maxLength: 10_000, lengthRule: 'characters', settleSeconds: 60, idempotent: false },
  unavailable: ({ refreshToken }) => (refreshToken === undefined ? 'no-account-keys' : null),
  send,
  look,
};

async function send(context: ConnectorContext<RedditSettings>, reply: OutgoingReply): Promise<SendResult> {
  try {
    const form = { api_type: 'json', thing_id: reply.inReplyTo.externalId, text: reply.text };
    return answered(fit(Posted, await new RedditClient(context).post('/api/comment', form), 'what became of a comment'));
  } catch (error) {
    return resultOf(error, context.now());
  }
}

function answered({ json }: ReturnType<typeof Posted.parse>): SendResult {
  const [error] = json.errors;
  if (error !== undefined) return refusal(String(error[0]), String(error[1] ?? ''), json.ratelimit ?? null);
  for (const thing of json.data?.things ?? []) {
    const name = (thing as { data?: { name?: unknown; permalink?: unknown } } | null)?.data?.name;
    const permalink = (thing as { data?: { permalink?: unknown } }).data?.permalink;
    if (typeof name === 'string') return { outcome: 'sent', externalId: name, url: pageOf(permalink) };
  }
  return { outcome: 'unknown', reason: 'Reddit took the comment without saying which it is' };
}

/** Keys as Reddit's program names them. */
const REASONS: Record<string, string> = {
  THREAD_LOCKED: 'The post is locked: nobody can comment there.',
  DELETED_COMMENT: 'The comment is deleted.',
  DELETED_LINK: 'The post is deleted.',
  TOO_OLD: 'The post is too old to be answered.',
  TOO_LONG: 'The text is longer than Reddit takes.',
  NO_TEXT: 'There is no text.',
  USER_BLOCKED: 'The author has blocked our account.',
  SOMETHING_IS_BROKEN_NO_LINK: 'The post cannot be found.',
};

function refusal(key: string, words: string, seconds: number | null): SendResult {
  if (key === 'RATELIMIT') {
    return {
      outcome: 'later',
      reason: `Reddit asks us to wait: ${words}`,
      retryAfterSeconds: Math.ceil(seconds ?? waitIn(words)),
    };
  }
  return { outcome: 'refused', reason: REASONS[key] ?? `Reddit refuses the comment: ${words || key}` };
}

/** "Take a break for 9 minutes before trying again." */
function waitIn(words: string): number {
  const [, count, unit] = /(\d+) (second|minute|hour)/.exec(words) ?? [];
  const size = { second: 1, minute: 60, hour: 3600 }[unit ?? ''];
  return size === undefined ? RATE_WAIT_SECONDS : Math.max(1, Number(count) * size);
}

/** Says for each way in which posting can fail whether Reddit may have taken the comment all the same. */
function resultOf(error: unknown, now: Date): SendResult {
  if (error instanceof UsedUp)
    return { outcome: 'later', reason: whyInEnglish(redditEnd(error, now)), retryAfterSeconds: error.seconds };
  if (error instanceof Refused) return resultOfRefusal(error, now);
  const reason = whyInEnglish(redditEnd(error, now));
  return { outcome: neverLeft(error) && !(error instanceof Unreadable) ? 'refused' : 'unknown', reason };
}

function resultOfRefusal(error: Refused, now: Date): SendResult {
  const { status, headers, message } = error;
  if (status === 429) return { outcome: 'later', reason: 'Reddit asks us to wait', retryAfterSeconds: waitOf(headers, now) };
  if (status === 401 || (status === 400 && message === 'invalid_grant'))
    return { outcome: 'later', reason: 'Reddit does not accept the credentials of this source', retryAfterSeconds: CREDENTIALS_WAIT_SECONDS }; // prettier-ignore
  if (status >= 500 || status < 400) return { outcome: 'unknown', reason: `Reddit answered ${status}: ${message}` };
  if (status === 403) return { outcome: 'refused', reason: `Reddit does not let us comment there: ${message}` };
  return { outcome: 'refused', reason: `Reddit refuses the comment (${status}): ${message}` };
}

async function look(context: ConnectorContext<RedditSettings>, reply: OutgoingReply): Promise<LookResult> {
  if (reply.firstAttemptAt === null) return { outcome: 'absent' };
  try {
    const client = new RedditClient(context);
    const { name } = fit(Me, await client.get('/api/v1/me'), 'our account');
    return await findIn(client, `/user/${encodeURIComponent(name)}/comments`, { ...reply, firstAttemptAt: reply.firstAttemptAt });
  } catch (error) {
    return { outcome: 'unsure', reason: whyInEnglish(redditEnd(error, context.now())) };
  }
}

/** Reads our own comments, newest first, back to the first try. */
async function findIn(client: RedditClient, path: string, reply: OutgoingReply & { firstAttemptAt: Date }): Promise<LookResult> {
  const line = reply.firstAttemptAt.getTime() / 1000 - CLOCK_SLACK_SECONDS;
  const afters = new Set<string>();
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { data } = fit(Listing, await client.get(path, { sort: 'new', limit: 100, after }), 'a listing');
    for (const item of data.children) {
      const read = readThing(item);
      if (!read.success) return { outcome: 'unsure', reason: 'A comment of ours cannot be read' };
      if (read.data.created_utc < line) return { outcome: 'absent' };
      if (!('body' in read.data) || read.data.parent_id !== reply.inReplyTo.externalId) continue;
      if (essence(read.data.body) === essence(reply.text))
        return { outcome: 'found', externalId: read.data.name, url: pageOf(read.data.permalink) };
    }
    if (!data.after) return { outcome: 'absent' };
    if (data.children.length === 0 || afters.has(data.after))
      return { outcome: 'unsure', reason: 'Our comments do not end: Reddit repeats itself' };
    afters.add(data.after);
    after = data.after;
  }
  return { outcome: 'unsure', reason: 'Our comments are too many to be read to their end' };
}

/** What is left of a text when all is taken off that a network may write in another way. */
function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
}

function pageOf(permalink: unknown): string | null {
  return typeof permalink === 'string' && permalink.startsWith('/') ? `https://www.reddit.com${permalink}` : null;
}
