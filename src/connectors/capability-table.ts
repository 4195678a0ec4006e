/** The table of what each connector can do, in Markdown, made from what they declare and what they are. */
import type { Connector, Listening, Telling } from './connector.js';

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

/** @returns the whole of docs/connectors.md */
export function capabilityTable(connectors: readonly Connector[]): string {
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
