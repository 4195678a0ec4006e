/** Reads a connector's settings schema: the form it makes, and which of its fields are secret. */
import { z } from 'zod';
import type { SettingsField } from '#libs/contracts/views/source.js';
import type { Connector } from '../connectors/connector.js';

interface FieldSchema {
  type?: string;
  format?: string;
  enum?: unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  title?: string;
  description?: string;
  secret?: boolean;
  sendsSecrets?: boolean;
  advanced?: boolean;
  anyOf?: FieldSchema[];
}
interface ObjectSchema {
  properties?: Record<string, FieldSchema>;
  required?: string[];
}

/** @returns the fields of the settings form, in the order in which the connector lists them */
export function settingsFields(connector: Connector): SettingsField[] {
  const { properties = {}, required = [] } = schemaOf(connector);
  return Object.entries(properties).map(([name, field]) => ({
    name,
    type: typeOf(field),
    required: required.includes(name),
    ...(field.default !== undefined && { default: field.default }),
    ...(field.enum && { choices: field.enum.map(String) }),
    ...limits(field),
    label: field.title ?? name,
    ...(field.description !== undefined && { description: field.description }),
    ...(field.advanced === true && { advanced: true as const }),
  }));
}

/** @returns names of the fields that are stored sealed and never shown */
export function secretNames(connector: Connector): string[] {
  return namesWhere(connector, (field) => field.secret === true);
}

/** @returns names of the addresses to which this connector sends its secrets (`.meta({ sendsSecrets: true })`) */
export function secretAddresses(connector: Connector): string[] {
  return namesWhere(connector, (field) => field.sendsSecrets === true);
}

function namesWhere(connector: Connector, is: (field: FieldSchema) => boolean): string[] {
  return Object.entries(schemaOf(connector).properties ?? {}).flatMap(([name, field]) => (is(field) ? [name] : []));
}

const known = new WeakMap<z.ZodType, ObjectSchema>();

function schemaOf(connector: Connector): ObjectSchema {
  const found = known.get(connector.settings);
  if (found) return found;
  const made = z.toJSONSchema(connector.settings, { io: 'input', unrepresentable: 'any' }) as ObjectSchema;
  known.set(connector.settings, made);
  return made;
}

function typeOf(field: FieldSchema): SettingsField['type'] {
  if (field.secret) return 'secret';
  if (field.enum) return 'choice';
  if (field.type === 'boolean') return 'switch';
  if (field.type === 'number' || field.type === 'integer') return 'number';
  if (field.type === 'array') return 'list';
  const plain = field.anyOf?.find((part) => part.type !== 'null');
  if (plain) return typeOf(plain);
  return field.format === 'uri' ? 'url' : 'text';
}

function limits(field: FieldSchema): { min?: number; max?: number } {
  // JSON Schema states the safe integers as limits of every integer: those help nobody in a form.
  const min = field.minimum !== undefined && field.minimum > Number.MIN_SAFE_INTEGER ? { min: field.minimum } : {};
  const max = field.maximum !== undefined && field.maximum < Number.MAX_SAFE_INTEGER ? { max: field.maximum } : {};
  return { ...min, ...max };
}
