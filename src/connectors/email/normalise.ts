/** A mail in our words: one post, or one for each finding of a web alert. */
import type { Email } from 'postal-mime';
import type { IncomingPost, PostMedia, RefusedPost } from '../incoming-post.js';
import { storableText } from '../storable.js';
import { findingsOf, isAlert } from './alerts.js';
import { automaticKind, type Automatic } from './automatic.js';
import { textOfHtml } from './html-text.js';
import type { Letter } from './mailbox.js';
import { ownWords } from './quotes.js';
import type { EmailSettings } from './settings.js';

/** Longer than any mail a person writes; the rest is left in the mailbox. */
const MOST_WORDS = 50_000;

export interface ReadLetter {
  posts: IncomingPost[];
  refused: RefusedPost[];
}

/** @param now no mail is later than this @returns what the letter brings for us; our own letters bring nothing */
export async function readLetter(letter: Letter, index: number, settings: EmailSettings, now: Date): Promise<ReadLetter> {
  let mail: Email;
  try {
    mail = await parseMail(letter.source);
  } catch (error) {
    return refusal(letter, index, `the mail: ${(error as Error).message}`);
  }
  const from = addressOf(mail);
  if (from === null) return refusal(letter, index, 'From: names nobody');
  if (from.address === settings.address?.toLowerCase()) return { posts: [], refused: [] };
  const postedAt = timeOf(mail, letter, now);
  if (isAlert(from.address, mail.html)) {
    const posts = findingsOf(mail.html, postedAt);
    return posts.length > 0
      ? { posts, refused: [] }
      : refusal(letter, index, 'the mail: no finding of this web alert could be read');
  }
  return { posts: [toPost(mail, from, letter, postedAt)], refused: [] };
}

/** @throws Error when it cannot be taken apart */
export async function parseMail(source: Buffer): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  return PostalMime.parse(source, {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 50,
    maxHeadersSize: 262_144,
    maxRfc822NestingDepth: 2,
  });
}

function toPost(mail: Email, from: { address: string; name: string }, letter: Letter, postedAt: Date): IncomingPost {
  const id = idsIn(mail.messageId)[0] ?? `uid-${letter.uid}`;
  const references = [...idsIn(mail.references), ...idsIn(mail.inReplyTo)];
  const subject = storableText((mail.subject ?? '').trim());
  const automatic = automaticKind(mail);
  const media = mail.attachments.map(mediaOf);
  const answered = idsIn(mail.inReplyTo).at(-1) ?? idsIn(mail.references).at(-1) ?? null;
  return {
    externalId: id,
    text: textOf(mail, subject, references.length > 0),
    postedAt,
    author: {
      key: from.address,
      handle: from.address,
      name: from.name === '' ? null : storableText(from.name),
      followers: null,
      url: null,
    },
    url: null,
    lang: null,
    inReplyTo: answered,
    thread: `email:${references[0] ?? id}`,
    network: 'email',
    ...(media.length > 0 ? { media } : {}),
    extra: { subject, ...standing(automatic), ...(letter.cut ? { cut: true } : {}) },
  };
}

/** What permission goes by: a letter to us is private and may be answered; what a machine wrote never is. */
function standing(automatic: Automatic | null): Record<string, unknown> {
  return automatic === null ? { private: true } : { automatic, automated: true };
}

/** A first mail speaks in its subject, too; an answer repeats that of the first. */
function textOf(mail: Email, subject: string, answers: boolean): string {
  const body = mail.text?.trim() ? mail.text : mail.html ? textOfHtml(mail.html) : '';
  const words = storableText(ownWords(body).slice(0, MOST_WORDS));
  return answers && words !== '' ? words : [subject, words].filter(Boolean).join('\n\n');
}

/** A time in the future or none: when the server got it. */
function timeOf({ date }: Email, { arrivedAt }: Letter, now: Date): Date {
  const said = Date.parse(date ?? '');
  const arrived = Number.isFinite(arrivedAt.getTime()) ? arrivedAt.getTime() : now.getTime();
  const at = Number.isFinite(said) && said <= arrived + 60_000 && said > 0 ? said : arrived;
  return new Date(Math.min(at, now.getTime()));
}

export function addressOf(
  { from, replyTo }: Pick<Email, 'from' | 'replyTo'>,
  wantsReply = false,
): { address: string; name: string } | null {
  const given = (wantsReply ? replyTo?.[0] : undefined) ?? from;
  const one = given?.group ? given.group[0] : given;
  const address = one?.address?.trim().toLowerCase() ?? '';
  return /^[^\s@<>"]{1,200}@[^\s@<>"]{1,255}$/.test(address) ? { address, name: one?.name?.trim() ?? '' } : null;
}

/** @returns Message-IDs without their brackets */
export function idsIn(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/<([^<>\s]{1,400})>/g)].map((match) => storableText(match[1] ?? '')).slice(0, 100);
}

function mediaOf({ mimeType, filename }: Email['attachments'][number]): PostMedia {
  const kind = /^(image|video|audio)\//.exec(mimeType)?.[1] as PostMedia['type'] | undefined;
  return { type: kind ?? 'other', url: null, alt: filename === null ? null : storableText(filename.slice(0, 300)) };
}

function refusal({ uid, source }: Letter, index: number, reason: string): ReadLetter {
  const excerpt = storableText(source.subarray(0, 2000).toString('utf8')).slice(0, 2000);
  return { posts: [], refused: [{ index, externalId: `uid-${uid}`, reason: reason.slice(0, 300), excerpt }] };
}
