/** Answers a comment, and looks for an answer of unknown outcome in its thread: YouTube folds nothing by key. */
import { z } from 'zod';
import { OutboundError } from '../../platform/outbound/safe-http.js';
import { fit, Refused } from '../ask-json.js';
import type { ConnectorContext } from '../connector-context.js';
import type { LookResult, OutgoingReply, Replies, SendResult } from '../outgoing-reply.js';
import { whyInEnglish } from '../explained.js';
import { readComment } from './answers.js';
import { YouTubeClient } from './client.js';
import { isAboutCredentials, reasonOf, throttledFor, youTubeEnd } from './failures.js';
import { accountOf, type YouTubeSettings } from './settings.js';

/** Credentials are put right by a person; until then there is no use in asking often. */
const CREDENTIALS_WAIT_SECONDS = 900;
/** Our clock and YouTube's may differ by as much. */
const CLOCK_SLACK_MS = 120_000;
const MOST_PAGES = 20;
const Created = z.object({ id: z.string().min(1) });

export const youTubeReplies: Replies<YouTubeSettings> = {
  rules: { maxLength: 10_000, lengthRule: 'characters', settleSeconds: 60, idempotent: false },
  unavailable: (settings) => (accountOf(settings) === null ? 'no-account-keys' : null),
  send,
  look,
};

/** Replies stand under the first comment of a thread, whichever of its comments is answered. */
function parentOf({ inReplyTo }: OutgoingReply): string {
  return inReplyTo.externalId.split('.')[0] as string;
}

/** Ids of comments are longer than those of films. */
function isFilm({ inReplyTo }: OutgoingReply): boolean {
  return inReplyTo.externalId.length <= 20;
}

async function send(context: ConnectorContext<YouTubeSettings>, reply: OutgoingReply): Promise<SendResult> {
  if (isFilm(reply))
    return { outcome: 'refused', reason: 'The desk answers comments, not films. Open the film and comment on it by hand.' };
  try {
    const resource = { snippet: { parentId: parentOf(reply), textOriginal: reply.text } };
    const { id } = fit(Created, await new YouTubeClient(context, null).insert('comments', resource), 'the new comment');
    return { outcome: 'sent', externalId: id, url: pageOf(reply, id) };
  } catch (error) {
    return resultOf(error, context.now());
  }
}

/** Reasons as YouTube's description of comments.insert names them. */
const REASONS: Record<string, string> = {
  commentsDisabled: 'Comments are switched off under this film.',
  operationNotSupported: 'This comment cannot be answered.',
  parentCommentIsPrivate: 'The comment is private.',
  commentTextTooLong: 'The text is longer than YouTube takes.',
  commentTextRequired: 'There is no text.',
  ineligibleAccount: 'The account has no channel yet: make one on YouTube first.',
  parentCommentNotFound: 'The comment is deleted.',
  commentNotFound: 'The comment is deleted.',
};

/** Says for each way in which posting can fail whether YouTube may have taken the comment all the same. */
function resultOf(error: unknown, now: Date): SendResult {
  if (!(error instanceof Refused)) {
    const never = error instanceof OutboundError && (error.kind === 'forbidden-address' || error.kind === 'bad-url');
    return { outcome: never ? 'refused' : 'unknown', reason: whyInEnglish(youTubeEnd(error, now)) };
  }
  const wait = throttledFor(error, now);
  if (wait !== null) return { outcome: 'later', reason: `YouTube asks us to wait: ${error.message}`, retryAfterSeconds: wait };
  const reason = reasonOf(error) ?? '';
  if (REASONS[reason] !== undefined) return { outcome: 'refused', reason: REASONS[reason] };
  if (isAboutCredentials(error))
    return { outcome: 'later', reason: 'YouTube does not accept the credentials of this source', retryAfterSeconds: CREDENTIALS_WAIT_SECONDS }; // prettier-ignore
  // It is said to pass at times, so it may also have been taken.
  if (error.status >= 500 || error.status < 400 || reason === 'processingFailure')
    return { outcome: 'unknown', reason: `YouTube answered ${error.status}: ${error.message}` };
  return { outcome: 'refused', reason: `YouTube refuses the comment: ${error.message}` };
}

async function look(context: ConnectorContext<YouTubeSettings>, reply: OutgoingReply): Promise<LookResult> {
  if (reply.firstAttemptAt === null || isFilm(reply)) return { outcome: 'absent' };
  try {
    const client = new YouTubeClient(context, null);
    const us = await client.whoWeAre();
    return us === null
      ? { outcome: 'unsure', reason: 'Nobody knows who we are' }
      : await findIn(client, us.id, reply, reply.firstAttemptAt);
  } catch (error) {
    return { outcome: 'unsure', reason: whyInEnglish(youTubeEnd(error, context.now())) };
  }
}

async function findIn(client: YouTubeClient, ourId: string, reply: OutgoingReply, since: Date): Promise<LookResult> {
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { part: 'snippet', parentId: parentOf(reply), textFormat: 'plainText', maxResults: 100, pageToken };
    const { items, nextPageToken } = await client.list('comments', query);
    for (const item of items) {
      const read = readComment(item);
      if (!read.success) return { outcome: 'unsure', reason: 'A comment of the thread cannot be read' };
      const { id, snippet } = read.data;
      const ours =
        snippet.authorChannelId?.value === ourId && Date.parse(snippet.publishedAt) >= since.getTime() - CLOCK_SLACK_MS;
      if (ours && essence(snippet.textOriginal ?? snippet.textDisplay ?? '') === essence(reply.text))
        return { outcome: 'found', externalId: id, url: pageOf(reply, id) };
    }
    if (nextPageToken === null) return { outcome: 'absent' };
    if (nextPageToken === pageToken) return { outcome: 'unsure', reason: 'The thread does not end: YouTube repeats itself' };
    pageToken = nextPageToken;
  }
  return { outcome: 'unsure', reason: 'The thread is too long to be read to its end' };
}

/** What is left of a text when all is taken off that a network may write in another way. */
function essence(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, ''); // prettier-ignore
}

/** The film is known from the address of what is answered. */
function pageOf({ inReplyTo }: OutgoingReply, id: string): string | null {
  const video = URL.parse(inReplyTo.url ?? '')?.searchParams.get('v') ?? null;
  return video === null ? null : `https://www.youtube.com/watch?v=${encodeURIComponent(video)}&lc=${encodeURIComponent(id)}`;
}
