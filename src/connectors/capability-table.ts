/** The table of what each connector can do, in Markdown, made from what they declare and what they are. */
import type { Connector } from './connector.js';
import type { Listening, Telling } from './capabilities.js';

const COLUMNS: [title: string, cell: (connector: Connector) => string][] = [
  ['feed, file', hears('feed', 'file', 'mail')],
  ['search', hears('search', 'hashtags')],
  ['mentions', hears('mentions')],
  ['stream', hears('stream')],
  ['comments, threads', hears('comments', 'threads', 'reviews')],
  ['called', (connector) => mark(connector.receive !== undefined)],
  ['edits', tells('edits')],
  ['deletions', tells('deletions')],
  ['reposts', tells('reposts')],
  ['media', tells('media')],
  ['reach', tells('reach')],
  ['replies', (connector) => mark(connector.replies !== undefined)],
  ['a reply only once', onceBy],
  ['privately', ({ capabilities }) => mark(capabilities.answersPrivately === true)],
];

/** Of each kind of source and each fault: how polls ended in it, as the contract suite saw. */
export type FaultMatrix = Record<string, Record<string, readonly string[]>>;

/** @returns the whole of docs/connectors.md */
export function capabilityTable(connectors: readonly Connector[], faults: FaultMatrix): string {
  const head = ['connector', ...COLUMNS.map(([title]) => title)];
  const rows = connectors.map((one) => [nameOf(one), ...COLUMNS.map(([, cell]) => cell(one))]);
  const words = connectors.map(({ kind, capabilities: c }) => [
    `\`${kind}\``,
    c.listens.join(', '),
    c.tells.join(', '),
    c.reachesBack,
    c.testedAgainst,
  ]);
  return [
    ...TOP,
    ...table(head, rows),
    '',
    '## How they hear, what they tell, and how they were tested',
    '',
    ...table(['connector', 'hears by', 'tells besides words, author and time', 'reaches back', 'tested against'], words),
    '',
    ...BOTTOM,
    '',
    ...FAULTS_TOP,
    ...faultTable(connectors, faults),
    '',
    ...FAULTS_BOTTOM,
    '',
  ].join('\n');
}

const TOP = [
  '# Connectors',
  '',
  '<!-- Made by `npm run docs:connectors` from what the connectors declare and what they are. A test fails when it is stale. -->',
  '',
  'What each kind of source can do. The README beside each connector says more: settings, limits, costs, and what it relies on.',
  '',
];

const BOTTOM = [
  '**Mentions**: what names our account, told by the network. **Called**: the network comes to us. **A reply only once**: how a reply of unknown outcome is kept from being public twice:',
  'the network folds two of one key, we look for it before any retry, or a person decides ([decision 0007](decisions/0007-replies-go-out-once.md)). A blank means that the connector cannot, most often because the network does not offer it.',
  '',
  'None of them has been tested against the network itself: the desk is built and tested without accounts anywhere.',
];

const FAULTS_TOP = [
  '## When something goes wrong',
  '',
  'How a poll ends in each fault, as the contract suite saw it (`npm run docs:faults`); a test fails when one ends otherwise. After each the next poll hears all that was published, none of it twice.',
  '',
];

const FAULTS_BOTTOM = [
  'A blank: it cannot happen there. Who asks once in a poll meets nothing in its middle; mail, the streams, files and what we are called with have wires of their own: lines without end, broken mails,',
  'handshakes that are refused or hang and forged deliveries are in the tests beside those connectors, and “what its network says” holds what was brought about there. A kill of the whole desk at every step is in `test/faults`.',
];

function faultTable(connectors: readonly Connector[], faults: FaultMatrix): string[] {
  const kinds = connectors.map(({ kind }) => kind).filter((kind) => faults[kind] !== undefined);
  const names = [...new Set(kinds.flatMap((kind) => Object.keys(faults[kind] ?? {})))].sort();
  const rows = names.map((name) => [name, ...kinds.map((kind) => (faults[kind]?.[name] ?? []).join(', '))]);
  return table(['fault', ...kinds.map((kind) => `\`${kind}\``)], rows);
}

function nameOf({ kind }: Connector): string {
  return `[\`${kind}\`](../src/connectors/${kind}/README.md)`;
}

function onceBy({ replies, capabilities }: Connector): string {
  if (replies === undefined) return '';
  if (replies.rules.idempotent) return 'by its key';
  return capabilities.cannotLook ? 'a person decides' : 'looked for';
}

function hears(...ways: Listening[]): (connector: Connector) => string {
  return ({ capabilities }) => mark(ways.some((way) => capabilities.listens.includes(way)));
}

function tells(what: Telling): (connector: Connector) => string {
  return ({ capabilities }) => mark(capabilities.tells.includes(what));
}

function mark(can: boolean): string {
  return can ? '✔' : '';
}

function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)];
}
