/** Tells "the database cannot be reached just now" from every other error. */

/** Codes of PostgreSQL (appendix A): connection exceptions, shutdown, starting up, too many connections; and of the network. */
const CODES = new Set([
  '57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006',
  'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EHOSTUNREACH', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN',
]); // prettier-ignore

/** What pg, its pool and TypeORM say without a code. */
const WORDS =
  /connection terminated|driver not connected|timeout exceeded when trying to connect|timeout expired|connection timeout|client has encountered a connection error|cannot use a pool after calling end|is not connected|connection is not established|not queryable|query runner already released/i;

/** @returns true when trying again in a moment may help because only the database was away. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError, cause, errors } = error as Error & { code?: unknown; driverError?: unknown; errors?: unknown };
  if (typeof code === 'string' && CODES.has(code)) return true;
  if (code === undefined && WORDS.test(error.message)) return true;
  const inner = [driverError, cause, ...(Array.isArray(errors) ? errors : [])];
  return inner.some((part) => part !== error && isDatabaseAway(part));
}
