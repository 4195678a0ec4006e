import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { notesInEnglish } from '#libs/contracts/notes.js';
import { TELEGRAM_TOKEN, TelegramServer, type TelegramChat, type TelegramFault } from '../../../test/support/telegram-server.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { OutgoingReply } from '../outgoing-reply.js';
import type { PollEnd, PollPage } from '../polls.js';
import { telegramConnector } from './connector.js';
import { pollTelegram } from './poll.js';
import { telegramReplies } from './replies.js';
import { TelegramSettings } from './settings.js';
import { aPng } from '../../../test/support/form.js';

const GROUP: TelegramChat = { id: -1001234567890, type: 'supergroup', title: 'Anadolu Hat', username: 'anadoluhat' };
const CLOSED: TelegramChat = { id: -1009876543210, type: 'supergroup', title: 'Bayiler' };
const PLAIN: TelegramChat = { id: -4242, type: 'group', title: 'Aile' };
const CHANNEL: TelegramChat = { id: -1001111111111, type: 'channel', title: 'Haber', username: 'haber' };
const PERSON: TelegramChat = { id: 77, type: 'private' };
const DAY = 86_400_000;

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let telegram: TelegramServer;
let time = Date.UTC(2026, 10, 22, 12);

beforeEach(async () => {
  time = Date.UTC(2026, 10, 22, 12);
  telegram = await TelegramServer.start(() => new Date(time));
});
afterEach(async () => {
  await telegram.stop();
  expect(telegram.misuse).toEqual([]);
});
afterAll(() => http.close());

function context(more: Record<string, unknown> = {}) {
  const settings = TelegramSettings.parse({ token: TELEGRAM_TOKEN, baseUrl: telegram.url, ...more });
  return { settings, http, now: () => new Date(time), signal: new AbortController().signal };
}

async function poll(cursor: unknown = null, more: Record<string, unknown> = {}, intervalSeconds = 5) {
  const run = pollTelegram({ ...context(more), cursor, intervalSeconds });
  const pages: PollPage[] = [];
  for (;;) {
    const step: IteratorResult<PollPage, PollEnd> = await run.next();
    if (!step.done) pages.push(JSON.parse(JSON.stringify(step.value)) as PollPage);
    else {
      const posts = pages.flatMap((page) => page.posts);
      return { posts, ids: posts.map((post) => post.externalId), end: step.value, cursor: pages.at(-1)?.cursor ?? cursor };
    }
  }
}

