/** Opens the line to the filtered stream, or says why there is none and when to try again. */
import { createHash } from 'node:crypto';
import type { Note } from '#libs/contracts/notes.js';
import { OutboundError } from '../../platform/outbound/safe-http.js';
import { StreamRefused } from '../../platform/outbound/safe-stream.js';
import type { StreamRequest } from '../../platform/outbound/safe-stream.js';
import { note } from '../explained.js';
import { waitBeforeOpening } from './back-off.js';
import { baseOf } from './client.js';
import type { StreamState } from './cursor.js';
import { detailOf, NETWORK, pollEndOf } from './failures.js';
import { STREAM_FIELDS } from './names.js';
import { StreamLine, takeUp } from './stream-line.js';
import { digestOf, rulesOf, syncRules } from './stream-rules.js';
import type { PollWork } from './work.js';

/** X sends an empty line every 20 seconds at the latest, and asks to connect anew when nothing came for so long; one may be late. */
const SILENCE_MS = 22_000;
/** A rule that X does not take is put right by a person. */
const RULES_WAIT_MS = 900_000;

/** @returns under which key a line is parked: the app, and where it listens */
export function lineKey({ context: { settings } }: PollWork): string {
  return createHash('sha256')
    .update(`${baseOf(settings)} ${settings.bearerToken}`)
    .digest('hex');
}

/** @returns a line whose rules stand; null: `state` says why there is none, and when to try again */
export async function openLine(work: PollWork, state: StreamState): Promise<StreamLine | null> {
  const { now } = work.context;
  if (state.notBefore !== null && now().getTime() < Date.parse(state.notBefore)) return null;
  const parked = takeUp(lineKey(work));
  let line: StreamLine | null = null;
  try {
    line = parked ?? (await connect(work, state));
    if (await rulesStand(work, state, parked !== null)) return line;
  } catch (error) {
    failed(state, error, now());
  }
  line?.close();
  return null;
}

/** Notes why there is no stream. @param error null: X ended it in order */
export function failed(state: StreamState, error: unknown, now: Date): void {
  state.failures += 1;
  waitFor(state, waitBeforeOpening(error, state.failures, now), now);
  state.note = noteOf(error, now);
}

export function waitFor(state: StreamState, ms: number, now: Date): void {
  state.notBefore = new Date(now.getTime() + ms).toISOString();
}

/** Connected first, so that rules are only touched by who holds the stream: two programs of one app would take them from each other. */
async function connect(work: PollWork, state: StreamState): Promise<StreamLine> {
  const { http, now, signal } = work.context;
  try {
    const line = await StreamLine.open(http, requestOf(work, state), now(), signal);
    Object.assign(state, { fresh: true, dueAt: now().toISOString(), rules: null, notBefore: null });
    return line;
  } catch (error) {
    if (!(error instanceof StreamRefused)) throw error;
    const { status, body } = error;
    const words = body.toString('utf8');
    if (status === 400 && words.includes('backfill_minutes') && !state.noBackfill) {
      state.noBackfill = true;
      return connect(work, state);
    }
    if (status !== 409 || state.rules === 'first') throw error;
    // X opens no stream without a rule.
    state.rules = (await rulesStand(work, state, false)) ? 'first' : state.rules;
    if (state.rules !== 'first') throw error;
    return connect(work, state);
  }
}

function requestOf(work: PollWork, state: StreamState): Omit<StreamRequest, 'signal'> {
  const { settings, now } = work.context;
  const url = new URL(`${baseOf(settings)}/2/tweets/search/stream`);
  for (const [name, value] of Object.entries(STREAM_FIELDS)) url.searchParams.set(name, String(value));
  const missedMs = state.heardAt === null ? 0 : now().getTime() - Date.parse(state.heardAt);
  // Source: X developer documentation, "Recovery and redundancy": up to 5 minutes, with Enterprise access.
  if (settings.access === 'enterprise' && !state.noBackfill && missedMs > 0)
    url.searchParams.set('backfill_minutes', String(Math.min(5, Math.max(1, Math.ceil(missedMs / 60_000)))));
  return { url: url.href, headers: { authorization: `Bearer ${settings.bearerToken}` }, idleMs: SILENCE_MS };
}

async function rulesStand(work: PollWork, state: StreamState, mayStandAlready: boolean): Promise<boolean> {
  const { client, cursor, context } = work;
  const wanted = rulesOf(context.settings, cursor.account?.username ?? null, work.watched.rules);
  const digest = digestOf(wanted);
  if (mayStandAlready && state.rules === digest) return true;
  state.leftOut = null;
  const leaveOut = (why: Note) => (state.leftOut = why);
  const problem = await syncRules(client, wanted, context.settings.access, { leaveOut });
  state.rules = problem === null ? digest : null;
  state.dueAt = context.now().toISOString();
  if (problem === null) return true;
  state.note = problem;
  waitFor(state, RULES_WAIT_MS, context.now());
  return false;
}

function noteOf(error: unknown, now: Date): Note {
  if (error === null) return note('stream-ended', { network: NETWORK });
  if (error instanceof StreamRefused) return noteOfAnswer(error);
  if (error instanceof OutboundError) return note('stream-unheard', { network: NETWORK }, error.message);
  return pollEndOf(error, now).notes[0]!;
}

function noteOfAnswer({ status, body }: StreamRefused): Note {
  const said = bodyOf(body);
  if ((said as { connection_issue?: unknown } | null)?.connection_issue === 'TooManyConnections') return note('x-stream-taken');
  if (status === 429) return note('stream-waits', { network: NETWORK });
  return note('stream-refused', { network: NETWORK, status }, detailOf(said));
}

function bodyOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
