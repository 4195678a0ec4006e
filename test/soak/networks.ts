/** The networks that can reply, each on this machine: customers complain there, its writes go wrong when told to, and it shows what stands there. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { BlueskyServer } from '../support/bluesky-server.js';
import { aPost, sign } from '../support/desk.js';
import { ImapServer, MAIL_USER } from '../support/imap-server.js';
import { cuts, loses } from '../support/json-server.js';
import { ACCESS_TOKEN, MastodonServer } from '../support/mastodon-server.js';
import { META, MetaServer } from '../support/meta-server.js';
import { REDDIT_ACCOUNT, RedditServer } from '../support/reddit-server.js';
import { ReplyCatcher } from '../support/reply-catcher.js';
import { TELEGRAM_TOKEN, TelegramServer } from '../support/telegram-server.js';
import { X_KEYS, XServer } from '../support/x-server.js';
import { YT_ACCOUNT, YT_US, YouTubeServer } from '../support/youtube-server.js';

/** `lost`: the reply stands there, its answer never comes. `cut`: the connection breaks before anything is done. */
export type Mishap = 'lost' | 'cut';

export interface StagedNetwork {
  /** As mentions name it. */
  name: string;
  source: { kind: string; settings: Record<string, unknown> };
  /** Customer number `n` complains there. @param push hands a post to the source's own door, for networks that call */
  complain(n: number, push: (body: string, headers: Record<string, string>) => Promise<unknown>): Promise<void> | void;
  /** @param after how many writes go well before the one that goes wrong */
  mishap(kind: Mishap, after: number): void;
  /** The texts of our replies that stand there, one for each time. */
  standing(): string[];
  stop(): Promise<unknown>;
}

const COMPLAINT = 'Anadolu Hat: my internet has been down for three days, this is unacceptable. Please fix it';
const words = (n: number) => `${COMPLAINT}, contract ${n * 7919}!`;
const kindOf = (mishap: Mishap) => (mishap === 'lost' ? 'lost-after-effect' : 'cut-before');

/** Never more of a network than a test needs: all of them take a second to start. */
export const NETWORKS: Record<string, () => Promise<StagedNetwork[]>> = {
  forum: async () => [await forum()],
  x: async () => [await onX()],
  bluesky: async () => [await bluesky()],
  mastodon: async () => [await mastodon()],
  reddit: async () => [await reddit()],
  youtube: async () => [await youtube()],
  meta: onMeta,
  telegram: async () => [await telegram()],
  email: async () => [await email()],
};

async function forum(): Promise<StagedNetwork> {
  const catcher = await ReplyCatcher.start();
  const secret = 'a-secret-of-the-forum-and-ours';
  const mishaps: { kind: Mishap; after: number }[] = [];
  catcher.mishap = () => {
    const due = mishaps.find((one) => (one.after -= 1) < 0);
    if (due) mishaps.splice(mishaps.indexOf(due), 1);
    return due === undefined ? null : due.kind === 'lost' ? 'lost' : 'cut-before';
  };
  return {
    name: 'forum',
    source: { kind: 'webhook', settings: { network: 'forum', secret, replyUrl: catcher.url } },
    complain: async (n, push) => {
      const body = JSON.stringify([aPost({ externalId: `f${n}`, text: words(n), author: { handle: `forum${n}`, name: 'Deniz Aksoy' } })]); // prettier-ignore
      await push(body, { 'x-earshot-signature': sign(secret, body) });
    },
    mishap: (kind, after) => void mishaps.push({ kind, after }),
    standing: () => catcher.texts(),
    stop: () => catcher.stop(),
  };
}

async function onX(): Promise<StagedNetwork> {
  const x = await XServer.start({ rateLimit: 1_000_000 });
  return {
    name: 'x',
    source: { kind: 'x', settings: { listenToMentions: true, ...X_KEYS, baseUrl: x.url } },
    complain: (n) => void x.post(`xuser${n}`, `@AnadoluHat ${words(n)}`, { lang: 'en' }),
    mishap: (kind, after) => x.fail({ kind: kindOf(kind) }, { method: 'POST', after }),
    standing: () => x.ourPosts().map(({ text }) => text),
    stop: () => x.stop(),
  };
}

async function bluesky(): Promise<StagedNetwork> {
  const server = await BlueskyServer.start();
  return {
    name: 'bluesky',
    source: { kind: 'bluesky', settings: { query: 'anadolu', listenToMentions: false, ...server.account } },
    complain: (n) => void server.post(`bsky${n}`, words(n), { langs: ['en'] }),
    mishap: (kind, after) => server.fail({ kind: kindOf(kind) }, { method: 'com.atproto.repo.putRecord', after }),
    standing: () => server.ourPosts().map(({ record }) => record.text),
    stop: () => server.stop(),
  };
}

async function mastodon(): Promise<StagedNetwork> {
  const server = await MastodonServer.start();
  return {
    name: 'mastodon',
    source: { kind: 'mastodon', settings: { instance: server.url, accessToken: ACCESS_TOKEN, hashtags: ['anadoluhat'], stream: false } }, // prettier-ignore
    complain: (n) => void server.post(`toot${n}`, `<p>${words(n)} <a href="${server.url}/tags/anadoluhat">#<span>anadoluhat</span></a></p>`, { language: 'en', more: { tags: [{ name: 'anadoluhat' }] } }), // prettier-ignore
    mishap: (kind, after) => server.fail({ kind: kindOf(kind) }, { path: 'POST /api/v1/statuses', after }),
    standing: () => server.ourPosts().map(({ content }) => content),
    stop: () => server.stop(),
  };
}

