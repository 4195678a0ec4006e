/**
 * Asks X what became of many posts at once: a batch compliance job is created, handed the ids, and answers later with what must go. It costs
 * nothing for a post, so it is tried before posts are looked up one by one. Each step is stored before the next; one that was not is found
 * again by the job's name. Source: X developer documentation, "Batch Compliance".
 */
import { z } from 'zod';
import type { DeletedPost } from '../incoming-post.js';
import type { PollContext, PollPage } from '../polls.js';
import { baseOf, type XClient } from './client.js';
import type { CheckRound, Cursor, Job } from './cursor.js';
import { Refused, Unreadable } from './failures.js';
import type { XSettings } from './settings.js';

/** X takes 6.5 million; so many are at hand without effort. */
const MOST_IDS = 100_000;
const IDS_A_QUESTION = 1000;
/** X asks to look after a job every 30 to 60 seconds. */
const LOOK_EVERY_MS = 60_000;
/** A job that takes longer would miss the 24 hours: the posts are looked up instead. */
const LONGEST_JOB_MS = 2 * 3_600_000;
/** An app that may not create jobs is tried again after a day. */
const NOT_FOR_US_MS = 86_400_000;
const MOST_RESULT_BYTES = 50_000_000;
const NAME = 'earshot';

/** What a job found, `wait` while it is worked on, `lookup` when it cannot be had. */
export type JobEnd = 'wait' | 'lookup' | { deleted: DeletedPost[]; changed: string[] };

const Known = z.object({ id: z.string(), status: z.string(), name: z.string().nullish(), upload_url: z.string().nullish(), download_url: z.string().nullish() }); // prettier-ignore
type Known = z.infer<typeof Known>;

/** @throws what the client throws: then it goes on from here next time */
export async function* byJob(
  client: XClient,
  cursor: Cursor,
  round: CheckRound,
  context: PollContext<XSettings>,
): AsyncGenerator<PollPage, JobEnd> {
  const { now } = context;
  const { noJobsUntil } = round;
  if (context.settings.bearerToken === undefined || (noJobsUntil && now().getTime() < Date.parse(noJobsUntil))) return 'lookup';
  try {
    return yield* steps(client, cursor, round, context);
  } catch (error) {
    if (!(error instanceof Refused) || ![400, 401, 403, 404, 409].includes(error.status)) throw error;
    round.job = null;
    round.noJobsUntil = new Date(now().getTime() + (error.status === 409 ? LONGEST_JOB_MS : NOT_FOR_US_MS)).toISOString();
    return 'lookup';
  }
}

async function* steps(
  client: XClient,
  cursor: Cursor,
  round: CheckRound,
  context: PollContext<XSettings>,
): AsyncGenerator<PollPage, JobEnd> {
  const { now, signal } = context;
  const page = (): PollPage => {
    cursor.check = round;
    return { posts: [], refused: [], cursor: structuredClone(cursor) };
  };
  if (!round.job) {
    const ids = await idsAfter(round.after, context);
    if (ids.length === 0 || signal.aborted) return { deleted: [], changed: [] };
    round.job = await begun(client, round.after, ids, now());
    yield page();
  }
  const { job } = round;
  if (job.seen !== null && now().getTime() - Date.parse(job.seen) < LOOK_EVERY_MS) return 'wait';
  const state = await workedOn(client, job, round, context);
  if (state.status === 'complete') return results(state, context);
  job.seen = now().toISOString();
  yield page();
  const isLost = state.status !== 'in_progress' || now().getTime() - Date.parse(job.begun) > LONGEST_JOB_MS;
  if (!isLost) return 'wait';
  round.job = null;
  round.noJobsUntil = new Date(now().getTime() + LONGEST_JOB_MS).toISOString();
  return 'lookup';
}

/** The name tells which ids a job is about, so that it is known again. */
async function begun(client: XClient, after: string | null, ids: readonly string[], now: Date): Promise<Job> {
  const last = ids.length < MOST_IDS ? null : ids.at(-1)!;
  const { id } = await begin(client, `${NAME} ${after ?? 'start'} ${last ?? 'end'}`);
  return { id, last, begun: now.toISOString(), seen: null };
}

