// A file imports its own folder or a lower floor. Never sideways (floors 2 to 4), never up. See docs/ARCHITECTURE.md.
// prettier-ignore
const FLOORS = [
  ['libs'],
  ['src/platform', 'src/database', 'src/outbox'],
  ['src/connectors', 'src/notifiers', 'src/clocks'],
  ['src/desk', 'src/mentions', 'src/watches', 'src/sources', 'src/people', 'src/analyse', 'src/standards'],
  ['src/ingest', 'src/rescoring', 'src/retention', 'src/replies', 'src/acknowledgements', 'src/escalations', 'src/live', 'src/reports'],
  ['src/demo'],
];
const any = (list) => `^(${list.join('|')})/`;
const rules = [];
FLOORS.forEach((floor, i) => {
  const above = FLOORS.slice(i + 1).flat();
  if (above.length)
    rules.push({
      name: 'no-import-from-a-higher-floor',
      severity: 'error',
      from: { path: any(floor) },
      to: { path: any(above) },
    });
  if (i >= 2)
    rules.push({
      name: 'no-import-sideways',
      severity: 'error',
      from: { path: `^(${floor.join('|')})/` },
      to: { path: any(floor), pathNot: '^$1/' },
    });
});
module.exports = {
  forbidden: [
    ...rules,
    { name: 'every-folder-has-a-floor', severity: 'error', from: { path: '^src/[^/]+/', pathNot: any(FLOORS.flat()) }, to: {} },
    {
      name: 'nobody-imports-the-roof',
      severity: 'error',
      from: { path: '^(src/[^/]+|libs|web)/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'libs-are-pure',
      severity: 'error',
      from: { path: '^libs/', pathNot: 'spec\\.ts$' },
      to: {
        path: '^(src|web)/|node_modules/(@nestjs|typeorm|pg|socket\\.io|twitter-api-v2|rss-parser|undici)|^(node:)?(fs|net|http|https|child_process|dns)(/|$)',
      },
    },
    {
      name: 'connectors-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/connectors/([^/]+)/' },
      to: { path: '^src/connectors/[^/]+/', pathNot: '^src/connectors/$1/' },
    },
    {
      name: 'web-uses-contracts-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|libs)/', pathNot: '^libs/contracts/' },
    },
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/[^/]+/', pathNot: '^web/src/features/$1/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'spec\\.ts$' },
  },
};
