/** Every function of the database that is defined anew when it changes; in the order in which they need each other. */
import type { FunctionDefinition } from './apply-functions.js';
import { CHANGE_CASE } from './change-case.js';
import { CASE_PAGE, READ_CASE } from './read-case.js';
import { STORE_BATCH } from './store-batch.js';

export const FUNCTIONS: readonly FunctionDefinition[] = [STORE_BATCH, READ_CASE, CASE_PAGE, CHANGE_CASE];
