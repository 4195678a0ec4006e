import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { permissionsPage } from './permissions-page.js';

describe('docs/permissions.md', () => {
  it('is what the tables say; npm run docs:permissions writes it anew', () => {
    const page = path.join(import.meta.dirname, '..', '..', 'docs', 'permissions.md');
    expect(fs.readFileSync(page, 'utf8')).toBe(permissionsPage());
  });
});
