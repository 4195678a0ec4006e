/**
 * Reads what the bot has heard, oldest first. Telegram forgets an update as soon as a later one is asked for, so the next offset is asked for
 * only after its page is stored: after a crash the same updates come again.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { OwnAccount } from '../connector-context.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { explained, note, STOPPED } from '../explained.js';
import { tellAccount } from '../own-account.js';
import { readMe, readUpdates, type Me } from './answers.js';
import { telegramClient, type TelegramClient } from './client.js';
import { NETWORK, pollEndOf } from './failures.js';
import { readUpdate, UPDATE_KINDS, type Reading } from './normalise.js';
import type { TelegramSettings } from './settings.js';

const MOST = 100;
/** The first question waits this long for something to come; below the longest silence that SafeHttp bears. */
const LONGEST_WAIT_SECONDS = 8;
/** Telegram keeps updates this long. Source: Bot API, "Getting updates". */
export const KEPT_HOURS = 24;
const KEPT_MS = KEPT_HOURS * 3_600_000;
/** After a week without updates Telegram may count from anywhere: an old offset might then pass over new ones. Source: Bot API, "Update". */
const OFFSET_HOLDS_MS = 6 * 24 * 3_600_000;

const Cursor = z.object({
  /** The first update that is not stored yet, and when the last one was. */
  next: z.object({ offset: z.int(), at: z.string() }).nullable(),
  /** Who we are, by a shortened digest of the token that says so. */
  account: z.object({ id: z.int(), username: z.string(), of: z.string() }).nullable(),
});
type Cursor = z.infer<typeof Cursor>;

export async function* pollTelegram(context: PollContext<TelegramSettings>): AsyncGenerator<PollPage, PollEnd> {
  const call = telegramClient(context);
  const stored = Cursor.safeParse(context.cursor);
  const cursor: Cursor = stored.success ? stored.data : { next: null, account: null };
  try {
    const learned = await learnWhoWeAre(call, cursor, context.settings);
    yield* tellAccount(accountIn(cursor), context, cursor, learned);
    return yield* readOn(call, cursor, context);
  } catch (error) {
    return pollEndOf(error);
  }
}

function accountIn({ account }: Cursor): OwnAccount | null {
  return account === null ? null : { handle: account.username, externalId: String(account.id) };
}

async function* readOn(
  call: TelegramClient,
  cursor: Cursor,
  context: PollContext<TelegramSettings>,
): AsyncGenerator<PollPage, PollEnd> {
  let lost = 0;
  /** The first number that came was the next one: nothing is missing, however long we were away. */
  let whole = false;
  if (cursor.next !== null && context.now().getTime() - Date.parse(cursor.next.at) >= OFFSET_HOLDS_MS) cursor.next = null;
  for (let heard = 0, wait = firstWait(context); ; wait = 0) {
    const updates = await ask(call, cursor, wait);
    if (updates.length === 0) return endOf(heard, lost, whole, context.now());
    const ids = updates.flatMap(idOf);
    if (ids.length === 0) return explained('schema-changed', note('telegram-no-number'));
    const page = toPage(updates, readingOf(context, cursor));
    const next = Math.max(...ids) + 1;
    if (cursor.next !== null && next <= cursor.next.offset)
      return explained('truncated', note('same-page', { network: NETWORK }));
    whole ||= heard === 0 && Math.min(...ids) === cursor.next?.offset;
    lost += lostBefore(Math.min(...ids), cursor, context.now());
    cursor.next = { offset: next, at: context.now().toISOString() };
    heard += page.posts.length + page.refused.length;
    yield { ...page, cursor: structuredClone(cursor) };
    if (updates.length < MOST) return endOf(heard, lost, whole, context.now());
    if (context.signal.aborted) return STOPPED;
  }
}

async function ask(call: TelegramClient, { next }: Cursor, wait: number): Promise<unknown[]> {
  const onward = next === null ? {} : { offset: next.offset };
  const question = { limit: MOST, timeout: wait, allowed_updates: [...UPDATE_KINDS], ...onward };
  return readUpdates(await call('getUpdates', question));
}

function firstWait({ intervalSeconds }: PollContext<TelegramSettings>): number {
  return Math.min(LONGEST_WAIT_SECONDS, Math.max(0, Math.floor(intervalSeconds)));
}

/** Numbers follow each other: a hole after a day without us is what Telegram no longer had. */
function lostBefore(first: number, { next }: Cursor, now: Date): number {
  const away = next === null ? 0 : now.getTime() - Date.parse(next.at);
  return next !== null && away > KEPT_MS ? Math.max(0, first - next.offset) : 0;
}

function endOf(heard: number, lost: number, whole: boolean, now: Date): PollEnd {
  if (lost > 0)
    return explained('truncated', note('telegram-lost', { count: lost }), { reachesBackTo: new Date(now.getTime() - KEPT_MS) });
  return { outcome: heard > 0 ? 'ok' : 'empty', ...(whole ? { reachesBackTo: null } : {}) };
}

function readingOf({ settings, now }: PollContext<TelegramSettings>, { account }: Cursor): Reading {
  const { chats, privateMessages } = settings;
  const wanted = chats === undefined || chats.length === 0 ? null : new Set(chats.map((chat) => chat.toLowerCase()));
  return { now: now(), chats: wanted, privateMessages, ownId: account?.id ?? null };
}

function toPage(updates: unknown[], reading: Reading): Pick<PollPage, 'posts' | 'refused'> {
  const read = updates.flatMap((update, index) => readUpdate(update, index, reading) ?? []);
  // An edit that came with its message is the newer one of the two.
  const posts = new Map(read.flatMap((one) => ('post' in one ? [[one.post.externalId, one.post] as const] : [])));
  return { posts: [...posts.values()], refused: read.flatMap((one) => ('refused' in one ? [one.refused] : [])) };
}

function idOf(update: unknown): number[] {
  const id = update !== null && typeof update === 'object' ? (update as { update_id?: unknown }).update_id : null;
  return typeof id === 'number' && Number.isSafeInteger(id) ? [id] : [];
}

/** Asks once for each token. @returns whether the cursor has learned something */
async function learnWhoWeAre(call: TelegramClient, cursor: Cursor, { token }: TelegramSettings): Promise<boolean> {
  const of = createHash('sha256').update(token).digest('hex').slice(0, 12);
  if (cursor.account?.of === of) return false;
  const me: Me = readMe(await call('getMe', {}));
  // Another bot has another list of updates.
  if (cursor.account !== null && cursor.account.id !== me.id) cursor.next = null;
  cursor.account = { id: me.id, username: me.username, of };
  return true;
}
