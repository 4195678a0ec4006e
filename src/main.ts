/** Where the program starts: first how its files find each other, then everything else. */
import { shortenImports } from './short-imports.js';

// Packages whose files `require` each other find them by themselves, and would only be held up: they come first.
await Promise.all([import('typeorm'), import('pg'), import('rxjs'), import('express'), import('socket.io')]);
shortenImports();
await import('./run.js');
