/**
 * Content that is deleted on X must be deleted here within 24 hours (X Developer Policy, "Content compliance"). X tells only enterprise
 * plans; others hand over what they keep in a compliance job, or ask again for it a hundred posts at a time, in rounds that begin every 20 hours.
 */
import { z } from 'zod';
import type { DeletedPost, IncomingPost } from '../incoming-post.js';
import type { PollContext, PollPage } from '../polls.js';
import { RawPost, readPage } from './answers.js';
import type { XClient } from './client.js';
import { byJob, type JobEnd } from './compliance-job.js';
import type { CheckRound, Cursor } from './cursor.js';
import { NamesInUse } from './names.js';
import { historyOf, readPost } from './normalise.js';
import type { XSettings } from './settings.js';

const ROUND_MS = 20 * 3_600_000;
/** What one question may hold. Source: description of GET /2/tweets. */
const AT_ONCE = 100;
/** Questions in one poll: a round of 300,000 posts is done in time at a poll a minute. */
const MOST_QUESTIONS = 3;
/** Withheld everywhere. Source: X documentation, "Withheld content". */
const EVERYWHERE = new Set(['XX', 'XY']);

const Problems = z.object({
  data: z.array(z.unknown()).optional(),
  errors: z
    .array(
      z.object({
        type: z.string().nullish(),
        title: z.string().nullish(),
        resource_id: z.string().nullish(),
        value: z.string().nullish(),
      }),
    )
    .optional(),
});

/** @throws what the client throws: then the round goes on from here next time */
export async function* checkStored(
  client: XClient,
  cursor: Cursor,
  context: PollContext<XSettings>,
): AsyncGenerator<PollPage, void> {
  const { settings, stored, now, signal } = context;
  if (!settings.checkDeletions || stored === undefined) return;
  const last = cursor.check ?? null;
  const isOver = last !== null && last.after === null && !last.job;
  if (isOver && now().getTime() - Date.parse(last.begun) < ROUND_MS) return;
  let round: CheckRound =
    last === null || isOver ? { after: null, begun: now().toISOString(), noJobsUntil: last?.noJobsUntil } : { ...last };
  const answer = yield* byJob(client, cursor, round, context);
  if (answer === 'wait') return;
  if (answer !== 'lookup') return yield* applyJob(client, cursor, round, answer);
  for (let question = 0; question < MOST_QUESTIONS && !signal.aborted; question += 1) {
    const kept = await stored(round.after, AT_ONCE);
    const ids = kept.filter((id) => /^[0-9]{1,19}$/.test(id));
    const found = ids.length === 0 ? { posts: [], deleted: [], read: [] } : await look(client, ids, cursor, now());
    round = { ...round, after: kept.length < AT_ONCE ? null : (kept.at(-1) ?? null) };
    cursor.check = round;
    const { read, ...told } = found;
    yield { ...told, refused: [], cursor: structuredClone(cursor), spent: { read } };
    if (round.after === null) return;
  }
}

/** What must go goes, what was changed is read anew, and the round is over or goes on behind what the job was about. */
async function* applyJob(
  client: XClient,
  cursor: Cursor,
  round: CheckRound,
  { deleted, changed }: Exclude<JobEnd, string>,
): AsyncGenerator<PollPage, void> {
  const posts: IncomingPost[] = [];
  const read: string[] = [];
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const found = await look(client, changed.slice(from, from + AT_ONCE), cursor, new Date(round.begun));
    posts.push(...found.posts);
    read.push(...found.read);
  }
  cursor.check = { ...round, after: round.job?.last ?? null, job: null };
  yield { posts, refused: [], deleted, cursor: structuredClone(cursor), spent: { read } };
}

async function look(
  client: XClient,
  ids: string[],
  cursor: Cursor,
  now: Date,
): Promise<{ posts: IncomingPost[]; deleted: DeletedPost[]; read: string[] }> {
  const { data, errors = [] } = await ask(client, ids, cursor);
  const deleted = errors.flatMap(({ type, title, resource_id: id, value }) => {
    const gone =
      /not-found|not-authorized-for-resource|resource-unavailable/.test(type ?? '') ||
      /^(not found|authorization) error$/i.test(title ?? '');
    const which = id ?? value ?? '';
    return gone && ids.includes(which) ? [{ externalId: which, at: now }] : [];
  });
  const read = (data ?? []).flatMap((item) => RawPost.safeParse(item).data ?? []);
  const withheld = read.filter((raw) => raw.withheld?.country_codes?.some((code) => EVERYWHERE.has(code.toUpperCase())));
  const newer = read.flatMap((raw) => historyOf(raw).at(-1) ?? []).filter((id) => !ids.includes(id));
  const posts = newer.length === 0 ? [] : await versions(client, [...new Set(newer)].slice(0, AT_ONCE), cursor);
  const gone = [...deleted, ...withheld.map(({ id }) => ({ externalId: id, at: now }))];
  return { posts, deleted: gone, read: [...read.map(({ id }) => id), ...newer] };
}

/** Posts that were changed since: their newest versions. */
async function versions(client: XClient, ids: string[], cursor: Cursor): Promise<IncomingPost[]> {
  const answer = await ask(client, ids, cursor);
  const page = readPage({ ...answer, meta: {} });
  return page.items.flatMap((item, index) => {
    const read = readPost(item, index, page);
    return 'post' in read && read.post.versionOf !== undefined ? [read.post] : [];
  });
}

async function ask(client: XClient, ids: string[], cursor: Cursor) {
  const names = new NamesInUse(cursor.names);
  const answer = await names.ask(
    (fields) => client.read('tweets', { ids: ids.join(','), ...fields }),
    () => null,
  );
  return Problems.loose().parse(answer.data);
}
