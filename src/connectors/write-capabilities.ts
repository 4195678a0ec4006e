/** `npm run docs:connectors` writes docs/connectors.md. */
import { writeFileSync } from 'node:fs';
import { ALL_CONNECTORS } from './all-connectors.js';
import { capabilityTable } from './capability-table.js';

writeFileSync('docs/connectors.md', capabilityTable(ALL_CONNECTORS));
