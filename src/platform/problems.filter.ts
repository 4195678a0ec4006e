/** Every error leaves as an RFC 9457 problem document with a stable code; what we did not expect leaves only a reference. */
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { ERRORS, type ErrorCode, type Problem } from '#libs/contracts/error-codes.js';
import { isDatabaseAway } from './database-away.js';
import { DeskError } from './errors.js';
import { referenceOf } from './request-id.js';

/** For errors of Nest, Express and body-parser, which know only a status. */
const BY_STATUS: Record<number, ErrorCode> = {
  401: 'sign-in-required',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'database-away',
};
/** What came in and passed its contract, but is nothing PostgreSQL can hold: by SQLSTATE. */
const UNSTORABLE: Record<string, string> = {
  '22021': 'A text holds the character NUL, which cannot be stored',
  '22P05': 'A text holds the character NUL, which cannot be stored',
  '22007': 'A time cannot be read',
  '22008': 'A time lies outside of what can be stored',
};
const DATABASE_RETRY_SECONDS = 2;

@Catch()
export class ProblemsFilter implements ExceptionFilter {
  private readonly log = new Logger('Problems');

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const response = host.switchToHttp().getResponse<Response>();
    const known = toDeskError(error);
    const reference = referenceOf(response);
    if (known.code === 'internal') this.log.error({ err: error, reference }, 'A request failed for a reason of ours');
    else if (known.code === 'database-away')
      this.log.warn({ reference, reason: (error as Error).message }, 'The database is away');
    if (response.headersSent) return void response.destroy();
    if (known.details.retryAfterSeconds !== undefined)
      response.setHeader('Retry-After', String(Math.ceil(known.details.retryAfterSeconds)));
    if (known.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="earshot"');
    const problem = JSON.stringify(toProblem(known, reference));
    response.status(known.status).setHeader('Content-Type', 'application/problem+json').end(problem);
  }
}

/** @returns the error as one of ours: itself, or what it means to whoever asked */
export function toDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  if (isDatabaseAway(error)) return new DeskError('database-away', undefined, { retryAfterSeconds: DATABASE_RETRY_SECONDS });
  const unstorable = UNSTORABLE[String((error as { code?: unknown } | null)?.code)];
  if (unstorable) return new DeskError('bad-request', unstorable);
  const status = clientStatusOf(error);
  if (status === null) return new DeskError('internal');
  const code = BY_STATUS[status] ?? 'bad-request';
  const retry = code === 'database-away' ? { retryAfterSeconds: DATABASE_RETRY_SECONDS } : {};
  return new DeskError(code, code === 'bad-request' ? plainReason(error) : undefined, retry);
}

/** @returns the status when it is the caller's matter (4xx) or "not ready" (503); null: a fault of ours */
function clientStatusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus() < 500 || error.getStatus() === 503 ? error.getStatus() : null;
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 && expose !== false ? status : null;
}

/** What body-parser says of unreadable JSON tells where it broke; other causes keep to the title. */
function plainReason(error: unknown): string | undefined {
  const inner = (error as { cause?: unknown }).cause ?? error;
  if (inner instanceof SyntaxError) return `The body is not JSON: ${inner.message}`.slice(0, 300);
  if (inner instanceof URIError) return 'The address holds a character that cannot be decoded';
  return error instanceof HttpException ? error.message : undefined;
}

/** @returns the document; `instance` is the reference that stands in the log, too */
export function toProblem(error: DeskError, reference: string): Problem {
  const { title } = ERRORS[error.code];
  const detail = error.code === 'internal' ? `Reference for whoever looks after the desk: ${reference}` : error.message;
  return {
    type: `urn:earshot:problem:${error.code}`,
    title,
    status: error.status,
    code: error.code,
    ...(detail === title ? {} : { detail }),
    instance: `urn:earshot:request:${reference}`,
    ...(error.details.errors?.length ? { errors: error.details.errors } : {}),
    ...(error.details.data ? { data: error.details.data } : {}),
  };
}
