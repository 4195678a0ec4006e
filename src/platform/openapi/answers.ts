/** What a route answers and what it is for, said once beside it; the OpenAPI document is made from these marks and the contracts. */
import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { ErrorCode } from '#libs/contracts/error-codes.js';

export const ANSWERS = 'earshot:answers';
export const SUMMARY = 'earshot:summary';
export const TAG = 'earshot:tag';

export interface Answer {
  status: number;
  /** null: an answer without a body. */
  schema: z.ZodType | null;
  description: string;
  /** Refusals that are this route's own; those every route may give are added by themselves. */
  errors: readonly ErrorCode[];
}

/**
 * @param status of success
 * @param schema of its body, such as `CaseView` or `pageOf(CaseCard)`; null: no body
 * @param description what the body is, in a few words
 * @param errors codes this route may refuse with
 */
export const Answers = (status: number, schema: z.ZodType | null, description: string, errors: readonly ErrorCode[] = []) =>
  SetMetadata(ANSWERS, { status, schema, description, errors } satisfies Answer);

export const ACCEPTS = 'earshot:accepts';

export interface Accepted {
  schema: z.ZodType;
  description: string;
  /** Headers by name, each with what it holds. */
  headers: Readonly<Record<string, string>>;
}

/** For a route that reads its body raw (a signed delivery): what the body and its headers are. Others name their body in `@Body({ schema })`. */
export const Accepts = (schema: z.ZodType, description: string, headers: Record<string, string> = {}) =>
  SetMetadata(ACCEPTS, { schema, description, headers } satisfies Accepted);

/** One short sentence: what the route does. */
export const Summary = (summary: string) => SetMetadata(SUMMARY, summary);

/** On the controller: the group its routes are listed under. */
export const Tag = (tag: string) => SetMetadata(TAG, tag);
