/** Answers a post on Mastodon. An instance folds equal keys for an hour; after that a reply of unknown outcome is looked for first. */
import { lengthBy } from '#libs/contracts/reply-length.js';
import { OutboundError } from '../../platform/outbound/safe-http.js';
import { Refused, Unreadable } from '../ask-json.js';
import type { ConnectorContext } from '../connector-context.js';
import type { LookResult, OutgoingReply, Replies, SendResult } from '../outgoing-reply.js';
import { whyInEnglish } from '../explained.js';
import { readAccount, readInstance, readList, readStatus, Status } from './answers.js';
import { MASTODON_IMAGES, uploaded } from './images.js';
import { mastodonClient, neverLeft, pollEndOf, waitSeconds, type MastodonClient } from './client.js';
import { plainText } from './html.js';
import type { MastodonSettings } from './settings.js';

/** Instances remember a key for an hour. Source: Mastodon documentation, "statuses API methods", Idempotency-Key. */
const FOLDED_MS = 50 * 60_000;
/** Our clock and the instance's may differ by as much. */
const CLOCK_SLACK_MS = 120_000;
const CREDENTIALS_WAIT_SECONDS = 900;
const AGAIN_SECONDS = 60;
/** Until the instance has made its own sizes of a picture. */
const PROCESSING_SECONDS = 5;
const MOST_PAGES = 10;
const NARROW = ['private', 'direct'];

type Context = ConnectorContext<MastodonSettings>;

export const mastodonReplies: Replies<MastodonSettings> = {
  rules: { maxLength: 500, lengthRule: 'mastodon', settleSeconds: 5, idempotent: true, images: MASTODON_IMAGES },
  rulesFor: ({ maxCharacters }) => ({ ...mastodonReplies.rules, maxLength: maxCharacters }),
  unavailable: ({ accessToken }) => (accessToken === undefined ? 'no-account-keys' : null),
  // Who wrote to their followers or to us alone is not answered in public.
  visibilities: (_settings, { extra }) => (NARROW.includes(String(extra?.['visibility'])) ? ['private'] : ['public', 'private']),
  send,
  look,
};

/** Everything up to posting may fail without a trace: then it is `later`. Only the posting itself can leave us in doubt. */
async function send(context: Context, reply: OutgoingReply): Promise<SendResult> {
  const client = mastodonClient(context);
  let body: Record<string, unknown> | string;
  try {
    const earlier = await foundEarlier(context, reply);
    if (earlier !== null) return earlier;
    body = await bodyFor(client, reply, context.settings);
  } catch (error) {
    return beforePosting(error, context.now());
  }
  if (typeof body === 'string') return { outcome: 'refused', reason: body };
  try {
    const { id, url } = readStatus(await client.post('/api/v1/statuses', body, reply.idempotencyKey));
    return { outcome: 'sent', externalId: id, url: url ?? null };
  } catch (error) {
    return whilePosting(error, context.now());
  }
}

/** The instance may have forgotten the key: then only looking tells. */
async function foundEarlier(context: Context, reply: OutgoingReply): Promise<SendResult | null> {
  const first = reply.firstAttemptAt;
  if (first === null || context.now().getTime() - first.getTime() < FOLDED_MS) return null;
  const found = await look(context, reply);
  if (found.outcome === 'found') return { outcome: 'sent', externalId: found.externalId, url: found.url };
  return found.outcome === 'absent' ? null : { outcome: 'unknown', reason: found.reason };
}

/** @returns what to post, or why nobody can answer there */
async function bodyFor(
  client: MastodonClient,
  reply: OutgoingReply,
  settings: MastodonSettings,
): Promise<Record<string, unknown> | string> {
  const asked = await client.get(`/api/v1/statuses/${reply.inReplyTo.externalId}`).catch(goneAsNull);
  if (asked === null) return 'The post is deleted, or its author does not let us see it.';
  const target = readStatus(asked);
  const status = addressed(reply.text, target.account.acct);
  const most = await client.get('/api/v2/instance').then((data) => readInstance(data).maxCharacters, () => null); // prettier-ignore
  const length = lengthBy('mastodon', status);
  if (most !== null && length > most)
    return `This instance takes ${most} characters, and the reply with the author’s name has ${length}.`;
  const media = await uploaded(client, reply);
  return { status, in_reply_to_id: target.id, ...(media.length > 0 ? { media_ids: media } : {}), visibility: visibilityFor(target.visibility, reply, settings), ...(target.spoiler_text ? { spoiler_text: target.spoiler_text } : {}) }; // prettier-ignore
}

