/** The connections of SafeHttp. undici is loaded with this file: not before the desk asks another server for the first time. */
import { Agent } from 'undici';
import { guardedLookup, type Resolver } from './guarded-lookup.js';

const CONNECT_MS = 10_000;

/** One agent for hosts that an administrator allowed, even if they lead inward, and one for all others. */
interface Pair {
  readonly named: Agent;
  readonly outward: Agent;
}

export class Agents {
  readonly questions: Pair;
  /** Streams stay open: they may not take the places of questions. */
  readonly streams: Pair;

  constructor(resolver: Resolver) {
    this.questions = { outward: agent(resolver, true), named: agent(resolver, false) };
    this.streams = { outward: agent(resolver, true, null), named: agent(resolver, false, null) };
  }

  /** Closes idle connections. */
  async close(): Promise<void> {
    const all = [this.questions, this.streams].flatMap(({ outward, named }) => [outward, named]);
    await Promise.all(all.map((one) => one.destroy()));
  }
}

function agent(resolver: Resolver, publicOnly: boolean, connections: number | null = 8): Agent {
  return new Agent({
    allowH2: false,
    connect: { lookup: guardedLookup(resolver, publicOnly), timeout: CONNECT_MS },
    connections,
    keepAliveTimeout: 4_000,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}
