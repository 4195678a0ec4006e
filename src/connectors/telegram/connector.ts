/** Telegram: a bot in groups and channels hears what is said there, and answers. */
import type { Note } from '#libs/contracts/notes.js';
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import { fails, note, works } from '../explained.js';
import { readHook, readMe, readUpdates, type Me } from './answers.js';
import { telegramClient } from './client.js';
import { NETWORK, pollEndOf, WEBHOOK } from './failures.js';
import { readUpdate } from './normalise.js';
import { KEPT_HOURS, pollTelegram } from './poll.js';
import { telegramReplies } from './replies.js';
import { TelegramSettings } from './settings.js';

export const telegramConnector = defineConnector<TelegramSettings>({
  kind: 'telegram',
  capabilities: {
    listens: ['comments', 'mentions', 'threads'],
    tells: ['thread', 'media', 'links', 'edits', 'reposts'],
    reachesBack: '24 hours; a bot cannot read what was before',
    answersPrivately: true,
    cannotLook: true,
    testedAgainst: 'a stateful local server written after the published Bot API; payloads checked by the types of grammY',
  },
  settings: TelegramSettings,
  defaultIntervalSeconds: 5,
  poll: pollTelegram,
  reachesBackHours: () => KEPT_HOURS,
  replies: telegramReplies,
  test: tryIt,
});

/** Asks who the bot is and what waits for it. Asking without an offset takes nothing away. */
async function tryIt(context: ConnectorContext<TelegramSettings>): Promise<TestResult> {
  const call = telegramClient(context);
  try {
    const me = readMe(await call('getMe', {}));
    const hook = readHook(await call('getWebhookInfo', {}));
    if (hook.url !== '') return fails({ notes: [WEBHOOK] });
    const updates = readUpdates(await call('getUpdates', { limit: 10, timeout: 0 }));
    const reading = { now: context.now(), chats: null, privateMessages: context.settings.privateMessages, ownId: me.id };
    const samples = updates.flatMap((update, index) => {
      const read = readUpdate(update, index, reading);
      return read !== null && 'post' in read ? [read.post] : [];
    });
    return works(notesOn(me), samples.slice(0, 3), { handle: me.username, externalId: String(me.id) });
  } catch (error) {
    return fails(pollEndOf(error));
  }
}

function notesOn({ username, can_read_all_group_messages: readsAll }: Me): Note[] {
  const known = note('we-are', { handle: `@${username}`, network: NETWORK });
  return readsAll === true ? [known] : [known, note('telegram-privacy')];
}
