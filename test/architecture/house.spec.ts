/** The house as its papers say it is: floors, doors, lock, links, words and commands. */
import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as words from '../../libs/contracts/words.js';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const exists = (file: string) => fs.existsSync(path.join(root, file));
const ignored = new Set([...read('.gitignore').split('\n').filter(Boolean), '.git']);

/** Every file of the project, as paths from its root; what git ignores is left out. */
function filesIn(folder: string): string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (ignored.has(entry.name) || ignored.has(name) || name.endsWith('.log')) return [];
    return entry.isDirectory() ? filesIn(name) : [name];
  });
}
const files = filesIn('');
const papers = files.filter((file) => file.endsWith('.md') && !file.includes('fixtures/'));
const sources = files.filter((file) => /^(src|libs)\/.*\.ts$/.test(file) && !/\.(spec|d)\.ts$/.test(file));
/** @returns `file: what` for each thing found in the files' texts */
const findIn = (names: string[], pattern: RegExp) =>
  names.flatMap((file) => [...read(file).matchAll(pattern)].map((found) => `${file}: ${found[1] ?? found[0]}`));
const targetOf = (found: string) => found.slice(found.indexOf(': ') + 2);

describe('the house', () => {
  it('has no file above or beside its floors, and no circles', () => {
    const cruise = path.join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const run = spawnSync(process.execPath, [cruise, '--config', '.dependency-cruiser.cjs', 'src', 'libs', 'web/src'], { cwd: root, encoding: 'utf8' }); // prettier-ignore
    expect([run.stdout.trim().split('\n').slice(0, 20), run.status]).toEqual([
      [expect.stringContaining('no dependency violations')],
      0,
    ]);
  }, 120_000);

  it('gives every advisory lock a number of its own: two with one would wait for each other', () => {
    const numbers = findIn(sources, /^(?:export )?const \w+ = (7_301_\d{3});/gm).map(targetOf);
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  });

  it('keeps its top floor tidy', () => {
    const folders = ['src', 'libs', 'web', 'test', 'bench', 'docker', 'docs', '.ci'];
    const papersAndSettings = ['README.md', 'LICENSE', 'CHANGELOG.md', 'package.json', 'package-lock.json', 'tsconfig.json', 'nest-cli.json', 'eslint.config.js', 'jest.config.js']; // prettier-ignore
    const found = fs.readdirSync(root).filter((name) => !ignored.has(name) && !name.endsWith('.log'));
    const strange = found.filter((name) => !folders.includes(name) && !papersAndSettings.includes(name) && !/^\.(env\.example|gitignore|nvmrc|prettier.*|swcrc|dependency-cruiser\.cjs)$/.test(name)); // prettier-ignore
    expect(strange).toEqual([]);
  });

  it('says on top of each file what it is for', () => {
    expect(sources.filter((file) => !/^(\/\*\*|\/\/)/.test(read(file)))).toEqual([]);
  });

  it('sums up every route of the API', () => {
    const doors = sources.filter((file) => file.endsWith('.controller.ts') && !file.startsWith('src/platform/openapi/'));
    const count = (file: string, pattern: RegExp) => [...read(file).matchAll(pattern)].length;
    expect(doors.length).toBeGreaterThan(10);
    const silent = doors.filter(
      (file) => count(file, /^ {2}@(Get|Post|Put|Patch|Delete)\(/gm) !== count(file, /^ {2}@Summary\(/gm),
    );
    expect(silent).toEqual([]);
  });

  it('skips no test and leaves none alone', () => {
    const specs = files.filter((file) => /\.spec\.tsx?$/.test(file));
    expect(findIn(specs, /^\s*(?:(?:it|test|describe)\.(?:skip|only|todo)|[xf](?:it|describe))\b/gm)).toEqual([]);
  });
});

describe('what leaves this machine', () => {
  const texts = files.filter((file) => !/\.(png|ico|woff2?)$/.test(file) && !/fixtures\//.test(file));

  it('a lock that records no download addresses and matches what is asked for', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string; dependencies?: object; devDependencies?: object }> }; // prettier-ignore
    const manifest = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(lock.packages['']).toMatchObject({ dependencies: manifest.dependencies, devDependencies: manifest.devDependencies });
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(ranges.filter(([, range]) => !/^\^?\d/.test(range))).toEqual([]);
  });

  it('no host of a package registry', () => {
    const hosts = [['registry', 'npmjs'], ['registry', 'yarnpkg'], ['npm', 'pkg', 'github'], ['ghcr', 'io'], ['docker', 'io'], ['deb', 'debian']]; // prettier-ignore
    const named = new RegExp(hosts.map((parts) => parts.join('\\.')).join('|'), 'g');
    expect(findIn(texts, named)).toEqual([]);
  });

  it('no path of a machine', () => {
    const homes = ['work', 'root', 'home', 'Users', 'tmp'].map((name) => `/${name}/`).join('|');
    expect(findIn(texts, new RegExp(`(?:^|[\\s'"\`(=])(${homes})`, 'gm'))).toEqual([]);
  });
});

