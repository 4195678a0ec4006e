/** Every function of the database that is defined anew when it changes; in the order in which they need each other. */
import type { FunctionDefinition } from './apply-functions.js';
import { STORE_BATCH } from './store-batch.js';
import { STORE_CHANGES } from './store-changes.js';
import { WHOLE_CASES } from './whole-cases.js';

export const FUNCTIONS: readonly FunctionDefinition[] = [STORE_BATCH, WHOLE_CASES, STORE_CHANGES];
