/** Every function of the database that is defined anew when it changes; in the order in which they need each other. */
import type { FunctionDefinition } from './apply-functions.js';
import { STORE_BATCH } from './store-batch.js';
import { SAVE_CHANGES } from './save-changes.js';
import { READ_CASES } from './read-cases.js';

export const FUNCTIONS: readonly FunctionDefinition[] = [STORE_BATCH, READ_CASES, SAVE_CHANGES];
