/** Facebook page and Instagram business account: what people write there, delivered and polled, and answers to it. */
import { defineConnector, type TestResult } from '../connector.js';
import type { ConnectorContext } from '../connector-context.js';
import type { IncomingPost } from '../incoming-post.js';
import { fails, note, works } from '../explained.js';
import { readList, readPage } from './answers.js';
import { graph } from './client.js';
import { pollEndOf } from './failures.js';
import { askList, readListed } from './lists.js';
import { pollMeta } from './poll.js';
import { challenge, receiveDelivery, verifyDelivery } from './receive.js';
import { metaReplies } from './replies.js';
import { MetaSettings } from './settings.js';

export const metaConnector = defineConnector<MetaSettings>({
  kind: 'meta',
  capabilities: {
    listens: ['comments', 'mentions', 'threads', 'called'],
    tells: ['thread', 'media', 'reach', 'links', 'edits', 'deletions'],
    reachesBack: 'comments under our posts of the last 14 days (can be set)',
    answersPrivately: true,
    testedAgainst: 'a stateful local server written after the published Graph API and Webhooks references',
  },
  settings: MetaSettings,
  defaultIntervalSeconds: 120,
  poll: pollMeta,
  receive: receiveDelivery,
  verify: verifyDelivery,
  challenge,
  replies: metaReplies,
  test: tryIt,
});

/** Asks for the page and for what was written lately under its newest posts. */
async function tryIt(context: ConnectorContext<MetaSettings>): Promise<TestResult> {
  const { settings } = context;
  const client = graph(context);
  try {
    const page = readPage((await client.get(settings.pageId, { fields: 'id,name,username' })).data);
    const samples: IncomingPost[] = [];
    for (const step of [
      { list: 'posts', of: settings.pageId },
      ...(settings.instagramId ? [{ list: 'media', of: settings.instagramId } as const] : []),
    ] as const) {
      // prettier-ignore
      const listed = readListed(step, readList((await askList(client, step, null)).data).items, settings, {});
      samples.push(...listed.posts);
      const [first] = listed.more;
      if (first)
        samples.push(...readListed(first, readList((await askList(client, first, null)).data).items, settings, {}).posts);
    }
    const notes = [
      note('we-are', { handle: page.name, network: 'Facebook' }),
      ...(settings.instagramId ? [note('meta-instagram')] : []),
      ...(settings.verifyToken === undefined ? [note('meta-no-door')] : []),
    ];
    return works(notes, samples.slice(0, 3), { handle: page.username || page.name, externalId: page.id });
  } catch (error) {
    return fails(pollEndOf(error));
  }
}
