/** Every network with its table. A connector that can reply must stand here: a test checks it. */
import { HACKER_NEWS, REDDIT, YOUTUBE_TABLE } from './networks/communities.js';
import { BLUESKY_TABLE, MASTODON_TABLE } from './networks/open-networks.js';
import { EMAIL, FEED_TABLE, REPLAY, WEBHOOK } from './networks/other-ways.js';
import { APP_STORE_TABLE, META, TELEGRAM_TABLE } from './networks/own-places.js';
import { X } from './networks/x.js';
import type { NetworkTable } from './rule.js';

export const NETWORK_TABLES: readonly NetworkTable[] = [
  X, BLUESKY_TABLE, MASTODON_TABLE, REDDIT, HACKER_NEWS, YOUTUBE_TABLE, META, TELEGRAM_TABLE, APP_STORE_TABLE, FEED_TABLE, EMAIL, WEBHOOK, REPLAY,
]; // prettier-ignore

/** Names by which other parts call the same network. */
const ALIASES: Readonly<Record<string, string>> = {
  facebook: 'meta', instagram: 'meta', threads: 'meta', twitter: 'x', 'app-store': 'appstore', hn: 'hackernews', 'hacker-news': 'hackernews', mail: 'email', imap: 'email', rss: 'feed',
}; // prettier-ignore

/** @returns the table of a network or kind of source, or undefined */
export function tableOf(network: string): NetworkTable | undefined {
  const name = ALIASES[network] ?? network;
  return NETWORK_TABLES.find((table) => table.network === name);
}