/** Only who is named in a post is told of it. */
export function addressed(text: string, acct: string): string {
  const name = `@${acct}`.toLowerCase();
  const isNamed = text.toLowerCase().split(/[^\p{L}\p{N}_@.-]+/u).some((word) => word.replace(/[.-]+$/, '') === name); // prettier-ignore
  return isNamed ? text : `@${acct} ${text}`;
}

/** Never wider than what is answered, nor than its writer chose. In private means: to those named in it alone. */
function visibilityFor(target: string, { visibility }: OutgoingReply, { replyQuietly }: MastodonSettings): string {
  if (visibility === 'private') return 'direct';
  if (NARROW.includes(target)) return target;
  return target === 'public' && !replyQuietly ? 'public' : 'unlisted';
}

function goneAsNull(error: unknown): null {
  if (error instanceof Refused && (error.status === 404 || error.status === 410)) return null;
  throw error;
}

function beforePosting(error: unknown, now: Date): SendResult {
  if (neverLeft(error)) return { outcome: 'refused', reason: (error as Error).message };
  const end = pollEndOf(error, now);
  const { outcome, retryAfterSeconds } = end;
  const wait = outcome === 'forbidden' ? CREDENTIALS_WAIT_SECONDS : AGAIN_SECONDS;
  return { outcome: 'later', reason: whyInEnglish(end), retryAfterSeconds: retryAfterSeconds ?? wait };
}

function whilePosting(error: unknown, now: Date): SendResult {
  if (neverLeft(error)) return { outcome: 'refused', reason: (error as Error).message };
  if (error instanceof Unreadable || error instanceof OutboundError) return { outcome: 'unknown', reason: error.message };
  if (!(error instanceof Refused)) throw error;
  const { status, message } = error;
  if (status === 429)
    return {
      outcome: 'later',
      reason: `The instance asks us to wait: ${message}`,
      retryAfterSeconds: waitSeconds(error, now) ?? AGAIN_SECONDS,
    };
  if (status === 422 && /not finished processing/i.test(message))
    return { outcome: 'later', reason: 'The instance still looks at the picture', retryAfterSeconds: PROCESSING_SECONDS };
  if (status === 401)
    return {
      outcome: 'later',
      reason: 'The instance does not accept the access token',
      retryAfterSeconds: CREDENTIALS_WAIT_SECONDS,
    };
  if (status >= 500 || status < 400) return { outcome: 'unknown', reason: `The instance answered ${status}: ${message}` };
  return { outcome: 'refused', reason: `The instance refuses the reply: ${message}` };
}

async function look(context: Context, reply: OutgoingReply): Promise<LookResult> {
  if (reply.firstAttemptAt === null) return { outcome: 'absent' };
  try {
    const client = mastodonClient(context);
    const { id } = readAccount(await client.get('/api/v1/accounts/verify_credentials'));
    return await lookAmong(client, id, reply, reply.firstAttemptAt.getTime() - CLOCK_SLACK_MS);
  } catch (error) {
    return { outcome: 'unsure', reason: whyInEnglish(pollEndOf(error, context.now())) };
  }
}

async function lookAmong(client: MastodonClient, ownId: string, reply: OutgoingReply, since: number): Promise<LookResult> {
  let below: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const query = { exclude_reblogs: true, limit: 40, max_id: below };
    const page = readList(await client.get(`/api/v1/accounts/${ownId}/statuses`, query)).map(
      (item) => Status.safeParse(item).data,
    );
    if (page.some((status) => status === undefined)) return { outcome: 'unsure', reason: 'A post of ours cannot be read' };
    const ours = page as Status[];
    const found = ours.find((status) => isIt(status, reply));
    if (found !== undefined) return { outcome: 'found', externalId: found.id, url: found.url ?? null };
    const oldest = ours.at(-1);
    if (oldest === undefined || Date.parse(oldest.created_at) < since) return { outcome: 'absent' };
    below = oldest.id;
  }
  return { outcome: 'unsure', reason: 'Our posts are too many to be read to the first try' };
}

function isIt(status: Status, { inReplyTo, text }: OutgoingReply): boolean {
  return status.in_reply_to_id === inReplyTo.externalId && essence(plainText(status.content).text) === essence(text);
}

/** What is left of a text when all is taken off that an instance may change: names, links, spaces. */
export function essence(text: string): string {
  return text
    .replace(/@[\w.-]+(?:@[\p{L}\p{N}.-]+)?/gu, '')
    .replace(/https?:\/\/\S+/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
}