async function reddit(): Promise<StagedNetwork> {
  const server = new RedditServer({ now: () => new Date(), limit: 1_000_000 });
  await server.server.start();
  const addresses = { signInUrl: `${server.url}/api/v1/access_token`, baseUrl: server.url };
  return {
    name: 'reddit',
    source: {
      kind: 'reddit',
      settings: { subreddits: ['askturkey'], subredditComments: false, ...REDDIT_ACCOUNT, ...addresses },
    },
    complain: (n) => void server.add({ author: `redditor${n}`, title: 'Anadolu Hat', body: words(n) }),
    mishap: (kind, after) => server.server.fail(kind === 'lost' ? loses : cuts, { path: /\/api\/comment$/, method: 'POST', after }), // prettier-ignore
    standing: () => server.things.filter(({ author }) => author === server.us.name).map(({ body }) => body),
    stop: () => server.server.stop(),
  };
}

async function youtube(): Promise<StagedNetwork> {
  const server = new YouTubeServer(() => new Date());
  server.unitsLeft = 1_000_000_000;
  await server.server.start();
  return {
    name: 'youtube',
    source: { kind: 'youtube', settings: { channelId: YT_US, dailyUnits: 1_000_000, ...server.settings, ...YT_ACCOUNT } },
    complain: (n) => void server.add({ author: `UCwatcher${n}`, text: words(n) }),
    mishap: (kind, after) => server.server.fail(kind === 'lost' ? loses : cuts, { path: /\/comments$/, method: 'POST', after }),
    standing: () => server.comments.filter(({ author }) => author === YT_US).map(({ text }) => text),
    stop: () => server.server.stop(),
  };
}

/** One page and its Instagram account: one source, two networks. */
async function onMeta(): Promise<StagedNetwork[]> {
  const server = await MetaServer.start();
  const source = { kind: 'meta', settings: { ...META, baseUrl: server.url } };
  const [post, media] = [server.ownPost(), server.ownMedia()];
  const from = (n: number) => ({ from: { id: `88${n}`, name: `Deniz ${n}` } });
  const mishap = (path: RegExp) => (kind: Mishap, after: number) =>
    server.fail({ kind: kindOf(kind) }, { path, method: 'POST', after });
  return [
    {
      name: 'facebook',
      source,
      complain: (n) => void server.comment(post, words(n), from(n)),
      mishap: mishap(/\/comments$/),
      standing: () => server.comments.filter((one) => one.from?.id === META.pageId).map(({ text }) => text),
      stop: () => server.stop(),
    },
    {
      name: 'instagram',
      source,
      complain: (n) => void server.answer(media, words(n), from(n + 100_000)),
      mishap: mishap(/\/replies$/),
      standing: () => server.answers.filter((one) => one.from?.id === META.instagramId).map(({ text }) => text),
      stop: () => Promise.resolve(),
    },
  ];
}

async function telegram(): Promise<StagedNetwork> {
  const server = await TelegramServer.start();
  const chat = { id: -1_001_234_567, type: 'supergroup' as const, title: 'Anadolu Hat', username: 'anadoluhat' };
  return {
    name: 'telegram',
    source: { kind: 'telegram', settings: { token: TELEGRAM_TOKEN, baseUrl: server.url } },
    complain: (n) => void server.say(chat, words(n), { from: { id: 70_000 + n, is_bot: false, first_name: 'Deniz', username: `tg${n}` } }), // prettier-ignore
    mishap: (kind, after) => server.fail({ kind: kindOf(kind) }, { method: 'sendMessage', after }),
    standing: () => server.sent.map(({ text }) => text),
    stop: () => server.stop(),
  };
}

async function email(): Promise<StagedNetwork> {
  const imap = await ImapServer.start({ idle: true });
  const sent: string[] = [];
  const mishaps: { kind: Mishap; after: number }[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const due = mishaps.find((one) => (one.after -= 1) < 0);
        if (due) mishaps.splice(mishaps.indexOf(due), 1);
        if (due?.kind !== 'cut') {
          sent.push(Buffer.concat(parts).toString('utf8'));
          imap.deliver(Buffer.concat(parts));
        }
        if (due === undefined) return done();
        for (const connection of smtp.connections) if (connection.id === session.id) connection._socket.destroy();
      });
    },
  }) as SMTPServer & { connections: Set<{ id: string; _socket: { destroy(): void } }> };
  smtp.on('error', () => undefined);
  await new Promise<void>((ready) => void smtp.listen(0, '127.0.0.1', ready));
  const servers = { host: '127.0.0.1', port: imap.port, security: 'none', smtpHost: '127.0.0.1', smtpPort: (smtp.server.address() as AddressInfo).port, smtpSecurity: 'none' }; // prettier-ignore
  return {
    name: 'email',
    source: { kind: 'email', settings: { ...servers, ...MAIL_USER, address: MAIL_USER.user } },
    complain: (n) => void imap.deliver(`From: Deniz Aksoy <deniz${n}@kunde.example>\r\nTo: ${MAIL_USER.user}\r\nSubject: Internet\r\nMessage-ID: <m${n}@kunde.example>\r\nDate: ${new Date().toUTCString()}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words(n)}\r\n`), // prettier-ignore
    mishap: (kind, after) => void mishaps.push({ kind, after }),
    standing: () => sent,
    stop: async () => {
      await imap.stop();
      await new Promise<void>((done) => smtp.close(() => done()));
    },
  };
}
