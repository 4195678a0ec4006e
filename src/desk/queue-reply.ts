/** What acknowledging and replying share: the words are frozen with their own key and handed to the outbox, or written down as said by hand. */
import type { Reply } from '#libs/contracts/http/cases.js';
import type { ReplyImageView } from '#libs/contracts/http/images.js';
import { lengthBy } from '#libs/contracts/reply-length.js';
import type { ReplyKind, Visibility } from '#libs/contracts/words.js';
import type { WordsContext } from '../database/views/words-context.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import type { CaseInHand } from './case-in-hand.js';
import type { KnownReply } from './case-reading.js';
import { permissionOf } from './case-permission.js';
import { tooLarge, tooMany } from './composing/reply-images.js';
import { checkWords, needsApproval } from './composing/check-words.js';
import type { CaseChannel } from './reply-channel.js';
import { freshKey } from './reply-key.js';

/** A reply about to be stored. */
export interface Words extends Omit<Reply, 'images'> {
  kind: ReplyKind;
  images: readonly ReplyImageView[];
}

/**
 * @param channel from channelOf
 * @throws DeskError reply-empty, reply-too-long, visibility-not-possible, images-not-possible, too-many-images, image-too-large, reply-blocked, already-acknowledged, answered-meanwhile
 */
export function queueReply(hand: CaseInHand, words: Words, channel: CaseChannel): void {
  const { read, by, now } = hand;
  const byHand = words.delivery === 'by-hand' || channel.delivery === 'by-hand';
  const text = words.text.trim();
  const visibility = words.visibility ?? channel.visibilities[0] ?? 'public';
  const about = { text, kind: words.kind, visibility, images: words.images };
  if (!byHand) refuseUnfit(about, channel);
  if (!byHand) refuseBlocked(read.words, about, now);
  refuseSurprise(read.replies, words.after, by);
  if (words.kind === 'acknowledgement') refuseSecond(read.replies);
  const awaits = !byHand && needsApproval(read.words);
  const sendAfter = new Date(now.getTime() + (byHand ? 0 : words.undoSeconds * 1000));
  hand.reply = {
    mentionId: channel.mentionId,
    sourceId: channel.sourceId,
    personId: by.id,
    kind: words.kind,
    text,
    key: freshKey(read, words.key, by),
    state: byHand ? 'by-hand' : awaits ? 'awaiting' : 'waiting',
    sendAfter,
    dueAt: byHand || awaits ? null : sendAfter,
    sentAt: byHand ? now : null,
    promises: words.promises,
    visibility,
    images: words.images,
  };
  if (byHand) noteAnswer(hand, words);
  else hand.writeDown('reply-queued', { kind: words.kind }, { ofReply: true });
}

/** What was written by hand is the answer already. */
function noteAnswer(hand: CaseInHand, { kind, promises }: Words): void {
  const { read, now } = hand;
  const recordedAt = now.toISOString();
  const data = { writtenAt: recordedAt, recordedAt };
  if (kind === 'acknowledgement') hand.set.acknowledgedAt = earlier(read.acknowledgedAt, now);
  else hand.set.answeredAt = earlier(read.answeredAt, now);
  hand.writeDown(kind === 'acknowledgement' ? 'acknowledged' : 'answered', data, { ofReply: true });
  const promised = firstPromise(promises, now);
  if (promised) hand.writeDown('promised', { until: promised.dueAt, words: promised.words, recordedAt }, { ofReply: true });
}

const earlier = (known: Date | null, now: Date) => (known && known < now ? known : now);

/** What its writer confirmed as a promise runs from the moment the customer was told; of several the first date counts. */
function firstPromise(promises: Words['promises'], told: Date): Words['promises'][number] | undefined {
  const ahead = promises.filter(({ dueAt }) => Date.parse(dueAt) > told.getTime());
  return ahead.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0];
}

/** What is said, and to whom. */
interface Said {
  text: string;
  kind: ReplyKind;
  visibility: Visibility;
  images: readonly ReplyImageView[];
}

function refuseUnfit(said: Said, channel: CaseChannel): void {
  refuseForbidden(said, channel);
  checkLength(said, channel);
  checkImages(said, channel);
}

function checkImages({ images }: Said, { images: limits }: CaseChannel): void {
  if (images.length === 0) return;
  if (!limits) throw new DeskError('images-not-possible');
  if (images.length > limits.most) throw tooMany(limits.most);
  const big = images.find(({ size }) => size > limits.maxBytes);
  if (big) throw tooLarge(big.size, limits.maxBytes);
}

function checkLength({ text, visibility, images }: Said, { lengthRule, ...channel }: CaseChannel): void {
  const beside = images.length > 0 ? (channel.images?.maxLength ?? null) : null;
  const usual = visibility === 'private' ? channel.maxLengthPrivately : channel.maxLength;
  const maxLength = beside ?? usual;
  if (text === '') throw new DeskError('reply-empty');
  if (maxLength === null) return;
  const length = lengthBy(lengthRule, text);
  if (length > maxLength)
    throw new DeskError('reply-too-long', `The text has ${length} of at most ${maxLength} characters`, {
      data: { length, maxLength },
    });
}

/**
 * What is written by hand outside the desk is only written down; what the desk would send must be permitted, and to these readers.
 * @throws DeskError reply-not-permitted, visibility-not-possible
 */
export function refuseForbidden(
  { kind, visibility }: Pick<Said, 'kind' | 'visibility'>,
  { facts, visibilities }: CaseChannel,
): void {
  const { verdict, rule, reason } = permissionOf(kind, facts);
  if (verdict === 'never')
    throw new DeskError('reply-not-permitted', `Nothing is sent here: ${rule}`, { data: { rule, reason } });
  if (!visibilities.includes(visibility))
    throw new DeskError('visibility-not-possible', `An answer here is ${visibilities.join(' or ')}`, { data: { visibilities } });
}

/** Only what a manager chose to block stops a reply; everything else is a hint in the box. */
function refuseBlocked(context: WordsContext, words: Said, now: Date): void {
  const { hints } = checkWords(context, { ...words, zone: 'UTC' }, now);
  const blocked = hints.filter((hint) => hint.blocks);
  if (blocked.length > 0) throw new DeskError('reply-blocked', `Not sent: ${blocked.map(({ rule, words: found }) => `${rule} (${found})`).join(', ')}`, { data: { hints: blocked } }); // prettier-ignore
}

const isGone = ({ state }: KnownReply) => state === 'cancelled' || state === 'refused';

/** Nobody answers a customer whom somebody else has just answered without knowing it: in the desk or, as far as we have seen, on the network. */
function refuseSurprise(replies: readonly KnownReply[], after: string | null | undefined, by: Responder): void {
  if (after === undefined) return;
  const other = replies.find((r) => BigInt(r.id) > BigInt(after ?? 0) && !isGone(r) && r.personId !== by.id);
  if (other)
    throw new DeskError('answered-meanwhile', `${other.by ?? 'Somebody'} answered meanwhile`, { data: { reply: other.id } });
}

/** The database promises it too (reply_one_acknowledgement); this says it kindly. */
function refuseSecond(replies: readonly KnownReply[]): void {
  if (replies.some((r) => r.kind === 'acknowledgement' && !isGone(r)))
    throw new DeskError('already-acknowledged', 'An acknowledgement is on its way already');
}
