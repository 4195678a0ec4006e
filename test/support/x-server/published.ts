/** Checks the local X against X's published description where it is at hand, else against our own short shapes of it. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import type { Exchange } from '../x-server.js';

/** The description may be used in tests but not carried in this repository. */
const PLACES = ['../shared/data/contracts/x/openapi.json', '../../shared/data/contracts/x/openapi.json'];

export interface Published {
  /** Where the truth came from. */
  from: 'openapi' | 'own shapes';
  /** @returns what is wrong with a question and its answer; empty when nothing is */
  faults(exchange: Exchange): string[];
  /** @returns what is wrong with a message of the filtered stream */
  streamFaults(message: unknown): string[];
}

/** @returns a check that knows all routes of the server */
export function published(): Published {
  const place = PLACES.find((path) => existsSync(path));
  return place === undefined ? ownShapes() : new OpenApi(JSON.parse(readFileSync(place, 'utf8')) as Description);
}

type Schema = Record<string, unknown>;
interface Operation {
  parameters?: (Schema & { name?: string; in?: string; required?: boolean; schema?: Schema; $ref?: string })[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; parameters: Record<string, Schema> };
}

class OpenApi implements Published {
  readonly from = 'openapi';
  private readonly ajv: Ajv;
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly description: Description) {
    this.ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(this.ajv);
    for (const format of ['int32', 'int64']) this.ajv.addFormat(format, true);
    // Unknown fields are not forbidden by the description: closing its objects finds what it does not know.
    this.ajv.addSchema({ $id: 'x', components: { schemas: closed(description.components.schemas) } });
  }

  faults(exchange: Exchange): string[] {
    if (exchange.route?.startsWith('/files/')) return []; // addresses that come with a compliance job are not described
    const operation = this.description.paths[exchange.route ?? '']?.[exchange.method.toLowerCase()];
    if (operation === undefined) return [`${exchange.method} ${exchange.path} is not described`];
    return [
      ...this.queryFaults(operation, exchange),
      ...this.bodyFaults(operation, exchange),
      ...this.answerFaults(operation, exchange),
    ];
  }

  streamFaults(message: unknown): string[] {
    return this.check({ $ref: '#/components/schemas/StreamPostsResponse' }, message, 'message');
  }

  private queryFaults(operation: Operation, { query }: Exchange): string[] {
    const known = (operation.parameters ?? []).map(
      (p) => (p.$ref ? this.parameter(p.$ref) : p) as NonNullable<Operation['parameters']>[0],
    );
    const asked = known.filter((p) => p.in === 'query');
    const unknown = [...query.keys()]
      .filter((name) => !asked.some((p) => p.name === name))
      .map((name) => `parameter ${name} is not known`);
    const wrong = asked.flatMap((p) => {
      const text = query.get(p.name ?? '');
      if (text === null) return p.required === true ? [`parameter ${p.name} is missing`] : [];
      const type = p.schema?.['type'];
      const value =
        type === 'array' ? text.split(',') : type === 'integer' ? Number(text) : type === 'boolean' ? text === 'true' : text;
      return this.check({ type: 'object', properties: { value: p.schema } }, { value }, `parameter ${p.name}`);
    });
    return [...unknown, ...wrong];
  }

  private bodyFaults(operation: Operation, { requestBody }: Exchange): string[] {
    const schema = operation.requestBody?.content['application/json']?.schema;
    return schema === undefined ? [] : this.check(schema, requestBody, 'body of the question');
  }

  private answerFaults(operation: Operation, { status, body }: Exchange): string[] {
    // Documented in "Handling disconnections", and not in the description.
    if ((body as { type?: string } | null)?.type?.endsWith('/streaming-connection')) return [];
    const answer = operation.responses[String(status)] ?? operation.responses['default'];
    if (body === null && status === 200) return []; // a stream: its messages are looked at one by one
    const isProblem = status >= 400 && (body as { type?: string } | null)?.type !== undefined;
    const schema = answer?.content?.[isProblem ? 'application/problem+json' : 'application/json']?.schema;
    return schema === undefined ? [`status ${status} is not described`] : this.check(schema, body, 'answer');
  }

  private parameter(ref: string): Schema {
    return this.description.components.parameters[ref.split('/').at(-1)!]!;
  }

  private check(schema: Schema, value: unknown, what: string): string[] {
    const key = JSON.stringify(schema);
    const validate = this.compiled.get(key) ?? this.ajv.compile(pointed(schema) as Schema);
    this.compiled.set(key, validate);
    if (validate(structuredClone(value))) return [];
    return (validate.errors ?? []).map((e: ErrorObject) => `${what}${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`);
  }
}

