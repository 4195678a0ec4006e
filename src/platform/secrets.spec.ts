/** Sealed credentials open only unchanged, in their own row, with their own key. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Secrets, SecretsUnreadable } from './secrets.js';

const KEY = '0f'.repeat(32);
let folder: string;
beforeAll(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'earshot-key-'))));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
const secretsWith = (EARSHOT_KEY?: string, dir = folder) => new Secrets({ EARSHOT_KEY, EARSHOT_DATA_DIR: dir });

describe('sealing', () => {
  it('opens what it sealed, and shows none of it outside', () => {
    const secrets = secretsWith(KEY);
    const sealed = secrets.seal({ token: 'canary-şifre' }, 'source:1');
    expect(secrets.open(sealed, 'source:1')).toEqual({ token: 'canary-şifre' });
    expect(sealed.includes('canary')).toBe(false);
    expect(secrets.seal({ token: 'canary-şifre' }, 'source:1')).not.toEqual(sealed);
  });

  it('opens whatever was sealed, in any row', () => {
    const secrets = secretsWith(KEY);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string({ unit: 'binary' }), (plain, row) => {
        const json = JSON.stringify(plain);
        expect(JSON.stringify(secrets.open(secrets.seal(plain, row), row))).toBe(json);
      }),
    );
  });

  it('opens nothing that was changed at any byte, cut, or moved to another row', () => {
    const secrets = secretsWith(KEY);
    const sealed = secrets.seal({ token: 'canary' }, 'source:1');
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => secrets.open(changed, 'source:1')).toThrow(SecretsUnreadable);
      expect(() => secrets.open(sealed.subarray(0, i), 'source:1')).toThrow(SecretsUnreadable);
    }
    expect(() => secrets.open(sealed, 'source:11')).toThrow(SecretsUnreadable);
  });

  it('says that the key is another, and never what was sealed', () => {
    const sealed = secretsWith(KEY).seal({ token: 'canary' }, 'source:1');
    const open = () => secretsWith('1e'.repeat(32)).open(sealed, 'source:1');
    expect(open).toThrow(/another key/);
    expect(open).not.toThrow(/canary/);
  });
});

describe('the key file', () => {
  it('is made once, for the owner only, and read again', () => {
    const sealed = secretsWith().seal({ a: 1 }, 'r');
    expect(fs.statSync(path.join(folder, 'secret-key')).mode & 0o777).toBe(0o600);
    expect(secretsWith().open(sealed, 'r')).toEqual({ a: 1 });
    expect(fs.readdirSync(folder)).toEqual(['secret-key']);
  });

  it('is never overwritten when it is damaged', () => {
    const other = fs.mkdtempSync(path.join(folder, 'x-'));
    fs.writeFileSync(path.join(other, 'secret-key'), 'oops');
    expect(() => secretsWith(undefined, other).seal({}, 'r')).toThrow(/does not hold a key/);
    expect(fs.readFileSync(path.join(other, 'secret-key'), 'utf8')).toBe('oops');
  });
});
