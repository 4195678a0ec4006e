/** What a connector is: the code for one kind of source. A folder that exports one of these, plus one line in all-connectors.ts. */
import type { z } from 'zod';
import type { Note } from '#libs/contracts/notes.js';
import type { SourceKind } from '#libs/contracts/words.js';
import type { Capabilities } from './capabilities.js';
import type { ConnectorContext, OwnAccount } from './connector-context.js';
import type { IncomingPost } from './incoming-post.js';
import type { Replies } from './outgoing-reply.js';
import type { PollContext, PollEnd, PollPage, Received } from './polls.js';

/** What "test connection" tells a person: what works, or what to change. */
export interface TestResult {
  ok: boolean;
  notes: readonly Note[];
  account?: OwnAccount;
  samples: IncomingPost[];
}

export interface Connector<S = unknown> {
  kind: SourceKind;
  capabilities: Capabilities;
  /** Settings with `.meta({ title, description, secret: true })` on their fields; the form on the page is made from it. */
  settings: z.ZodType<S>;
  defaultIntervalSeconds: number;
  poll?(context: PollContext<S>): AsyncGenerator<PollPage, PollEnd>;
  /** How long the network keeps for us what we did not read, in hours; null or left out: no age is too old. */
  reachesBackHours?(settings: S): number | null;
  /** true: with these settings a poll lasts as long as it may and yields posts as they are published. */
  streams?(settings: S): boolean;
  /** For sources that are called from outside: reads a raw, already authenticated body. Throws DeskError when nothing in it can be read. */
  receive?(body: Buffer, context: { now: Date; settings: S }): Received;
  /** Answers the question that some networks ask before they deliver; null: this is not the door they mean. */
  challenge?(query: Record<string, string | undefined>, settings: S): string | null;
  /** Checks that a delivery really comes from whom it should, over the raw body. */
  verify?(body: Buffer, headers: Record<string, string | string[] | undefined>, settings: S, now: Date): boolean;
  replies?: Replies<S>;
  test(context: ConnectorContext<S>): Promise<TestResult>;
}

/** Keeps the type of settings inside the connector while the list of all connectors forgets it. */
export function defineConnector<S>(connector: Connector<S>): Connector {
  return connector as unknown as Connector;
}
