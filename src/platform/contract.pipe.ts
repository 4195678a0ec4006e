/** Checks what comes through a door against its contract (`@Body({ schema })`, `@Query({ schema })`, `@Param('id', { schema })`) and names what does not fit. */
import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { ErrorCode } from '#libs/contracts/error-codes.js';
import { DeskError } from './errors.js';

/** More than this many errors help nobody; the answer says that there are more. */
const SHOWN = 50;

interface Issue {
  readonly message: string;
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined;
}

const pipeFor = (code: ErrorCode) =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => contractError(code, issues) });

@Injectable()
export class ContractPipe implements PipeTransform {
  private readonly body = pipeFor('invalid-body');
  private readonly query = pipeFor('bad-request');
  /** A path parameter that cannot be an id names nothing that exists. */
  private readonly param = pipeFor('not-found');

  /** @throws DeskError `invalid-body`, `bad-request` (query part) or `not-found` (path) with errors [{ at, message }] */
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'param') return this.param.transform(value, metadata);
    if (metadata.type === 'query') return this.query.transform(value, metadata);
    // A request without a body means a body without fields.
    if (metadata.type === 'body') return this.body.transform(value === undefined ? {} : value, metadata);
    return value; // what the guard left on the request
  }
}

/** @returns the refusal that names each place, such as `settings.url` or `texts[3]`. */
export function contractError(code: ErrorCode, issues: readonly Issue[]): DeskError {
  const errors = issues.slice(0, SHOWN).map((issue) => ({ at: placeOf(issue), message: issue.message }));
  const first = errors[0];
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new DeskError(code, first && code !== 'not-found' ? `${first.at || 'it'}: ${first.message}${more}` : undefined, {
    errors,
  });
}

function placeOf(issue: Issue): string {
  const keys = (issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step));
  return keys.reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${key}]` : at ? `${at}.${String(key)}` : String(key)),
    '',
  );
}
