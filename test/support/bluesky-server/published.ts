/** Checks the local Bluesky, and whoever asks it, against the published lexicons, which the client library carries. */
import { jsonToLex, lexicons } from '@atproto/api';
import type { Exchange } from '../bluesky-server.js';

type Json = Parameters<typeof jsonToLex>[0];

/** What is read of a method's lexicon. */
interface Method {
  type: 'query' | 'procedure';
  parameters?: { properties: Record<string, { type: string }> };
  input?: object;
}

/** @returns what is wrong with a question and its answer by the lexicon of its method; empty when nothing is */
export function lexiconFaults({ method, query, requestBody, status, body }: Exchange): string[] {
  const def = lexicons.getDef(method) as Method | undefined;
  if (def === undefined) return [`${method} has no lexicon`];
  const asked = def.parameters === undefined ? {} : typed(query, def.parameters.properties);
  const unknown = [...query.keys()].filter((name) => !(name in (def.parameters?.properties ?? {})));
  return [
    ...unknown.map((name) => `parameter ${name} is not known`),
    ...(def.parameters === undefined ? [] : faultIn(() => lexicons.assertValidXrpcParams(method, asked))),
    ...(def.type === 'procedure' && def.input !== undefined
      ? faultIn(() => lexicons.assertValidXrpcInput(method, jsonToLex(requestBody as Json)))
      : []),
    ...(status < 300 ? faultIn(() => lexicons.assertValidXrpcOutput(method, jsonToLex(body as Json))) : problemFaults(body)),
    ...(method === 'com.atproto.repo.putRecord' && status < 300 ? recordFaults(requestBody) : []),
  ];
}

/** @returns what is wrong with a record by the lexicon that its collection names */
export function recordFaults(body: unknown): string[] {
  const { collection, record } = body as { collection: string; record: unknown };
  return faultIn(() => lexicons.assertValidRecord(collection, jsonToLex(record as Json)));
}

function problemFaults(body: unknown): string[] {
  return typeof (body as { error?: unknown } | null)?.error === 'string' ? [] : ['an error without a name'];
}

function typed(query: URLSearchParams, properties: Record<string, { type: string }>): Record<string, unknown> {
  const names = [...new Set(query.keys())].filter((name) => name in properties);
  const value = (name: string) => {
    const type = properties[name]!.type;
    if (type === 'array') return query.getAll(name);
    return type === 'integer' ? Number(query.get(name)) : query.get(name);
  };
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

function faultIn(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
