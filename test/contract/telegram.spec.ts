import { afterAll, describe, expect } from '@jest/globals';
import { telegramConnector } from '../../src/connectors/telegram/connector.js';
import { UndiciSafeHttp } from '../../src/platform/outbound/safe-http.undici.js';
import { TELEGRAM_TOKEN, TelegramServer, type TelegramChat } from '../support/telegram-server.js';
import { connectorContract } from './connector-contract.js';
import type { ContractWorld } from './contract-world.js';

const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
afterAll(() => http.close());
const GROUP: TelegramChat = { id: -1001234567890, type: 'supergroup', title: 'Anadolu Hat & friends', username: 'anadoluhat' };

const CHANNEL: TelegramChat = { id: -1001111111111, type: 'channel', title: 'Haber', username: 'haber' };

async function telegramWorld(): Promise<ContractWorld> {
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const telegram = await TelegramServer.start();
  let count = 0;
  const add = (many: number) =>
    Array.from({ length: many }, () => {
      const date = Math.floor(now().getTime() / 1000) - 5;
      return telegram.say(count % 2 === 0 ? GROUP : CHANNEL, `hattım çekmiyor & ${count++}`, { date });
    });
  return {
    settings: { token: TELEGRAM_TOKEN, baseUrl: telegram.url },
    http,
    now,
    readOnce: true,
    addPosts: add,
    away: () => {
      add(5);
      telegram.forgetWaiting();
      ahead += 25 * 3_600_000;
      return add(3);
    },
    outcomes: {
      ok: () => undefined,
      throttled: () => telegram.fail({ kind: 'status', status: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } }, { method: 'getUpdates' }), // prettier-ignore
      forbidden: () => telegram.fail({ kind: 'status', status: 401, description: 'Unauthorized' }, { method: 'getMe' }),
      'schema-changed': () => telegram.fail({ kind: 'raw', status: 200, body: '<!doctype html>' }, { method: 'getUpdates' }),
      unreachable: () => telegram.fail({ kind: 'cut-before' }, { method: 'getUpdates' }),
    },
    badSettings: [
      { settings: {}, field: 'token' },
      { settings: { token: 'hello' }, field: 'token' },
      { settings: { token: TELEGRAM_TOKEN, chats: ['not a chat'] }, field: 'chats' },
      { settings: { token: TELEGRAM_TOKEN, baseUrl: 'ftp://127.0.0.1' }, field: 'baseUrl' },
    ],
    hang: () => telegram.fail({ kind: 'hang' }, { method: 'getUpdates', times: 9 }),
    addBadInput: () => {
      const good = add(2);
      telegram.push({ message: { message_id: 'x', chat: 5 } });
      return [...good, ...add(1)];
    },
    edit: (externalId) => {
      telegram.edit(externalId, 'hattım yine çekiyor');
      return { externalId, text: 'hattım yine çekiyor' };
    },
    repost: (externalId) => telegram.forward(externalId, GROUP),
    stop: async () => {
      await telegram.stop();
      expect(telegram.misuse).toEqual([]);
    },
  };
}

describe('the contract of connectors: telegram', () => connectorContract(telegramConnector, telegramWorld));
