/** Answers comments on Facebook and Instagram, publicly or privately. Meta folds nothing by key: an unknown outcome is looked for. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import type { LookResult, OutgoingReply, Replies, ReplyRules, SendResult } from '../outgoing-reply.js';
import { readCreated, readMessage } from './answers.js';
import { graph } from './client.js';
import { Refused, Unreadable, waitOf } from './failures.js';
import { lookForReply } from './find-reply.js';
import { placeOf, type Place } from './place.js';
import type { MetaSettings } from './settings.js';

/** Credentials are put right by a person; until then there is no use in asking often. */
const TOKEN_WAIT_SECONDS = 900;
/** Source: Graph API, error 10900: an object is answered privately once. */
const ANSWERED_ALREADY = 10_900;

const RULES: ReplyRules = { maxLength: 8000, lengthRule: 'characters', settleSeconds: 20, idempotent: false };
/** Sources: Instagram Graph API, "IG Media Comments" (300); Messenger Platform, Send API (2,000); Instagram messaging (1,000). */
const LENGTHS = {
  fb: { public: 8000, private: 2000 },
  ig: { public: 300, private: 1000 },
  igm: { public: 300, private: 0 },
};

export const metaReplies: Replies<MetaSettings> = {
  rules: RULES,
  rulesFor: (_settings, externalId, visibility) => ({
    ...RULES,
    maxLength: LENGTHS[placeOf(externalId)?.kind ?? 'fb'][visibility] || RULES.maxLength,
  }),
  unavailable: () => null,
  // A private message answers a comment under our own posts only.
  visibilities: ({ answers }, { externalId }) =>
    placeOf(externalId)?.kind === 'igm' ? ['public'] : answers === 'privately' ? ['private', 'public'] : ['public', 'private'],
  send,
  look: (context, reply): Promise<LookResult> => {
    const place = placeOf(reply.inReplyTo.externalId);
    return place === null ? Promise.resolve({ outcome: 'absent' }) : lookForReply(context, reply, place);
  },
};

async function send(context: ConnectorContext<MetaSettings>, reply: OutgoingReply): Promise<SendResult> {
  const place = placeOf(reply.inReplyTo.externalId);
  if (place === null) return { outcome: 'refused', reason: 'The post is none of Facebook or Instagram' };
  try {
    return reply.visibility === 'private'
      ? await sendPrivately(context, reply, place)
      : await sendPublicly(context, reply, place);
  } catch (error) {
    return resultOf(error);
  }
}

async function sendPublicly(
  context: ConnectorContext<MetaSettings>,
  { text, inReplyTo }: OutgoingReply,
  place: Place,
): Promise<SendResult> {
  const client = graph(context);
  const message = { message: text };
  if (place.kind === 'fb') {
    const id = readCreated((await client.post(`${place.id}/comments`, message)).data);
    return { outcome: 'sent', externalId: `fb:${id}`, url: `https://www.facebook.com/${id}` };
  }
  if (place.kind === 'ig') {
    const id = readCreated((await client.post(`${place.id}/replies`, message)).data);
    return { outcome: 'sent', externalId: `ig:${id}`, url: inReplyTo.url };
  }
  const { media, comment } = place;
  const account = context.settings.instagramId ?? 'me';
  const where = { media_id: media, ...(comment === null ? {} : { comment_id: comment }) };
  const id = readCreated((await client.post(`${account}/mentions`, { ...where, ...message })).data);
  return { outcome: 'sent', externalId: `ig:${id}`, url: inReplyTo.url };
}

/** One message for each comment, within seven days of it. Source: Messenger Platform, "Private Replies". */
async function sendPrivately(
  context: ConnectorContext<MetaSettings>,
  { text }: OutgoingReply,
  place: Place,
): Promise<SendResult> {
  if (place.kind === 'igm') return { outcome: 'refused', reason: 'Instagram allows a private answer only to comments under our own posts. Open the post and answer by hand.' }; // prettier-ignore
  const recipient = { comment_id: place.id };
  const body = { recipient, message: { text } };
  const answer = await graph(context).post(`${context.settings.pageId}/messages`, body);
  return { outcome: 'sent', externalId: `message:${readMessage(answer.data)}`, url: null };
}

/** Says for each way in which sending can fail whether Meta may have taken it all the same. */
function resultOf(error: unknown): SendResult {
  if (error instanceof Unreadable) return { outcome: 'unknown', reason: error.message };
  if (error instanceof OutboundError) {
    const never = error.kind === 'forbidden-address' || error.kind === 'bad-url';
    return { outcome: never ? 'refused' : 'unknown', reason: error.message };
  }
  if (!(error instanceof Refused)) throw error;
  const { kind, detail, waitSeconds } = error;
  if (kind === 'limit')
    return { outcome: 'later', reason: `Meta asks us to wait: ${detail}`, retryAfterSeconds: waitOf(waitSeconds) };
  if (kind === 'token')
    return { outcome: 'later', reason: 'The access token has expired or was revoked', retryAfterSeconds: TOKEN_WAIT_SECONDS };
  if (kind === 'down' || error.status < 400) return { outcome: 'unknown', reason: `Meta answered: ${detail}` };
  return { outcome: 'refused', reason: reasonOf(error) };
}

function reasonOf({ kind, detail, code }: Refused): string {
  if (kind === 'gone') return 'The comment is deleted, or not shown to us any more.';
  if (kind === 'policy') return `Meta has blocked this page from writing for a while: ${detail}`;
  if (code === ANSWERED_ALREADY) return 'This comment has a private answer already. Meta allows one for each.';
  return `Meta refuses the answer: ${detail}`;
}
