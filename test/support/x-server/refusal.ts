/** What is asked of the local X, what it answers, and how it says no. */
import type { XUser } from './world.js';

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** Who asks: an account, or just a program. */
  as: XUser | 'app';
}

export interface Answer {
  status: number;
  body: unknown;
  /** The body is a text, not JSON. */
  isText?: boolean;
}

/** Thrown by a route that refuses; carries what X would answer. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super('refused');
  }
}

export function problem(status: number, kind: string, title: string, detail: string, more: object = {}): Answer {
  return { status, body: { type: `https://api.x.com/2/problems/${kind}`, title, detail, status, ...more } };
}

export function invalid(parameter: string, value: string, detail: string): Answer {
  return problem(400, 'invalid-request', 'Invalid Request', detail, { parameter, value });
}

export function forbidden(detail: string): Answer {
  return problem(403, 'not-authorized-for-resource', 'Forbidden', detail, { resource_type: 'post' });
}
