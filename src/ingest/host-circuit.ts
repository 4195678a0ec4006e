/** A circuit breaker for each server: after repeated silence it is left alone for a while, then asked by one source first. */
import { messageOf } from '#libs/contracts/notes.js';
import type { Tx } from '../database/database.js';
import type { PollResult } from './poll-source.js';

/** Polls in a row, of whichever sources, to which a server gave no answer. */
const OPENS_AFTER = 5;
const FIRST_REST_SECONDS = 15;
const LONGEST_REST_SECONDS = 900;

/** Counts what a poll met: silence opens the circuit, any answer closes it. */
export async function noteAnswer(tx: Tx, { host, outcome, notes }: PollResult, now: Date): Promise<void> {
  if (host === null) return;
  if (outcome !== 'unreachable') return void (await tx.query('delete from host_circuit where host = $1', [host]));
  await tx.query(
    `insert into host_circuit as old (host, failures, message) values ($1, 1, $2)
     on conflict (host) do update set failures = old.failures + 1, message = excluded.message,
       times = case when old.failures + 1 >= ${OPENS_AFTER} then old.times + 1 else old.times end,
       open_until = case when old.failures + 1 >= ${OPENS_AFTER}
         then $3::timestamptz + make_interval(secs => least(${FIRST_REST_SECONDS} * power(2, least(old.times, 10)), ${LONGEST_REST_SECONDS})) end`,
    [host, messageOf(notes), now],
  );
}
