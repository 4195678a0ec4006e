/** Answers a post on Bluesky. The record's key is made from our own key of the reply, so that a second try meets the first. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import { Unreadable } from '../ask-json.js';
import type { ConnectorContext } from '../connector-context.js';
import type { LookResult, OutgoingReply, Replies, SendResult } from '../outgoing-reply.js';
import { whyInEnglish } from '../explained.js';
import { partsOf, readRecord, readShown, readWritten } from './answers.js';
import { blueskyClient, type BlueskyClient } from './client.js';
import { facetsOf } from './facets.js';
import { BLUESKY_IMAGES, embedded } from './images.js';
import { pollEndOf, Refused, throttleSeconds } from './failures.js';
import { permalink } from './normalise.js';
import { recordKey } from './record-key.js';
import { accountOf, type BlueskySettings } from './settings.js';

const POSTS = 'app.bsky.feed.post';
/** Credentials are put right by a person; until then there is no use in asking often. */
const CREDENTIALS_WAIT_SECONDS = 900;
const AGAIN_SECONDS = 60;

export const blueskyReplies: Replies<BlueskySettings> = {
  // 300 signs as readers see them. Source: lexicon app.bsky.feed.post.
  rules: { maxLength: 300, lengthRule: 'graphemes', settleSeconds: 0, idempotent: true, images: BLUESKY_IMAGES },
  unavailable: (settings) => (accountOf(settings) === null ? 'no-account-keys' : null),
  send,
  look,
};

/** Everything up to writing may fail without a trace: then it is `later`. Only the writing itself can leave us in doubt. */
async function send(context: ConnectorContext<BlueskySettings>, reply: OutgoingReply): Promise<SendResult> {
  let client: BlueskyClient;
  let record: Record<string, unknown> | string;
  try {
    client = await clientOf(context);
    record = await recordFor(client, reply, context.now());
  } catch (error) {
    return beforeWriting(error, context.now());
  }
  if (typeof record === 'string') return { outcome: 'refused', reason: record };
  const rkey = recordKey(reply);
  try {
    // "Only if there is none yet": a second try never changes what the first one wrote.
    const body = { repo: client.did, collection: POSTS, rkey, record, swapRecord: null };
    return sent(client, readWritten(await client.post('com.atproto.repo.putRecord', body)));
  } catch (error) {
    if (error instanceof Refused && error.kind === 'InvalidSwap') return foundInstead(context, reply);
    return whileWriting(error, context.now());
  }
}

/** @returns the record to write, or why nobody can answer there */
async function recordFor(
  client: BlueskyClient,
  { inReplyTo, text, images = [] }: OutgoingReply,
  now: Date,
): Promise<Record<string, unknown> | string> {
  const parent = readShown(await client.get('app.bsky.feed.getPosts', { uris: [inReplyTo.externalId] }));
  if (parent === null) return 'The post is deleted, or its author does not let us see it.';
  if (parent.viewer?.replyDisabled)
    return 'The author lets only chosen people answer this post. Open it and see how else to reach them.';
  const ref = { uri: parent.uri, cid: parent.cid };
  const facets = await facetsOf(text, client);
  const embed = await embedded(client, images);
  return {
    $type: POSTS,
    text,
    createdAt: now.toISOString(),
    reply: { root: parent.record.reply?.root ?? ref, parent: ref },
    ...(facets.length > 0 ? { facets } : {}),
    ...(embed === null ? {} : { embed }),
  };
}

function beforeWriting(error: unknown, now: Date): SendResult {
  if (error instanceof OutboundError && (error.kind === 'forbidden-address' || error.kind === 'bad-url'))
    return { outcome: 'refused', reason: error.message };
  const end = pollEndOf(error, now);
  const { outcome, retryAfterSeconds } = end;
  const reason = whyInEnglish(end);
  if (
    error instanceof Refused &&
    error.status === 400 &&
    outcome === 'forbidden' &&
    /Token|Takedown|Deactivated/.test(error.kind) === false
  )
    return { outcome: 'refused', reason };
  const wait = outcome === 'forbidden' ? CREDENTIALS_WAIT_SECONDS : AGAIN_SECONDS;
  return { outcome: 'later', reason, retryAfterSeconds: retryAfterSeconds ?? wait };
}

function whileWriting(error: unknown, now: Date): SendResult {
  if (error instanceof Unreadable || error instanceof OutboundError) return { outcome: 'unknown', reason: error.message };
  if (!(error instanceof Refused)) throw error;
  const { status, detail } = error;
  if (status === 429)
    return { outcome: 'later', reason: `Bluesky asks us to wait: ${detail}`, retryAfterSeconds: throttleSeconds(error, now) };
  if (status === 401)
    return { outcome: 'later', reason: 'Bluesky does not accept the app password of this source', retryAfterSeconds: CREDENTIALS_WAIT_SECONDS }; // prettier-ignore
  if (status >= 500 || status < 400) return { outcome: 'unknown', reason: `Bluesky answered ${status}: ${detail}` };
  return { outcome: 'refused', reason: `Bluesky refuses the reply: ${detail}` };
}

/** The key is taken: by an earlier try of this very reply. */
async function foundInstead(context: ConnectorContext<BlueskySettings>, reply: OutgoingReply): Promise<SendResult> {
  const found = await look(context, reply);
  if (found.outcome === 'found') return { outcome: 'sent', externalId: found.externalId, url: found.url };
  return {
    outcome: 'unknown',
    reason: found.outcome === 'unsure' ? found.reason : 'Bluesky says that the reply is there, and that it is not',
  };
}

async function look(context: ConnectorContext<BlueskySettings>, reply: OutgoingReply): Promise<LookResult> {
  try {
    const client = await clientOf(context);
    const query = { repo: client.did, collection: POSTS, rkey: recordKey(reply) };
    const { uri } = readRecord(await client.get('com.atproto.repo.getRecord', query));
    return { outcome: 'found', externalId: uri, url: urlOf(client, uri) };
  } catch (error) {
    if (error instanceof Refused && (error.kind === 'RecordNotFound' || error.detail.startsWith('Could not locate record')))
      return { outcome: 'absent' };
    return { outcome: 'unsure', reason: whyInEnglish(pollEndOf(error, context.now())) };
  }
}

function clientOf(context: ConnectorContext<BlueskySettings>): Promise<BlueskyClient> {
  const account = accountOf(context.settings);
  if (account === null) throw new Refused(401, '', 'The account is not set', {});
  return blueskyClient(account, context);
}

function sent(client: BlueskyClient, uri: string): SendResult {
  return { outcome: 'sent', externalId: uri, url: urlOf(client, uri) };
}

function urlOf(client: BlueskyClient, uri: string): string | null {
  const parts = partsOf(uri);
  return parts === null ? null : permalink(client.handle === 'handle.invalid' ? client.did : client.handle, parts.rkey);
}
