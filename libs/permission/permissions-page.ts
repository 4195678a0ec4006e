/** The permission tables as a page for people: docs/permissions.md is made from it, and a test fails when the page is stale. */
import type { MessageKind } from '#libs/contracts/permission.js';
import { MESSAGE_KINDS } from '#libs/contracts/permission.js';
import { NETWORK_TABLES } from './all-networks.js';
import { DEFAULT_LIMITS, FACTS, type Fact } from './facts.js';
import { GENERAL_RULES } from './general-rules.js';
import type { NetworkTable, PermissionRule } from './rule.js';

const KINDS: Record<MessageKind, string> = {
  'automatic-acknowledgement': 'acknowledgement by machine',
  acknowledgement: 'acknowledgement by hand',
  reply: 'reply',
  'private-reply': 'private reply',
};
const VERDICTS = { automatic: 'automatic', 'by-a-person': 'by a person', 'private-only': 'private only', never: 'never' };

const HEAD = `# What each network permits

Generated from \`libs/permission\` by \`npm run docs:permissions\`; a test fails when this page is stale. Change the tables, not the page.

Before anything is said, Earshot asks: what is about to be said (${MESSAGE_KINDS.map((kind) => KINDS[kind]).join(', ')}), where, and which facts hold. In a network's
table the first rule that applies decides. The general rules hold on every network; all that apply are shown. The strictest verdict stands:
*automatic*, *by a person*, *private only*, *never*. "By hand there" means that the desk cannot send it: the prepared text is copied, the post opens in its own
network, and the answer is timed when it is seen there. A webhook or an invented post that says which network it is from obeys that network's table as well.

A machine leaves posts alone that are older than ${DEFAULT_LIMITS.oldAfterSeconds / 3600} hours or were heard more than ${DEFAULT_LIMITS.lateAfterSeconds / 60} minutes late, authors with
${DEFAULT_LIMITS.vipFollowers.toLocaleString('en')} followers or more, and posts whose intent the scorer gives less than ${DEFAULT_LIMITS.leastConfidence * 100} %. Words in posts are found by the lists in
\`libs/scoring/signals\`, in English, Turkish and Slovak.
`;

/** @returns docs/permissions.md, whole */
export function permissionsPage(): string {
  const general = ['## On every network', '', table(GENERAL_RULES)];
  const networks = NETWORK_TABLES.flatMap((network) => [
    '',
    `## ${network.name}`,
    '',
    table(network.rules),
    '',
    sources(network),
  ]);
  const facts = [
    '',
    '## The facts',
    '',
    '| fact | meaning |',
    '|---|---|',
    ...Object.entries(FACTS).map(([fact, text]) => `| ${fact} | ${text} |`),
  ];
  return `${[HEAD, ...general, ...networks, ...facts].join('\n')}\n`;
}

function table(rules: readonly PermissionRule[]): string {
  const rows = rules.map(
    (rule) => `| ${rule.kinds.map((kind) => KINDS[kind]).join(', ')} | ${when(rule)} | ${verdict(rule)} | \`${rule.id}\` |`,
  );
  return ['| what | when | verdict | rule |', '|---|---|---|---|', ...rows].join('\n');
}

function when({ all = [], none = [] }: PermissionRule): string {
  const parts = [
    ...all.map((fact: Fact) => FACTS[fact]),
    ...(none.length > 0 ? [`not: ${none.map((fact) => FACTS[fact]).join('; nor: ')}`] : []),
  ];
  return parts.length === 0 ? 'otherwise' : parts.join(', and ');
}

function verdict({ verdict: word, via }: PermissionRule): string {
  return via === 'own-network' && word !== 'never' ? `${VERDICTS[word]}, by hand there` : VERDICTS[word];
}

function sources({ rules }: NetworkTable): string {
  const cited = [...new Map(rules.map(({ source }) => [source.text, source])).values()];
  return cited.map(({ text, where, checked }) => `- ${text} (${where}; looked at ${checked})`).join('\n');
}
