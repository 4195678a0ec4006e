/** Looks for an answer of ours whose outcome is unknown: by who wrote it, its words and its time. */
import { z } from 'zod';
import type { ConnectorContext } from '../connector-context.js';
import type { LookResult, OutgoingReply } from '../outgoing-reply.js';
import { whyInEnglish } from '../explained.js';
import { COMMENT_FIELDS, FacebookThing, fit, INSTAGRAM_REPLY_FIELDS, InstagramComment, readList } from './answers.js';
import { graph, type Graph } from './client.js';
import { pollEndOf } from './failures.js';
import type { Place } from './place.js';
import type { MetaSettings } from './settings.js';

/** Our clock and Meta's may differ by as much. */
const CLOCK_SLACK_MS = 120_000;
const MOST_PAGES = 40;

/** @returns unsure, too, when the list cannot be read to its end */
export async function lookForReply(
  context: ConnectorContext<MetaSettings>,
  reply: OutgoingReply,
  place: Place,
): Promise<LookResult> {
  if (reply.firstAttemptAt === null) return { outcome: 'absent' };
  if (place.kind === 'igm') return never('Instagram does not show what stands under somebody else’s comment');
  try {
    const client = graph(context);
    if (reply.visibility === 'private') return await lookPrivately(client, place);
    return await lookPublicly(client, { ...place, settings: context.settings, reply });
  } catch (error) {
    return { outcome: 'unsure', reason: whyInEnglish(pollEndOf(error)) };
  }
}

interface Search {
  kind: 'fb' | 'ig';
  id: string;
  settings: MetaSettings;
  reply: OutgoingReply;
}

async function lookPublicly(client: Graph, search: Search): Promise<LookResult> {
  const { kind, id, reply } = search;
  const [path, fields] = kind === 'fb' ? [`${id}/comments`, COMMENT_FIELDS] : [`${id}/replies`, INSTAGRAM_REPLY_FIELDS];
  for (let page = 0, after: string | null = null; page < MOST_PAGES; page += 1) {
    const asked = await client.get(path, { fields, limit: 50, after: after ?? undefined });
    const list = readList(asked.data);
    const found = list.items.map((item) => fittingId(item, search)).find((one) => one !== null);
    if (found)
      return {
        outcome: 'found',
        externalId: `${kind}:${found}`,
        url: kind === 'fb' ? `https://www.facebook.com/${found}` : reply.inReplyTo.url,
      };
    if (list.after === null) return { outcome: 'absent' };
    if (list.after === after) break;
    after = list.after;
  }
  return { outcome: 'unsure', reason: 'The answers under this comment cannot be read to their end' };
}

/** @throws Unreadable: an answer that cannot be read may be ours */
function fittingId(item: unknown, { kind, settings, reply }: Search): string | null {
  const since = (reply.firstAttemptAt?.getTime() ?? 0) - CLOCK_SLACK_MS;
  const same = (text: string | null | undefined) => (text ?? '').trim() === reply.text.trim();
  if (kind === 'fb') {
    const raw = fit(FacebookThing, item, 'a comment');
    return raw.from?.id === settings.pageId && same(raw.message) && raw.created_time.getTime() >= since ? raw.id : null;
  }
  const raw = fit(InstagramComment, item, 'a comment');
  const ours = raw.from?.id === undefined || raw.from?.id === null || raw.from.id === settings.instagramId;
  return ours && same(raw.text) && raw.timestamp.getTime() >= since ? raw.id : null;
}

const Privately = z.object({ can_reply_privately: z.boolean() });

/** A comment that can still be answered privately has no answer yet. One that cannot may have got it from somebody else. */
async function lookPrivately(client: Graph, place: { kind: 'fb' | 'ig'; id: string }): Promise<LookResult> {
  if (place.kind === 'ig') return never('Instagram does not say whether a comment has a private answer');
  const { can_reply_privately: can } = fit(Privately, (await client.get(place.id, { fields: 'can_reply_privately' })).data, 'whether it can be answered privately'); // prettier-ignore
  return can ? { outcome: 'absent' } : never('The comment has a private answer, which may be ours or written by hand');
}

function never(reason: string): LookResult {
  return { outcome: 'unsure', final: true, reason };
}