/** @returns how far X is, once the ids are handed over */
async function workedOn(client: XClient, job: Job, round: CheckRound, context: PollContext<XSettings>): Promise<Known> {
  const state = await jobById(client, job.id);
  if (state.status !== 'created') return state;
  await upload(state, await idsAfter(round.after, context, job.last), context);
  return jobById(client, job.id);
}

/** Creates a job, or takes up the one of this name that was created before the program died. */
async function begin(client: XClient, name: string): Promise<Pick<Job, 'id'>> {
  try {
    return { id: readJob((await client.postAsApp('compliance/jobs', { type: 'tweets', name })).data).id };
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error;
    const { data } = await client.readAsApp('compliance/jobs', { type: 'tweets' });
    const jobs = z.object({ data: z.array(Known).optional() }).safeParse(data).data?.data ?? [];
    const ours = jobs.find((job) => job.name === name && ['created', 'in_progress'].includes(job.status));
    if (ours === undefined) throw error; // another program's
    return { id: ours.id };
  }
}

async function jobById(client: XClient, id: string): Promise<Known> {
  return readJob((await client.readAsApp(`compliance/jobs/${id}`, {})).data);
}

function readJob(data: unknown): Known {
  const read = z.object({ data: Known }).safeParse(data);
  if (!read.success) throw new Unreadable('X did not answer with a compliance job');
  return read.data.data;
}

async function idsAfter(after: string | null, { stored }: PollContext<XSettings>, last: string | null = null): Promise<string[]> {
  const ids: string[] = [];
  for (let from = after; ids.length < MOST_IDS && stored !== undefined;) {
    const part = await stored(from, IDS_A_QUESTION);
    ids.push(...part.filter((id) => /^[0-9]{1,19}$/.test(id)));
    from = part.at(-1) ?? null;
    if (part.length < IDS_A_QUESTION || (last !== null && from !== null && from >= last)) break;
  }
  return ids.slice(0, MOST_IDS);
}

async function upload({ upload_url: url }: Known, ids: string[], context: PollContext<XSettings>): Promise<void> {
  const headers = { 'content-type': 'text/plain', ...credentials(url, context.settings) };
  const answer = await context.http.request({ url: url ?? '', method: 'PUT', headers, body: ids.join('\n'), signal: context.signal, maxRedirects: 0, timeoutMs: 60_000 }); // prettier-ignore
  if (answer.status >= 300) throw Refused.from(answer.status, null, answer.headers);
}

/** The addresses come with the job. They want our token where they are X's own, and must not have it where they are another's. */
function credentials(url: string | null | undefined, settings: XSettings): Record<string, string> {
  const own = new URL(baseOf(settings)).origin === URL.parse(url ?? '')?.origin;
  return own ? { authorization: `Bearer ${settings.bearerToken}` } : {};
}

const Line = z.object({ id: z.string().regex(/^[0-9]{1,19}$/), action: z.string(), redacted_at: z.string().nullish() });

async function results({ download_url: url }: Known, { http, settings, signal, now }: PollContext<XSettings>): Promise<JobEnd> {
  const headers = credentials(url, settings);
  const answer = await http.request({
    url: url ?? '',
    headers,
    signal,
    maxBytes: MOST_RESULT_BYTES,
    maxRedirects: 0,
    timeoutMs: 60_000,
  });
  if (answer.status !== 200) throw Refused.from(answer.status, null, answer.headers);
  const found = { deleted: [] as DeletedPost[], changed: [] as string[] };
  for (const text of answer.body.toString('utf8').split('\n')) {
    const line = parsed(text);
    if (line === null) continue;
    const at = Date.parse(line.redacted_at ?? '');
    if (line.action === 'delete') found.deleted.push({ externalId: line.id, at: new Date(Math.min(Number.isNaN(at) ? Infinity : at, now().getTime())) }); // prettier-ignore
    if (line.action === 'rehydrate') found.changed.push(line.id);
  }
  return found;
}

/** Lines about ids that X cannot read carry no action; a whole answer that is none of ours is a change of schema. */
function parsed(text: string): z.infer<typeof Line> | null {
  if (text.trim() === '') return null;
  try {
    return Line.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    throw new Unreadable('X did not answer with the results of a compliance job');
  }
}
