/** Telegram: a bot in groups and channels hears what is said there, and answers. */
import { defineConnector, type ConnectorContext, type TestResult } from '../connector.js';
import { readHook, readMe, readUpdates, type Me } from './answers.js';
import { telegramClient } from './client.js';
import { pollEndOf } from './failures.js';
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
    if (hook.url !== '') {
      const message =
        'A webhook is set for this bot, so Telegram gives its messages to that address alone. Remove it, or use another bot.';
      return { ok: false, message, samples: [] };
    }
    const updates = readUpdates(await call('getUpdates', { limit: 10, timeout: 0 }));
    const reading = { now: context.now(), chats: null, privateMessages: context.settings.privateMessages, ownId: me.id };
    const samples = updates.flatMap((update, index) => {
      const read = readUpdate(update, index, reading);
      return read !== null && 'post' in read ? [read.post] : [];
    });
    return {
      ok: true,
      message: wordsFor(me),
      account: { handle: me.username, externalId: String(me.id) },
      samples: samples.slice(0, 3),
    };
  } catch (error) {
    return { ok: false, message: pollEndOf(error).message ?? 'Telegram could not be asked', samples: [] };
  }
}

function wordsFor({ username, can_read_all_group_messages: readsAll }: Me): string {
  const deaf =
    ' In groups it hears only what names or answers it: switch its privacy mode off at @BotFather (/setprivacy), or make it an administrator.';
  return `We are @${username} on Telegram.${readsAll === true ? '' : deaf}`;
}
