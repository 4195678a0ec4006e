/** Sends a reply to the address that the source names, as signed JSON with an idempotency key that the receiver folds by. */
import { z } from 'zod';
import { OutboundError, type SafeResponse } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import type { OutgoingReply, Replies, SendResult } from '../outgoing-reply.js';
import type { WebhookSettings } from './settings.js';
import { sign } from './signature.js';

/** What the receiver may answer; anything else is taken as a bare "yes". */
const Receipt = z.object({ externalId: z.string().min(1).max(512).optional(), url: z.url().max(2048).nullish() });

export const webhookReplies: Replies<WebhookSettings> = {
  rules: { maxLength: null, lengthRule: 'characters', settleSeconds: 0, idempotent: true },
  unavailable: (settings) => (settings.replyUrl === undefined ? 'no-reply-url' : null),
  // Whoever calls says of a post that it came in private.
  visibilities: (_settings, { extra }) => (extra?.['private'] === true ? ['private'] : ['public']),
  send,
  look: async () => ({ outcome: 'unsure', reason: 'The receiver is not asked: sending again with the same key is safe' }),
};

async function send(context: ConnectorContext<WebhookSettings>, reply: OutgoingReply): Promise<SendResult> {
  const { replyUrl, secret } = context.settings;
  if (replyUrl === undefined) return { outcome: 'refused', reason: 'The source has no address for replies' };
  const body = bodyOf(reply);
  const headers = {
    'content-type': 'application/json',
    'x-earshot-signature': sign(secret, body),
    'idempotency-key': reply.idempotencyKey,
  };
  try {
    const answer = await context.http.request({
      url: replyUrl,
      method: 'POST',
      headers,
      body,
      signal: context.signal,
      maxBytes: 64 * 1024,
      maxRedirects: 0,
    });
    return resultOf(answer, reply);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const never = error.kind === 'forbidden-address' || error.kind === 'bad-url';
    return never ? { outcome: 'refused', reason: error.message } : { outcome: 'unknown', reason: error.message };
  }
}

function bodyOf({ idempotencyKey, text, inReplyTo, visibility }: OutgoingReply): string {
  return JSON.stringify({ idempotencyKey, text, inReplyTo, visibility });
}

function resultOf(answer: SafeResponse, reply: OutgoingReply): SendResult {
  const { status } = answer;
  if (status >= 200 && status < 300) return sent(answer, reply);
  if (status === 429 || status === 503) {
    return {
      outcome: 'later',
      reason: `The receiver answered ${status}`,
      retryAfterSeconds: retryAfter(answer.headers['retry-after']),
    };
  }
  if (status >= 500) return { outcome: 'unknown', reason: `The receiver answered ${status}` };
  return { outcome: 'refused', reason: `The receiver answered ${status}` };
}

function sent(answer: SafeResponse, reply: OutgoingReply): SendResult {
  const receipt = Receipt.safeParse(parsed(answer.body));
  const { externalId, url } = receipt.success ? receipt.data : {};
  return { outcome: 'sent', externalId: externalId ?? `webhook:${reply.idempotencyKey}`, url: url ?? null };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

/** Seconds only: a receiver of ours has no reason to send a date. 60 when it says nothing usable; at most a day. */
function retryAfter(header: string | undefined): number {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 86_400) : 60;
}