describe('the papers', () => {
  it('link to what is there', () => {
    const links = findIn(papers, /\]\(([^)\s]+)\)/g).filter((found) => !/^(https?:|mailto:|#)/.test(targetOf(found)));
    expect(links.length).toBeGreaterThan(10);
    const broken = links.filter(
      (found) => !exists(path.join(path.dirname(found.split(': ')[0] ?? ''), targetOf(found).split('#')[0] ?? '')),
    );
    expect(broken).toEqual([]);
  });

  it('name files that are there', () => {
    const named = findIn(papers, /`((?:src|libs|web|test|bench|docs|docker|\.ci)\/[\w./-]+)`/g);
    expect(named.length).toBeGreaterThan(50);
    // The example of docs/add-a-connector.md is invented.
    expect(named.filter((found) => !exists(targetOf(found)) && !/\/board(\/|\.)/.test(found))).toEqual([]);
  });

  it('are there when the code names them', () => {
    const named = findIn(
      [...sources, ...files.filter((file) => /^(web|test|bench)\/.*\.tsx?$/.test(file))],
      /\b(docs\/[\w/.-]*\w)/g,
    );
    const there = (target: string) => exists(target) || files.some((file) => file.startsWith(`${target}-`));
    expect(named.filter((found) => !there(targetOf(found)))).toEqual([]);
  });

  it('number their decisions without gaps, each once', () => {
    const decisions = fs.readdirSync(path.join(root, 'docs/decisions')).sort();
    expect(decisions.map((name) => name.slice(0, 5))).toEqual(decisions.map((_, i) => `${String(i + 1).padStart(4, '0')}-`));
    for (const name of decisions)
      expect(read(`docs/decisions/${name}`).split('\n')[0]).toMatch(new RegExp(`^# ${name.slice(0, 4)} \\S`));
  });

  it('name commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [
      ...findIn([...papers, '.ci/run'], /npm run (?:-s )?([\w:-]+)/g),
      ...findIn([...papers, '.ci/run'], /npm (start|test)\b/g),
    ];
    expect(commands.map(targetOf)).toEqual(expect.arrayContaining(['start', 'test', 'demo', 'check']));
    expect(commands.filter((found) => !(targetOf(found) in scripts))).toEqual([]);
  });

  it('show every room on its floor', () => {
    const law = read('.dependency-cruiser.cjs');
    const floors = law.slice(law.indexOf('const FLOORS'), law.indexOf('];\n')).split('\n').slice(1);
    const shown = read('docs/ARCHITECTURE.md').split('\n');
    const picture = read('docs/images/house.svg');
    floors.forEach((line, floor) => {
      const rooms = [...line.matchAll(/'([^']+)'/g)].map((found) => found[1] ?? '').filter(exists);
      const row = shown.find((text) => text.startsWith(`| ${floor} |`)) ?? '';
      expect([floor, rooms.filter((room) => !row.includes(`\`${room}\``))]).toEqual([floor, []]);
      expect([floor, rooms.filter((room) => floor > 0 && !picture.includes(`>${room.slice(4)}<`))]).toEqual([floor, []]);
    });
  });

  it('explain every word of the closed lists', () => {
    const { ROLES, LOCALES: _, ACTIVITY_KINDS: __, CASE_ACTIONS: ___, ...lists } = Object.fromEntries(Object.entries(words).filter(([, list]) => Array.isArray(list))); // prettier-ignore
    const glossary = read('docs/GLOSSARY.md');
    const explained = (word: string) => glossary.includes(`\`${word}\``) || glossary.includes(`**${word}**`);
    const all = [ROLES, ...Object.values(lists)].flat() as string[];
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((word) => !explained(word))).toEqual([]);
  });
});