describe('what the bot hears', () => {
  it('a message of a public group, with its place, links and author', async () => {
    const text = 'Bkz. anadoluhat.example ve şurası: 😀 kayıt';
    const entities = [
      { type: 'url', offset: 5, length: 18 },
      { type: 'text_link', offset: text.indexOf('kayıt'), length: 5, url: 'https://kayit.example/1' },
      { type: 'text_link', offset: 0, length: 3, url: 'tg://user?id=5' },
    ];
    const key = telegram.say(GROUP, text, { entities });
    const { posts, end } = await poll();
    expect(posts).toEqual([
      {
        externalId: key,
        text,
        postedAt: new Date(time).toISOString(),
        author: { key: '5068627002', handle: 'deniz2', name: 'Deniz Ş.', followers: null, url: 'https://t.me/deniz2' },
        url: 'https://t.me/anadoluhat/30',
        lang: null,
        inReplyTo: null,
        thread: `telegram:${key}`,
        network: 'telegram',
        links: ['https://anadoluhat.example', 'https://kayit.example/1'],
        extra: { chat: { id: GROUP.id, type: 'supergroup', title: 'Anadolu Hat' } },
      },
    ]);
    expect(end).toEqual({ outcome: 'ok' });
  });

  it('channel posts, captions, media without words, polls; not joins, pins, its own and private ones', async () => {
    const channel = telegram.say(CHANNEL, 'Kesinti duyurusu', { author_signature: 'Ece' });
    const photo = telegram.say(GROUP, null, {
      caption: 'Bu ne?',
      photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }],
    });
    const bare = telegram.say(GROUP, null, { document: { file_id: 'f', file_unique_id: 'u', file_name: 'fatura.pdf', mime_type: 'application/pdf' } }); // prettier-ignore
    const asked = telegram.say(GROUP, null, { poll: { question: 'Hat çekiyor mu?', options: [] } });
    telegram.say(GROUP, null, { new_chat_members: [] });
    telegram.say(GROUP, 'biz', { from: { id: 987654, is_bot: true, first_name: 'b', username: 'AnadoluHatBot' } });
    const alone = telegram.say(PERSON, 'gizli');
    telegram.push({ my_chat_member: {} });
    const { posts, cursor } = await poll();
    expect(posts.map((p) => [p.externalId, p.text, p.author.key])).toEqual([
      [channel, 'Kesinti duyurusu', String(CHANNEL.id)],
      [photo, 'Bu ne?', '5068627003'],
      [bare, '', '5068627004'],
      [asked, 'Hat çekiyor mu?', '5068627005'],
    ]);
    expect(posts.map((p) => p.media?.map((m) => m.type))).toEqual([undefined, ['image'], ['other'], undefined]);
    expect(posts[2]?.extra?.['file']).toBe('fatura.pdf');
    const again = telegram.say(PERSON, 'yine');
    expect((await poll(cursor, { privateMessages: true })).ids).toEqual([again]);
    expect(alone).toMatch(/^77:/);
  });

  it('the chats it is told to, by name or id', async () => {
    const [a, b] = [telegram.say(GROUP, 'a'), telegram.say(CLOSED, 'b'), telegram.say(PLAIN, 'c')];
    expect((await poll(null, { chats: ['@AnadoluHat', String(CLOSED.id)] })).ids).toEqual([a, b]);
  });

  it('conversations: answers in groups, a thread of a supergroup, and a forum topic as no conversation', async () => {
    const first = telegram.say(PLAIN, 'internet yok');
    const answer = telegram.say(PLAIN, 'bizde de', { reply_to_message: { message_id: idOf(first) } });
    const root = telegram.say(GROUP, 'kargo?');
    const inThread = telegram.say(GROUP, 'evet', { message_thread_id: idOf(root), reply_to_message: { message_id: idOf(root) } });
    const topic = { message_thread_id: 5, is_topic_message: true };
    const one = telegram.say(GROUP, 'a', {
      ...topic,
      reply_to_message: { message_id: 5, forum_topic_created: { name: 'Destek' } },
    });
    const two = telegram.say(GROUP, 'b', { ...topic, reply_to_message: { message_id: idOf(one) } });
    const { posts } = await poll();
    expect(posts.map((p) => [p.externalId, p.inReplyTo, p.thread])).toEqual([
      [first, null, `telegram:${first}`],
      [answer, first, `telegram:${first}`],
      [root, null, `telegram:${root}`],
      [inThread, root, `telegram:${root}`],
      [one, null, `telegram:${one}`],
      [two, one, `telegram:${one}`],
    ]);
  });

  it('links lead where a person can see the message', async () => {
    telegram.say(CLOSED, 'a');
    telegram.say(PLAIN, 'b');
    expect((await poll()).posts.map((p) => p.url)).toEqual(['https://t.me/c/9876543210/30', null]);
  });

  it('an edit as the same post with its new words', async () => {
    const key = telegram.say(GROUP, 'kargo');
    const { cursor } = await poll();
    time += 60_000;
    telegram.edit(key, 'kargo geldi');
    const { posts } = await poll(cursor);
    expect(posts).toMatchObject([{ externalId: key, text: 'kargo geldi', postedAt: '2026-11-22T12:00:00.000Z' }]);
    expect(posts[0]?.editedAt).toBe('2026-11-22T12:01:00.000Z');
  });
});

