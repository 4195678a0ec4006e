/** The package `eld`, loaded when a text first needs it: its table of letters takes a tenth of a second and 45 MB, which a start does not wait for. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { whenAsked } from '../when-asked.js';

const load = createRequire(import.meta.url);

/** By its file: the package names itself to `import` only, and an import would make every reading of a post wait. */
export const detector = whenAsked(() => {
  const { eld } = load(fileURLToPath(import.meta.resolve('eld/small'))) as typeof import('eld/small');
  return eld;
});
