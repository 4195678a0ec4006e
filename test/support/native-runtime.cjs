/**
 * Jest's runtime, with the built program and its packages loaded once in a worker by Node itself, not once in every test file.
 * Loading the desk anew costs seconds a file, and what jest loads as ES modules is never freed.
 */
const { createRequire } = require('node:module');
const path = require('node:path');
const { default: Runtime } = require('jest-runtime');

const nodeRequire = createRequire(__filename);

/** What tests share with the program, so that an error or a map of the one is one of the other, too. */
const SHARED = { Error, AggregateError, RangeError, SyntaxError, TypeError, Date, Map, Set };

/** @returns what Node loads in place of a file that a test imports; undefined: jest loads it */
function nativeOf(rootDir, name) {
  const file = name.replace(/^node:(?=\/)/, ''); // as jest spells a core module that is imported later
  if (!path.isAbsolute(file) || file.endsWith('.json')) return undefined;
  if (file.includes(`${path.sep}node_modules${path.sep}`)) return file;
  const inside = path.relative(rootDir, file);
  return /^(src|libs)\b.*(?<!\.spec)\.ts$/.test(inside) ? path.join(rootDir, 'dist', inside.replace(/\.ts$/, '.js')) : undefined;
}

module.exports = class NativeRuntime extends Runtime {
  constructor(config, environment, ...rest) {
    super(config, environment, ...rest);
    Object.assign(environment.global, SHARED);
    const native = (file) => nativeOf(config.rootDir, file);
    const { esmLoader } = this;
    const { resolution, coreModule } = esmLoader;
    // Jest's own name for what Node loads: a core module.
    esmLoader.resolution = Object.create(resolution, {
      isCoreModule: { value: (name) => native(name) !== undefined || resolution.isCoreModule(name) },
    });
    esmLoader.coreModule = Object.create(coreModule, {
      require: { value: (name) => (native(name) ? nodeRequire(native(name)) : coreModule.require(name)) },
    });
  }
};