describe('reading on', () => {
  it('confirms an update only in the poll after it was stored', async () => {
    const key = telegram.say(GROUP, 'a');
    const lost = await poll();
    expect(lost.ids).toEqual([key]);
    expect((await poll()).ids).toEqual([key]);
    expect((await poll(lost.cursor)).ids).toEqual([]);
    expect((await poll()).ids).toEqual([]);
  });

  it('waits for a message as a long poll, and hears it at once', async () => {
    const { cursor } = await poll();
    telegram.holdMs = 5000;
    setTimeout(() => telegram.say(GROUP, 'şimdi'), 100);
    const { posts } = await poll(cursor, {}, 60);
    expect(posts).toHaveLength(1);
    expect(telegram.asked.filter((one) => one.method === 'getUpdates').map((one) => one.payload['timeout'])).toEqual([5, 8]);
  });

  it('asks once who it is, and again for another token', async () => {
    telegram.say(GROUP, 'a');
    const { cursor } = await poll();
    await poll(cursor);
    expect(telegram.asked.filter((one) => one.method === 'getMe')).toHaveLength(1);
    expect((await poll(cursor, { token: '1:another-token-of-another-bot' })).end.outcome).toBe('forbidden');
  });

  it('says what Telegram no longer had after a day without us', async () => {
    telegram.say(GROUP, 'a');
    const { cursor } = await poll();
    await poll(cursor);
    for (let i = 0; i < 3; i += 1) telegram.say(GROUP, 'lost');
    telegram.forgetWaiting();
    time += DAY + 60_000;
    const fresh = telegram.say(GROUP, 'b');
    const { ids, end } = await poll(cursor);
    expect([ids, end.outcome]).toEqual([[fresh], 'truncated']);
    expect(end.notes).toEqual([{ code: 'telegram-lost', params: { count: 3 } }]);
    expect(end.reachesBackTo).toEqual(new Date(time - DAY));
  });

  it('asks without its old number after a week of silence, when Telegram may count from anywhere', async () => {
    telegram.say(GROUP, 'a');
    const { cursor } = await poll();
    await poll(cursor);
    time += 8 * DAY;
    telegram.push({ update_id: 5, message: { message_id: 900, date: Math.floor(time / 1000), chat: GROUP, from: { id: 1, first_name: 'D' }, text: 'yeni' } }); // prettier-ignore
    expect((await poll(cursor)).ids).toEqual([`${GROUP.id}:900`]);
  });

  it.each<[TelegramFault, string, string]>([
    [{ kind: 'status', status: 429, parameters: { retry_after: 7 } }, 'throttled', 'wait'],
    [{ kind: 'status', status: 429 }, 'throttled', 'wait'],
    [{ kind: 'status', status: 404, description: 'Not Found' }, 'forbidden', 'token'],
    [
      { kind: 'status', status: 409, description: "Conflict: can't use getUpdates method while webhook is active" },
      'forbidden',
      'webhook',
    ],
    [
      { kind: 'status', status: 409, description: 'Conflict: terminated by other getUpdates request' },
      'unreachable',
      'Another program',
    ],
    [{ kind: 'raw', status: 502, body: '<html>Bad Gateway</html>' }, 'unreachable', '502'],
    [{ kind: 'raw', status: 200, body: '{"ok":true,"result":{}}' }, 'schema-changed', 'list of updates'],
    [{ kind: 'raw', status: 200, body: '{"ok":true,"result":[{"message":{}}]}' }, 'schema-changed', 'number'],
    [{ kind: 'raw', status: 302, body: '' }, 'schema-changed', '302'],
  ])('ends %j as %s and loses nothing', async (fault, outcome, words) => {
    const key = telegram.say(GROUP, 'a');
    telegram.fail(fault, { method: 'getUpdates' });
    const ill = await poll();
    expect([ill.end.outcome, ill.ids]).toEqual([outcome, []]);
    expect(`${notesInEnglish(ill.end.notes ?? [])} ${fault.kind === 'raw' ? fault.status : ''}`).toContain(words);
    if (outcome === 'throttled') expect(ill.end.retryAfterSeconds).toBeGreaterThanOrEqual(7);
    expect((await poll(ill.cursor)).ids).toEqual([key]);
  });
});

