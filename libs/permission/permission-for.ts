/** The verdict: may this message go out, by whom, which way, and by which rules. A pure function of facts. */
import { PERMISSION_VERDICTS, type MessageKind, type PermissionVerdict, type PermissionWay } from '#libs/contracts/permission.js';
import { tableOf } from './all-networks.js';
import type { Fact } from './facts.js';
import { GENERAL_RULES } from './general-rules.js';
import { EVERY, type PermissionRule } from './rule.js';

export interface Permission {
  readonly kind: MessageKind;
  readonly verdict: PermissionVerdict;
  readonly via: PermissionWay;
  readonly rule: string;
  readonly reason: string;
  /** Every rule that applies, the one that decides first. */
  readonly because: readonly PermissionRule[];
}

/** For a network without a table: people may write there, machines never. */
const UNKNOWN: PermissionRule = {
  id: 'unknown-network',
  kinds: EVERY,
  verdict: 'by-a-person',
  via: 'own-network',
  reason: 'unknown-network',
  source: { text: 'Nobody has looked up what this network permits.', where: 'Rule of the house', checked: '2026-11' },
};

const strictness = (rule: PermissionRule) => PERMISSION_VERDICTS.indexOf(rule.verdict);

/**
 * @param kind what is about to be said
 * @param networks names under which the place is known, such as the kind of its source and the network of the post; the tables of all hold
 * @param facts that hold, from factsOf
 */
export function permissionFor(kind: MessageKind, networks: readonly string[], facts: ReadonlySet<Fact>): Permission {
  const tables = [...new Set(networks.flatMap((network) => tableOf(network) ?? []))];
  const general = GENERAL_RULES.filter((rule) => applies(rule, kind, facts));
  const ofTables = tables.flatMap(({ rules }) => rules.find((rule) => applies(rule, kind, facts)) ?? []);
  const found = [...(tables.length === 0 ? [UNKNOWN] : ofTables), ...general];
  // A stable sort: of equally strict rules the network's own comes first.
  const because = found.toSorted((a, b) => strictness(b) - strictness(a));
  const first = because[0] ?? UNKNOWN;
  // Only the rules of the place say which way leads there.
  const via = found.some((rule) => rule.via === 'own-network') ? 'own-network' : 'desk';
  return { kind, verdict: first.verdict, via, rule: first.id, reason: first.reason, because };
}

/**
 * @param sourceKind of the source that the message would go out by
 * @param network that the post says it is from
 * @returns the names whose tables hold: the way it goes and the place it goes to; what is invented only obeys its place where a machine speaks
 */
export function placesOf(kind: MessageKind, sourceKind: string, network: string): string[] {
  return sourceKind === 'replay' && kind !== 'automatic-acknowledgement' ? [sourceKind] : [sourceKind, network];
}

function applies(rule: PermissionRule, kind: MessageKind, facts: ReadonlySet<Fact>): boolean {
  if (!rule.kinds.includes(kind)) return false;
  return (rule.all ?? []).every((fact) => facts.has(fact)) && !(rule.none ?? []).some((fact) => facts.has(fact));
}
