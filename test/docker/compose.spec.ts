/** The image and the compose file, read as Docker would: no engine is needed to see whether they are sound. */
import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { SETTINGS } from '../../src/platform/config/env.js';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Service {
  image: string;
  build?: { context: string; dockerfile: string };
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  volumes: string[];
  ports?: string[];
  privileged?: boolean;
  user?: string;
}
const compose = load(read('docker/compose.yml')) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const services = Object.entries(compose.services);

/** Instructions with their continued lines joined, in order. */
const dockerfile = read('docker/Dockerfile')
  .replace(/^#.*$/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean)
  .map((line) => ({ name: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
const all = (name: string) => dockerfile.filter((line) => line.name === name).map((line) => line.rest);
const lastStage = dockerfile.slice(dockerfile.map((line) => line.name).lastIndexOf('FROM'));
const inLast = (name: string) => lastStage.filter((line) => line.name === name).map((line) => line.rest);
const settings = new Set(Object.keys(SETTINGS));

describe('the Dockerfile', () => {
  it('uses only instructions of Docker', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'VOLUME', 'EXPOSE', 'STOPSIGNAL', 'HEALTHCHECK', 'CMD'];
    expect(dockerfile.filter((line) => !known.includes(line.name))).toEqual([]);
  });

  it('builds in one stage and runs in another, on a Node with a fixed major, from the default registry', () => {
    const bases = all('FROM').map((from) => from.split(' ')[0]);
    expect(bases).toEqual(['node:24-slim', 'node:24-slim']);
    expect(inLast('RUN').join(' ')).not.toContain('npm');
    expect(inLast('COPY').every((copy) => copy.startsWith('--from=build '))).toBe(true);
  });

  it('installs from the lock and takes only what it runs on', () => {
    expect(all('RUN').join(' ')).toMatch(/npm ci .*npm run build .*npm prune --omit=dev/);
    expect(all('COPY')[0]).toBe('package.json package-lock.json ./');
  });

  it('copies what exists, and what its ignore file lets through', () => {
    const ignore = read('docker/Dockerfile.dockerignore').split('\n');
    const copied = all('COPY').filter((copy) => !copy.startsWith('--from')).flatMap((copy) => copy.split(' ').slice(0, -1)); // prettier-ignore
    for (const name of copied)
      expect([name, existsSync(path.join(root, name)), ignore.includes(`!${name}`)]).toEqual([name, true, true]);
    expect(ignore.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
    expect(existsSync(path.join(root, 'src/connectors/replay/demo'))).toBe(true);
  });

  it('runs as nobody special, and says how it is', () => {
    expect(inLast('USER')).toEqual(['node']);
    const [check = ''] = inLast('HEALTHCHECK');
    expect(check).toContain('/readyz');
    const command = JSON.parse(check.slice(check.indexOf('CMD') + 3)) as string[];
    expect(command.slice(0, 2)).toEqual(['node', '-e']);
    expect(() => new Function(command[2] ?? '')).not.toThrow();
    expect(JSON.parse(inLast('CMD')[0] ?? '')).toEqual(['node', 'dist/src/main.js']);
  });

  it('names settings that exist', () => {
    const named = inLast('ENV').flatMap((env) => [...env.matchAll(/(\w+)=/g)].map((m) => m[1] ?? ''));
    const ours = named.filter((name) => name !== 'NODE_ENV' && !name.startsWith('MALLOC_'));
    expect(ours.filter((name) => !settings.has(name))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['HOST', 'PORT', 'EARSHOT_DATA_DIR']));
  });
});

describe('the compose file', () => {
  it('has the desk and its database', () => {
    expect(Object.keys(compose.services)).toEqual(['desk', 'database']);
    expect(compose.services['desk']?.build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile' });
    expect(compose.services['desk']?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  });

  it('names images with a tag that stays, from the default registry', () => {
    for (const [name, { image }] of services) expect([name, image]).toEqual([name, expect.stringMatching(/^[a-z]+:\d[\w.-]*$/)]);
  });

  it('carries the version of the program', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(compose.services['desk']?.image).toBe(`earshot:${version}`);
  });

  it('gives nobody more rights than needed', () => {
    for (const [name, service] of services)
      expect([name, service.privileged ?? false, service.user ?? 'node']).toEqual([name, false, 'node']);
    expect(compose.services['desk']).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    for (const port of compose.services['desk']?.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(compose.services['database']?.ports).toBeUndefined();
  });

  it('checks the health of the database it waits for', () => {
    expect(compose.services['database']?.healthcheck?.test.slice(0, 2)).toEqual(['CMD', 'pg_isready']);
  });

  it('keeps all data in volumes that it declares', () => {
    const used = services.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(compose.volumes).sort());
    expect(compose.services['database']?.volumes).toEqual(['database:/var/lib/postgresql']); // where the image of 18 keeps it
  });

  it('names settings that exist, and holds no secret', () => {
    const named = Object.entries(compose.services['desk']?.environment ?? {});
    expect(named.filter(([name]) => !settings.has(name))).toEqual([]);
    for (const [name, value] of services.flatMap(([, { environment }]) => Object.entries(environment)))
      if (/PASSWORD|KEY|URL/.test(name)) expect([name, value]).toEqual([name, expect.stringContaining('${')]);
  });

  it('needs nothing set but the password of the database', () => {
    const must = [...read('docker/compose.yml').matchAll(/\$\{(\w+):\?/g)].map((m) => m[1]);
    expect([...new Set(must)]).toEqual(['POSTGRES_PASSWORD']);
  });
});