describe('answering', () => {
  let target: string;
  beforeEach(() => {
    target = telegram.say(GROUP, 'hattım çekmiyor');
  });
  const reply = (text = 'Bakıyoruz 😀', externalId = target): OutgoingReply => ({
    text,
    visibility: 'public',
    idempotencyKey: 'k1',
    inReplyTo: { externalId, url: null, authorHandle: 'deniz' },
    firstAttemptAt: null,
  });

  it('says it in the same chat, as an answer to the message', async () => {
    const result = await telegramReplies.send(context(), reply());
    const [sent] = telegram.sent;
    expect(sent).toMatchObject({ chat: GROUP.id, text: 'Bakıyoruz 😀', answers: idOf(target) });
    expect(result).toEqual({
      outcome: 'sent',
      externalId: `${GROUP.id}:${sent!.id}`,
      url: `https://t.me/anadoluhat/${sent!.id}`,
    });
  });

  it('with a picture is one message, whose caption the words are', async () => {
    const image = {
      type: 'image/png' as const,
      bytes: aPng(),
      width: 3,
      height: 2,
      alt: 'Modem',
      uploadedAs: null,
      keep: () => Promise.resolve(),
    };
    expect((await telegramReplies.send(context(), { ...reply(), images: [image] })).outcome).toBe('sent');
    expect(telegram.sent).toMatchObject([{ chat: GROUP.id, text: 'Bakıyoruz 😀', answers: idOf(target), photo: { type: 'image/png', bytes: aPng() } }]); // prettier-ignore
    expect(telegram.misuse).toEqual([]);
  });

  it.each<[string, TelegramFault, string, RegExp]>([
    ['an answer lost after the effect', { kind: 'lost-after-effect' }, 'unknown', /\w/],
    ['a 500', { kind: 'status', status: 500 }, 'unknown', /500/],
    ['a garbled answer', { kind: 'raw', status: 200, body: '{' }, 'unknown', /form/],
    ['a cut', { kind: 'cut-before' }, 'unknown', /\w/],
    ['a limit', { kind: 'status', status: 429, parameters: { retry_after: 9 } }, 'later', /wait/],
    ['a revoked token', { kind: 'status', status: 401 }, 'later', /token/],
    ['a bot that was thrown out', { kind: 'status', status: 403, description: 'Forbidden: bot was kicked from the supergroup chat' }, 'refused', /no longer in/], // prettier-ignore
    ['no right to write', { kind: 'status', status: 400, description: 'Bad Request: not enough rights to send text messages to the chat' }, 'refused', /may not write/], // prettier-ignore
    ['a moved group', { kind: 'status', status: 400, description: 'Bad Request: group chat was upgraded', parameters: { migrate_to_chat_id: -100 } }, 'refused', /supergroup/], // prettier-ignore
    ['anything else', { kind: 'status', status: 400, description: 'Bad Request: odd' }, 'refused', /odd/],
  ])('ends %s as it must', async (_what, fault, outcome, words) => {
    telegram.fail(fault, { method: 'sendMessage' });
    const result = await telegramReplies.send(context(), reply());
    expect([result.outcome, 'reason' in result && words.test(result.reason)]).toEqual([outcome, true]);
    if (result.outcome === 'later') expect(result.retryAfterSeconds).toBeGreaterThanOrEqual(9);
  });

  it('says that the message is deleted, and refuses what is no message', async () => {
    telegram.remove(target);
    expect(await telegramReplies.send(context(), reply())).toEqual({ outcome: 'refused', reason: 'The message is deleted.' });
    expect((await telegramReplies.send(context(), reply('a', 'x'))).outcome).toBe('refused');
  });

  it('can never be looked for', async () => {
    expect(await telegramReplies.look(context(), reply())).toMatchObject({ outcome: 'unsure', final: true });
  });
});

describe('test connection', () => {
  it('says who we are, shows what waits and takes nothing away', async () => {
    const key = telegram.say(GROUP, 'a');
    const tried = await telegramConnector.test(context());
    const known = { code: 'we-are', params: { handle: '@AnadoluHatBot', network: 'Telegram' } };
    expect([tried.ok, tried.notes, tried.samples.length]).toEqual([true, [known], 1]);
    expect((await poll()).ids).toEqual([key]);
  });

  it('explains a bot that hears little, and one whose messages go elsewhere', async () => {
    telegram.readsAll = false;
    expect((await telegramConnector.test(context())).notes).toContainEqual({ code: 'telegram-privacy' });
    telegram.webhookUrl = 'https://other.example';
    expect(await telegramConnector.test(context())).toMatchObject({
      ok: false,
      notes: [{ code: 'telegram-webhook' }],
    });
  });
});

function idOf(key: string): number {
  return Number(key.split(':')[1]);
}
