/** Makes the OpenAPI 3.1 document from the routes, their marks and the contracts. Nothing in it is written twice. */
import { z } from 'zod';
import { ERRORS, Problem, type ErrorCode } from '#libs/contracts/error-codes.js';
import type { Route, RoutePart } from './routes.js';
import { collectSchemas, joinDirections, type Json, type Schemas } from './schemas.js';

const ABOUT =
  'Everything the page does, a program can do. Sign in with `POST /api/v1/session` (a cookie) or send `Authorization: Bearer …` with an ' +
  'API token that an administrator made. Lists answer `{items, nextCursor}`: send `nextCursor` back as `cursor` for the next page. ' +
  'Errors are problem documents (RFC 9457) with a stable `code`. Times are ISO 8601 in UTC. What happens live travels over socket.io at the namespace `/live`.';

/** @param routes of the program; those without `@Answers` are not part of the API @param version of the program */
export function makeDocument(routes: Route[], version: string): Json {
  const schemas = collectSchemas();
  const problem = schemas.use(Problem, 'output');
  const shown = routes.filter((route) => route.answer !== undefined);
  const paths: Record<string, Json> = {};
  for (const route of shown) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, schemas, problem) };
  }
  const document: Json = {
    openapi: '3.1.0',
    info: { title: 'Earshot', version, description: ABOUT, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/', description: 'This desk' }],
    tags: [...new Set(shown.map((route) => route.tag ?? 'desk'))].sort().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'earshot.sid', description: 'Set by POST /api/v1/session' },
        token: { type: 'http', scheme: 'bearer', description: 'An API token, esh_…' },
      },
    },
  };
  return joinDirections(document, schemas.components());
}

function operation(route: Route, schemas: Schemas, problem: Json): Json {
  const body = bodyOf(route, schemas);
  const parameters = [...parametersOf(route, schemas), ...headersOf(route)];
  return {
    operationId: route.id,
    tags: [route.tag ?? 'desk'],
    summary: route.summary ?? '',
    ...(Array.isArray(route.access) ? { description: `For: ${route.access.join(', ')}.` } : {}),
    security: route.access === 'public' ? [] : [{ cookie: [] }, { token: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: { ...successOf(route, schemas), ...problemsOf(route, problem) },
  };
}

function successOf({ answer }: Route, schemas: Schemas): Json {
  if (!answer) return {};
  // A bare text is not JSON: figures for Prometheus.
  const type =
    answer.schema instanceof z.ZodString
      ? String(answer.schema.meta()?.['contentMediaType'] ?? 'text/plain')
      : 'application/json';
  const content = answer.schema === null ? {} : { content: { [type]: { schema: schemas.use(answer.schema, 'output') } } };
  return { [String(answer.status)]: { description: answer.description, ...content } };
}

function bodyOf(route: Route, schemas: Schemas): Json | null {
  const schema = route.accepts?.schema ?? route.parts.find((part) => part.from === 'body' && part.schema)?.schema;
  if (!schema) return null;
  const description = route.accepts ? { description: route.accepts.description } : {};
  // A body whose every field may be left out may be left out itself.
  const required = !schema.safeParse({}).success;
  return {
    ...description,
    required,
    content: { [String(schema.meta()?.['contentMediaType'] ?? 'application/json')]: { schema: schemas.use(schema, 'input') } },
  };
}

function parametersOf(route: Route, schemas: Schemas): Json[] {
  return route.parts.flatMap((part): Json[] => {
    if (part.from === 'path')
      return [
        {
          name: part.name,
          in: 'path',
          required: true,
          schema: part.schema ? schemas.use(part.schema, 'input') : { type: 'string' },
        },
      ];
    return part.from === 'query' ? queryOf(part, schemas) : [];
  });
}

function queryOf(part: RoutePart, schemas: Schemas): Json[] {
  if (!part.schema) return [];
  if (part.name !== undefined)
    return [{ name: part.name, in: 'query', required: false, schema: schemas.use(part.schema, 'input') }];
  const shape = part.schema instanceof z.ZodObject ? (part.schema.shape as Record<string, z.ZodType>) : {};
  return Object.entries(shape).map(([name, field]) => {
    const { description, ...schema } = schemas.use(field, 'input');
    return { name, in: 'query', required: !field.safeParse(undefined).success, ...(description ? { description } : {}), schema };
  });
}

function headersOf({ accepts }: Route): Json[] {
  return Object.entries(accepts?.headers ?? {}).map(([name, description]) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  }));
}

/** @returns one answer a status, naming its codes: the route's own, and those its marks imply */
function problemsOf(route: Route, problem: Json): Json {
  const codes = new Set<ErrorCode>(route.answer?.errors ?? []);
  if (route.accepts || route.parts.some((part) => part.from === 'body')) codes.add('invalid-body');
  if (route.parts.some((part) => part.from === 'query')) codes.add('bad-request');
  if (route.parts.some((part) => part.from === 'path')) codes.add('not-found');
  if (route.access !== 'public') codes.add('sign-in-required').add('not-allowed');
  if (route.method !== 'GET') codes.add('cross-site');
  codes.add('internal').add('database-away');
  const answers: Record<string, Json & { description: string }> = {};
  for (const code of codes) {
    const { status, title } = ERRORS[code];
    const before = answers[status]?.description;
    const description = `${before ? `${before}. ` : ''}\`${code}\`: ${title}`;
    answers[status] = { description, content: { 'application/problem+json': { schema: problem } } };
  }
  return answers;
}
