/** Where the program starts: first how its files find each other, then everything else. */
import { shortenImports } from './short-imports.js';

shortenImports();
await import('./run.js');
