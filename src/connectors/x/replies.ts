/** Answers a post on X, and looks for an answer of unknown outcome in our own timeline: X folds nothing by key. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import type { LookResult, OutgoingReply, Replies, SendResult } from '../outgoing-reply.js';
import { whyInEnglish } from '../explained.js';
import { readAccount, readCreated } from './answers.js';
import { xClient } from './client.js';
import { pollEndOf, Refused, Unreadable, waitSeconds } from './failures.js';
import { permalink } from './normalise.js';
import { findReply } from './find-reply.js';
import { keysOf, type XSettings } from './settings.js';

/** Credentials are put right by a person; until then there is no use in asking often. */
const CREDENTIALS_WAIT_SECONDS = 900;

export const xReplies: Replies<XSettings> = {
  rules: { maxLength: 280, lengthRule: 'x-weighted', settleSeconds: 30, idempotent: false },
  unavailable: (settings) => (keysOf(settings) === null ? 'no-account-keys' : null),
  send,
  look,
};

async function send(context: ConnectorContext<XSettings>, reply: OutgoingReply): Promise<SendResult> {
  try {
    const body = { text: reply.text, reply: { in_reply_to_tweet_id: reply.inReplyTo.externalId } };
    const id = readCreated((await xClient(context).postAsUs('tweets', body)).data);
    return { outcome: 'sent', externalId: id, url: permalink(null, id) };
  } catch (error) {
    if (error instanceof Refused && isDuplicate(error)) return duplicate(context, reply);
    return resultOf(error, context.now());
  }
}

/** Says for each way in which posting can fail whether X may have taken the reply all the same. */
function resultOf(error: unknown, now: Date): SendResult {
  if (error instanceof Unreadable) return { outcome: 'unknown', reason: error.message };
  if (error instanceof OutboundError) {
    const never = error.kind === 'forbidden-address' || error.kind === 'bad-url';
    return { outcome: never ? 'refused' : 'unknown', reason: error.message };
  }
  if (!(error instanceof Refused)) throw error;
  const { status, detail } = error;
  if (status === 429 || status === 402) {
    return { outcome: 'later', reason: `X asks us to wait: ${detail}`, retryAfterSeconds: waitSeconds(error, now) };
  }
  if (status === 401) {
    return {
      outcome: 'later',
      reason: 'X does not accept the credentials of this source',
      retryAfterSeconds: CREDENTIALS_WAIT_SECONDS,
    };
  }
  if (status >= 500 || status < 400) return { outcome: 'unknown', reason: `X answered ${status}: ${detail}` };
  return { outcome: 'refused', reason: reasonOf(error) };
}

/** Since February 2026 X lets an app answer only who mentioned it or quoted it, enterprise plans excepted. */
function reasonOf({ status, detail }: Refused): string {
  if (status === 403 && /not been mentioned|reply to this conversation is not allowed/i.test(detail)) {
    return 'X lets an app answer only people who mentioned our account or quoted our post. Open the post and answer by hand.';
  }
  if (status === 403 && /deleted or not visible/i.test(detail))
    return 'The post is deleted, or its author does not let us see it.';
  return `X refuses the reply: ${detail}`;
}

function isDuplicate(refused: Refused): boolean {
  return refused.status === 403 && /duplicate/i.test(refused.detail);
}

/** X refuses a text that we have posted lately: as an earlier try of this very reply, or to somebody else. */
async function duplicate(context: ConnectorContext<XSettings>, reply: OutgoingReply): Promise<SendResult> {
  if (reply.firstAttemptAt === null) return { outcome: 'refused', reason: DUPLICATE };
  const found = await look(context, reply);
  if (found.outcome === 'found') return { outcome: 'sent', externalId: found.externalId, url: found.url };
  return found.outcome === 'absent' ? { outcome: 'refused', reason: DUPLICATE } : { outcome: 'unknown', reason: found.reason };
}

const DUPLICATE = 'X does not take the same text twice. Word it differently.';

async function look(context: ConnectorContext<XSettings>, reply: OutgoingReply): Promise<LookResult> {
  if (reply.firstAttemptAt === null) return { outcome: 'absent' };
  try {
    const client = xClient(context);
    const account = readAccount((await client.readAsUs('users/me', {})).data);
    return await findReply(client, account, { ...reply, firstAttemptAt: reply.firstAttemptAt });
  } catch (error) {
    return { outcome: 'unsure', reason: whyInEnglish(pollEndOf(error, context.now())) };
  }
}
