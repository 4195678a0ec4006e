/** The API's description is a valid OpenAPI 3.1 document and says everything about every route. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { listRoutes, type Route } from '../../src/platform/openapi/routes.js';
import { collectSchemas, joinDirections } from '../../src/platform/openapi/schemas.js';
import { startDesk, type Desk } from '../support/desk.js';

/** What other programs want as they know it. */
const PLAIN = new Set(['get /metrics', 'get /api/v1/sources/{id}/webhook']);

/** The shape that the specification (OpenAPI 3.1, chapter 4) asks for, as far as this document uses it. */
const JsonSchema = z.looseObject({});
const Content = z.record(z.string().includes('/'), z.strictObject({ schema: JsonSchema }));
const Parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string().optional(),
  schema: JsonSchema,
});
const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(5),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(Parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean(), description: z.string().optional(), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: Content.optional() }),
  ),
});
const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string(), description: z.string() })),
  tags: z.array(z.strictObject({ name: z.string() })),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), Operation)),
  components: z.strictObject({
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.string() })),
    schemas: z.record(z.string(), JsonSchema),
  }),
});
type Document = z.infer<typeof Document>;

let desk: Desk;
let routes: Route[];
let document: Document;
let operations: { path: string; method: string; operation: z.infer<typeof Operation> }[];

beforeAll(async () => {
  desk = await startDesk();
  // The description and its page do not describe themselves.
  routes = listRoutes(desk.app.get(DiscoveryService), desk.app.get(MetadataScanner)).filter(
    (route) => !/^\/api\/(docs|openapi)/.test(route.path),
  );
  document = Document.parse(await (await fetch(`${desk.url}/api/openapi.json`)).json());
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}, 60_000);
afterAll(() => desk.stop());

/** Answers that are files for spreadsheets. */
const CSV = ['/api/v1/acknowledgements/export', '/api/v1/replies/export', '/api/v1/standards/attainment/export'];

describe('the OpenAPI document', () => {
  it('holds every route of the API, with a summary, a tag and what it answers', () => {
    expect(routes.length).toBeGreaterThan(8);
    const unmarked = routes
      .filter((route) => !route.summary || !route.answer || !route.tag)
      .map((route) => `${route.method} ${route.path}`);
    expect(unmarked).toEqual([]);
    expect(operations.map((o) => `${o.method.toUpperCase()} ${o.path.replace(/\{(\w+)\}/g, ':$1')}`).sort()).toEqual(
      routes.map((route) => `${route.method} ${route.path}`).sort(),
    );
  });

  it('says for every operation how it succeeds, with a schema unless it answers nothing', () => {
    for (const { path, method, operation } of operations) {
      const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
      expect(successes).toHaveLength(1);
      for (const [status, answer] of successes)
        expect(Object.keys(answer.content ?? {})).toEqual(
          status === '204'
            ? []
            : [
                PLAIN.has(`${method} ${path}`)
                  ? 'text/plain'
                  : CSV.includes(path)
                    ? 'text/csv'
                    : path.endsWith('/content')
                      ? 'image/*'
                      : 'application/json',
              ],
        );
      expect(operation.responses['500']?.content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
    }
  });

  it('names operations once, and every path part as a parameter', () => {
    const ids = operations.map((o) => o.operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
      expect(
        (operation.parameters ?? [])
          .filter((p) => p.in === 'path')
          .map((p) => p.name)
          .sort(),
      ).toEqual(inPath.sort());
    }
  });

  it('refers only to what is there, and its schemas are JSON Schema 2020-12', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((m) => m[1] ?? '');
    expect(refs.length).toBeGreaterThan(20);
    for (const ref of refs)
      expect(Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`)).toContain(ref);
    for (const { operation } of operations)
      for (const scheme of operation.security.flatMap((s) => Object.keys(s)))
        expect(Object.keys(document.components.securitySchemes)).toContain(scheme);
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'desk', ...document });
    for (const id of Object.keys(document.components.schemas))
      expect(ajv.getSchema(`desk#/components/schemas/${id}`)).toBeInstanceOf(Function);
  });

  it('describes what is really answered', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'desk', ...document });
    const problem = await (await fetch(`${desk.url}/api/v1/me`)).json();
    expect(ajv.validate({ $ref: 'desk#/components/schemas/Problem' }, problem)).toBe(true);
    expect(ajv.validate({ $ref: 'desk#/components/schemas/PersonView' }, problem)).toBe(false);
  });

  it('can be read by people, without scripts', async () => {
    const page = await fetch(`${desk.url}/api/docs`);
    const html = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(html).toContain('/api/v1/people/{id}');
    expect(html).not.toMatch(/<script|https?:\/\//);
  });
});

describe('one schema in two directions', () => {
  const Leaf = z.object({ n: z.int().default(1) }).meta({ id: 'Leaf' });
  const Same = z.object({ s: z.string() }).meta({ id: 'Same' });
  const Tree = z.object({ leaf: Leaf, same: Same }).meta({ id: 'Tree' });

  it('gets two names where it differs, also deep inside, and one where it does not', () => {
    const schemas = collectSchemas();
    const sent = schemas.use(Tree, 'input');
    const received = schemas.use(Tree, 'output');
    const document = joinDirections({ sent, received }, schemas.components()) as {
      sent: object;
      received: object;
      components: { schemas: object };
    };
    expect(Object.keys(document.components.schemas).sort()).toEqual(['Leaf', 'LeafInput', 'Same', 'Tree', 'TreeInput']);
    expect(document.sent).toEqual({ $ref: '#/components/schemas/TreeInput' });
    expect(document.received).toEqual({ $ref: '#/components/schemas/Tree' });
    expect(JSON.stringify(document.components.schemas)).toContain('#/components/schemas/LeafInput');
    expect(JSON.stringify(document.components.schemas)).not.toContain('SameInput');
  });
});
