/** The list of what Earshot can listen to. A new connector is a folder plus a line here: see docs/add-a-connector.md. */
import type { SourceKind } from '#libs/contracts/words.js';
import type { Connector } from './connector.js';
import { appStoreConnector } from './appstore/connector.js';
import { blueskyConnector } from './bluesky/connector.js';
import { emailConnector } from './email/connector.js';
import { feedConnector } from './feed/connector.js';
import { hackerNewsConnector } from './hackernews/connector.js';
import { redditConnector } from './reddit/connector.js';
import { mastodonConnector } from './mastodon/connector.js';
import { metaConnector } from './meta/connector.js';
import { replayConnector } from './replay/connector.js';
import { telegramConnector } from './telegram/connector.js';
import { webhookConnector } from './webhook/connector.js';
import { xConnector } from './x/connector.js';
import { youTubeConnector } from './youtube/connector.js';

export const ALL_CONNECTORS: Connector[] = [
  feedConnector,
  xConnector,
  blueskyConnector,
  mastodonConnector,
  telegramConnector,
  redditConnector,
  youTubeConnector,
  hackerNewsConnector,
  appStoreConnector,
  metaConnector,
  emailConnector,
  webhookConnector,
  replayConnector,
];

const byKind = new Map(ALL_CONNECTORS.map((connector) => [connector.kind, connector]));

/** @throws Error for a kind without a connector, which the closed list of kinds and its test rule out */
export function connectorOf(kind: SourceKind): Connector {
  const connector = byKind.get(kind);
  if (connector === undefined) throw new Error(`no connector for ${kind}`);
  return connector;
}
