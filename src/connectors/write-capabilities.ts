/** `npm run docs:connectors` writes docs/connectors.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { ALL_CONNECTORS } from './all-connectors.js';
import { capabilityTable, type FaultMatrix } from './capability-table.js';

const faults = JSON.parse(readFileSync('test/contract/fault-matrix.json', 'utf8')) as FaultMatrix;
writeFileSync('docs/connectors.md', capabilityTable(ALL_CONNECTORS, faults));
