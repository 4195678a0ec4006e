/** Reads a folder from where it stopped, by the numbers that IMAP gives its mails, and then waits for more where the server can tell. */
import { z } from 'zod';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { pollEndOf } from './failures.js';
import { STOPPED } from '../explained.js';
import { tellAccount } from '../own-account.js';
import { openMailbox, type Mailbox } from './mailbox.js';
import { readLetter } from './normalise.js';
import { accountOf, type EmailSettings } from './settings.js';

/** Each may bring a megabyte. */
const AT_ONCE = 50;
/** How long a poll listens before it is taken up again; servers leave idling clients after half an hour (RFC 2177), leases sooner. */
const TURN_MS = 80_000;
/** A rebuilt folder is read again from a little before the last mail. */
const OVERLAP_MS = 86_400_000;

const Cursor = z.object({
  uidValidity: z.string(),
  /** All mails up to this number are stored. */
  uid: z.int(),
  /** When the last of them came. */
  at: z.string().nullable(),
});
type Cursor = z.infer<typeof Cursor>;

export async function* pollEmail(context: PollContext<EmailSettings>): AsyncGenerator<PollPage, PollEnd> {
  const { signal, settings } = context;
  let mailbox: Mailbox | null = null;
  try {
    yield* tellAccount(accountOf(settings), context, context.cursor);
    mailbox = await openMailbox(context, settings.folder);
    return yield* listen(mailbox, context);
  } catch (error) {
    return pollEndOf(error, signal.aborted);
  } finally {
    await mailbox?.close();
  }
}

async function* listen(mailbox: Mailbox, context: PollContext<EmailSettings>): AsyncGenerator<PollPage, PollEnd> {
  const { now, signal } = context;
  const end = now().getTime() + (context.turnMs ?? TURN_MS);
  let cursor = startingPoint(mailbox, context);
  let heard = 0;
  for (let told = false; ; told = true) {
    // A search goes by days: what came earlier on the first day is left out.
    const since = cursor.uid > 0 ? 0 : firstMoment(cursor, now(), context.settings).getTime();
    const uids = cursor.uid > 0 ? await newer(mailbox, cursor.uid, told) : await mailbox.uidsSince(new Date(since));
    for (let start = 0; start < uids.length; start += AT_ONCE) {
      if (signal.aborted) return STOPPED;
      const some = uids.slice(start, start + AT_ONCE);
      const page = await readSome(mailbox, some, { cursor, since }, context);
      cursor = page.cursor as Cursor;
      heard += page.posts.length + page.refused.length;
      yield page;
    }
    if (signal.aborted) return STOPPED;
    const left = end - now().getTime();
    if (left <= 0) return { outcome: heard > 0 ? 'ok' : 'empty', goOn: true };
    if (!(await mailbox.wait(left))) return { outcome: heard > 0 ? 'ok' : 'empty' };
    if (signal.aborted) return STOPPED;
  }
}

/** A folder whose numbers are new is read from a little before its last mail; Message-IDs fold what is read again. */
function startingPoint({ uidValidity }: Mailbox, { cursor }: PollContext<EmailSettings>): Cursor {
  const stored = Cursor.safeParse(cursor);
  if (!stored.success) return { uidValidity, uid: 0, at: null };
  return stored.data.uidValidity === uidValidity ? stored.data : { uidValidity, uid: 0, at: stored.data.at };
}

/** When the folder was opened its next number tells at once whether anything is new. @param told the server has told of news since */
async function newer(mailbox: Mailbox, uid: number, told: boolean): Promise<number[]> {
  return !told && uid + 1 >= mailbox.uidNext ? [] : mailbox.uidsFrom(uid + 1);
}

function firstMoment({ at }: Cursor, now: Date, { lookBackHours }: EmailSettings): Date {
  return at === null ? new Date(now.getTime() - lookBackHours * 3_600_000) : new Date(Date.parse(at) - OVERLAP_MS);
}

async function readSome(
  mailbox: Mailbox,
  uids: number[],
  { cursor, since }: { cursor: Cursor; since: number },
  { now, settings }: PollContext<EmailSettings>,
): Promise<PollPage> {
  const letters = await mailbox.fetch(uids);
  const read = await Promise.all(
    letters
      .filter((letter) => !(letter.arrivedAt.getTime() < since))
      .map((letter, index) => readLetter(letter, index, settings, now())),
  );
  const last = letters.findLast((letter) => Number.isFinite(letter.arrivedAt.getTime()))?.arrivedAt.toISOString() ?? cursor.at;
  return {
    posts: read.flatMap((one) => one.posts),
    refused: read.flatMap((one) => one.refused),
    cursor: { uidValidity: mailbox.uidValidity, uid: uids.at(-1) ?? cursor.uid, at: last } satisfies Cursor,
  };
}