/** @returns the schemas with every object that lists properties closed to others, and references made absolute */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const entries = Object.entries(schema).filter(([key]) => key !== 'discriminator' && key !== 'example');
  const made = Object.fromEntries(entries.map(([key, value]) => [key, closed(value)]));
  return made['type'] === 'object' && made['properties'] !== undefined ? { additionalProperties: false, ...made } : made;
}

function pointed(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"x#/components'));
}

function ownShapes(): Published {
  const id = z.string().regex(/^[0-9]{1,19}$/);
  const post = z.object({ id, text: z.string(), author_id: id.optional(), created_at: z.iso.datetime().optional() });
  const meta = z.object({
    result_count: z.int(),
    newest_id: id.optional(),
    oldest_id: id.optional(),
    next_token: z.string().min(1).optional(),
  });
  const list = z.object({ data: z.array(post).optional(), includes: z.object({}).optional(), meta });
  const problem = z.union([
    z.object({ type: z.string(), title: z.string(), detail: z.string() }),
    z.object({ code: z.int(), message: z.string() }),
  ]);
  const rule = z.object({ id, value: z.string(), tag: z.string().optional() });
  const job = z.object({ id, type: z.string(), status: z.string(), upload_url: z.string(), download_url: z.string() });
  const shapes: Record<string, z.ZodType> = {
    'GET /2/tweets/search/recent': list,
    'GET /2/users/{id}/mentions': list,
    'GET /2/users/{id}/tweets': list,
    'GET /2/users/me': z.object({ data: z.object({ id, username: z.string(), name: z.string() }) }),
    'GET /2/tweets': z.object({ data: z.array(post).optional(), errors: z.array(problem).optional() }),
    'GET /2/tweets/{id}': z.object({ data: post.optional(), errors: z.array(problem).optional() }),
    'POST /2/tweets': z.object({ data: z.object({ id, text: z.string() }) }),
    'GET /2/tweets/search/stream': z.null(),
    'GET /2/tweets/search/stream/rules': z.object({ data: z.array(rule).optional(), meta: z.object({ result_count: z.int() }) }),
    'POST /2/tweets/search/stream/rules': z.object({
      data: z.array(rule).optional(),
      errors: z.array(problem).optional(),
      meta: z.object({ sent: z.string(), summary: z.object({}).loose() }),
    }),
    'GET /2/tweets/search/stream/rules/counts': z.object({ data: z.object({ cap_per_project: z.string() }).loose() }),
    'GET /2/compliance/jobs': z.object({ data: z.array(job).optional(), meta: z.object({ result_count: z.int() }) }),
    'POST /2/compliance/jobs': z.object({ data: job }),
    'GET /2/compliance/jobs/{id}': z.object({ data: job }),
    'PUT /files/{id}/upload': z.unknown(),
    'GET /files/{id}/download': z.string(),
  };
  const message = z.object({ data: post, matching_rules: z.array(z.object({ id })) });
  const issuesOf = (read: z.ZodSafeParseResult<unknown>) =>
    read.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  return {
    from: 'own shapes',
    faults: ({ method, route, status, body }) => {
      const shape = status >= 400 ? problem : shapes[`${method} ${route}`];
      const read = shape?.safeParse(body);
      return read === undefined ? [`${method} ${route} has no shape`] : issuesOf(read);
    },
    streamFaults: (sent) => issuesOf(message.safeParse(sent)),
  };
}
