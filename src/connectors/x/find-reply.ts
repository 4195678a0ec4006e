/** Finds a reply of ours by the post it answers and by its words, as X shows them. */
import type { LookResult, OutgoingReply } from '../outgoing-reply.js';
import { RawPost, type XPage } from './answers.js';
import type { XClient } from './client.js';
import { NamesInUse } from './names.js';
import { decodeEntities, permalink, reference } from './normalise.js';
import { askForPage } from './ask-for-page.js';

/** Our clock and X's may differ by as much. */
const CLOCK_SLACK_MS = 120_000;
/** 800 posts of ours within one unknown outcome are more than an account may post. */
const MOST_PAGES = 8;

/** @throws what the client throws: then nobody knows */
export async function findReply(
  client: XClient,
  account: { id: string; username: string },
  reply: OutgoingReply & { firstAttemptAt: Date },
): Promise<LookResult> {
  const names = new NamesInUse(null);
  const start = new Date(reply.firstAttemptAt.getTime() - CLOCK_SLACK_MS);
  const tokens = new Set<string>();
  let token: string | null = null;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const question = { max_results: 100, start_time: toSeconds(start), pagination_token: token ?? undefined };
    const { page } = await askForPage(names, (fields) =>
      client.readAsUs(`users/${account.id}/tweets`, { ...question, ...fields }),
    );
    const found = page.items.flatMap((item) => fitting(item, reply));
    if (found[0] !== undefined) return { outcome: 'found', externalId: found[0], url: permalink(account.username, found[0]) };
    const unsure = whyUnsure(page, tokens);
    if (unsure !== null) return { outcome: 'unsure', reason: unsure };
    if (page.nextToken === null) return { outcome: 'absent' };
    token = page.nextToken;
    tokens.add(token);
  }
  return { outcome: 'unsure', reason: 'Our timeline is too long to be read to its end' };
}

/**
 * What is left of a text when all is taken off that X may change: names put in front, links shortened,
 * escapes, forms of letters, spaces.
 */
export function essence(text: string): string {
  return decodeEntities(text)
    .replace(/https?:\/\/\S+/g, '')
    .replace(/^(?:\s*@\w{1,15})+/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
}

function fitting(item: unknown, reply: OutgoingReply): string[] {
  const read = RawPost.safeParse(item);
  if (!read.success) return [];
  const text = (read.data.note_post ?? read.data.note_tweet)?.text ?? read.data.text;
  const answers = reference(read.data, 'replied_to') === reply.inReplyTo.externalId;
  return answers && essence(text) === essence(reply.text) ? [read.data.id] : [];
}

function whyUnsure(page: XPage, tokens: Set<string>): string | null {
  if (page.items.some((item) => !RawPost.safeParse(item).success)) return 'A post of ours cannot be read';
  if (page.nextToken === null) return null;
  if (page.items.length === 0 || tokens.has(page.nextToken)) return 'Our timeline does not end: X repeats itself';
  return null;
}

function toSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
