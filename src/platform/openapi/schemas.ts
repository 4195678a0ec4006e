/** Turns contracts into the schemas of an OpenAPI 3.1 document: those with an id stand once, under components. */
import { z } from 'zod';

export type Json = Record<string, unknown>;

export interface Schemas {
  /** @returns the schema in place: a $ref where it has an id. */
  use(schema: z.ZodType, io: 'input' | 'output'): Json;
  /** All that have an id and were used so far. */
  components(): Record<string, Json>;
}

/** Where a schema differs by direction (a default makes a field optional to send and certain to receive), the sent one is called …Input. */
export function collectSchemas(): Schemas {
  const kept = { input: new Map<string, Json>(), output: new Map<string, Json>() };
  return {
    use(schema, io) {
      const {
        $defs = {},
        $schema: _,
        ...rest
      } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: Record<string, Json> };
      for (const [id, definition] of Object.entries($defs)) kept[io].set(id, tidy(definition, io));
      return tidy(rest, io);
    },
    components: () => Object.fromEntries([...named(kept.output, ''), ...named(kept.input, 'Input')]),
  };
}

const named = (schemas: Map<string, Json>, suffix: string) => [...schemas].map(([id, schema]) => [id + suffix, schema] as const);

/** Points references at the components and leaves an answer open for fields that are added later. */
function tidy(schema: Json, io: 'input' | 'output'): Json {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => {
      if (key === '$ref' && typeof value === 'string')
        return value.replace('#/$defs/', '#/components/schemas/') + (io === 'input' ? 'Input' : '');
      return key === 'additionalProperties' && value === false && io === 'output' ? undefined : value;
    }),
  ) as Json;
}

/** Gives schemas that are equal in both directions one name, the plain one. */
export function joinDirections(document: Json, schemas: Record<string, Json>): Json {
  const both = new Set(Object.keys(schemas).filter((id) => id.endsWith('Input') && mayShare(id, schemas)));
  // A schema may only share its name when all it refers to does, too.
  for (let before = -1; before !== both.size;) {
    before = both.size;
    for (const id of both)
      if (refsOf(schemas[id]).some((ref) => ref.endsWith('Input') && ref in schemas && !both.has(ref))) both.delete(id);
  }
  const shared = Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [both.has(id) ? id.slice(0, -5) : id, schema]));
  const whole = { ...document, components: { ...(document['components'] as Json), schemas: shared } };
  const rename = (ref: string) => (both.has(ref.slice(PREFIX.length)) ? ref.slice(0, -5) : ref);
  return JSON.parse(
    JSON.stringify(whole, (key, value: unknown) => (key === '$ref' && typeof value === 'string' ? rename(value) : value)),
  ) as Json;
}

const PREFIX = '#/components/schemas/';
const refsOf = (schema: unknown) =>
  [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((m) => m[1] ?? '');
const plain = (schema: unknown) => JSON.stringify(schema).replaceAll(/(#\/components\/schemas\/[^"]+?)Input"/g, '$1"');

function mayShare(id: string, schemas: Record<string, Json>): boolean {
  const other = schemas[id.slice(0, -5)];
  return other === undefined || plain(other) === plain(schemas[id]);
}
