/**
 * Nine hundred files name each other some five thousand times, and Node searches each time: is it there, is it a link, which package.json
 * stands above it. Files of the program lie where they say, and a package is the same one for all of them: a sixth of a start.
 */
import { registerHooks, type ResolveFnOutput } from 'node:module';

const ROOT = new URL('..', import.meta.url).href;
const NEST = '/node_modules/@nestjs/';
const RULES = '#libs/';
const HTTP = { url: new URL('./plain-http.js', import.meta.url).href, format: 'module', shortCircuit: true };

/** Holds for what is imported from now on by files of the program; what packages import is searched by Node, but for Nest's http. */
export function shortenImports(): void {
  const packages = new Map<string, ResolveFnOutput>();
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL = '', conditions } = context;
      if (specifier === 'http' && parentURL.includes(NEST) && conditions.includes('import')) return HTTP;
      if (!parentURL.startsWith(ROOT) || !conditions.includes('import')) return next(specifier, context);
      const place = placeOf(specifier, parentURL);
      if (place !== undefined) return { url: place, format: 'module', shortCircuit: true };
      const found = packages.get(specifier) ?? { ...next(specifier, context), shortCircuit: true };
      packages.set(specifier, found);
      return found;
    },
  });
}

/** @returns where a file of the program lies; undefined when something else is named */
function placeOf(specifier: string, parent: string): string | undefined {
  if (!specifier.endsWith('.js')) return undefined;
  if (specifier.startsWith('.')) return new URL(specifier, parent).href;
  return specifier.startsWith(RULES) ? `${ROOT}libs/${specifier.slice(RULES.length)}` : undefined;
}
