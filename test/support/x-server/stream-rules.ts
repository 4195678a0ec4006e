/** The rules of the filtered stream as the local X keeps them: added and deleted in one call each, checked as X checks them. */
import { defined } from './answers.js';
import { compileQuery } from './query.js';
import { invalid, Refusal, type Answer, type Asked } from './refusal.js';
import type { Rules } from './routes.js';
import type { StreamRule, XWorld } from './world.js';

/** Source: X documentation, "Filtered Stream", access levels. */
const LIMITS = { 'self-serve': { length: 1024, count: 1000 }, enterprise: { length: 2048, count: 25_000 } };

export function listRules(_asked: Asked, world: XWorld): Answer {
  const data = world.streamRules.map(shown);
  return { status: 200, body: defined({ data: data.length > 0 ? data : undefined, meta: { result_count: data.length } }) };
}

export function countRules(_asked: Asked, world: XWorld, rules: Rules): Answer {
  const count = world.streamRules.length;
  const cap = String(mostRules(rules));
  const data = { client_app_rules_count: { client_app_id: '1', rule_count: count }, cap_per_client_app: cap, cap_per_project: cap, project_rules_count: String(count) }; // prettier-ignore
  return { status: 200, body: { data } };
}

export function changeRules(asked: Asked, world: XWorld, rules: Rules): Answer {
  const body = (asked.body ?? {}) as { add?: { value: string; tag?: string }[]; delete?: { ids?: string[] } };
  if ((body.add === undefined) === (body.delete === undefined)) throw new Refusal(invalid('add', '', 'Exactly one of add and delete must be given')); // prettier-ignore
  const dry = asked.query.get('dry_run') === 'true';
  return body.delete === undefined
    ? addRules(body.add ?? [], { world, rules, dry })
    : deleteRules(body.delete.ids ?? [], world, dry);
}

interface Adding {
  world: XWorld;
  rules: Rules;
  dry: boolean;
}

function addRules(wanted: { value: string; tag?: string }[], { world, rules, dry }: Adding): Answer {
  if (world.streamRules.length + wanted.length > mostRules(rules))
    throw new Refusal(invalid('add', '', `Rules cap exceeded: at most ${mostRules(rules)}`));
  const made: StreamRule[] = [];
  const errors: unknown[] = [];
  for (const { value, tag } of wanted) {
    const wrong = whatIsWrong(value, world, rules);
    if (wrong !== null) errors.push(invalid('add', value, wrong).body);
    else made.push({ id: world.nextRuleId(), value, ...(tag === undefined ? {} : { tag }) });
  }
  if (!dry) world.streamRules.push(...made);
  const summary = { created: made.length, not_created: errors.length, valid: made.length, invalid: errors.length };
  const body = { data: made.length > 0 ? made.map(shown) : undefined, errors: errors.length > 0 ? errors : undefined };
  return { status: 200, body: { ...defined(body), meta: { sent: world.now().toISOString(), summary } } };
}

function deleteRules(ids: string[], world: XWorld, dry: boolean): Answer {
  const known = ids.filter((id) => world.streamRules.some((rule) => rule.id === id));
  const errors = ids.filter((id) => !known.includes(id)).map((id) => invalid('delete', id, 'There is no such rule').body);
  if (!dry) world.streamRules = world.streamRules.filter((rule) => !known.includes(rule.id));
  const summary = { deleted: known.length, not_deleted: errors.length };
  return {
    status: 200,
    body: { ...defined({ errors: errors.length > 0 ? errors : undefined }), meta: { sent: world.now().toISOString(), summary } },
  };
}

function whatIsWrong(value: string, world: XWorld, rules: Rules): string | null {
  if (value.length > LIMITS[rules.plan].length) return `The rule has more than ${LIMITS[rules.plan].length} characters`;
  if (rules.refuses?.test(value)) return 'The rule asks for what is not offered';
  if (world.streamRules.some((rule) => rule.value === value)) return 'There is such a rule already (DuplicateRule)';
  try {
    compileQuery(value);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function mostRules(rules: Rules): number {
  return rules.mostRules ?? LIMITS[rules.plan].count;
}

function shown({ id, value, tag }: StreamRule): Record<string, unknown> {
  return defined({ id, value, tag });
}
