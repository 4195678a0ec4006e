/** A connector's settings survive the way through the form. */
import { describe, expect, it } from '@jest/globals';
import type { SettingsField } from '#libs/contracts/views/source.js';
import { toForm, toSettings } from './settings-value.js';

const field = (name: string, type: SettingsField['type'], more: Partial<SettingsField> = {}): SettingsField => ({
  name,
  type,
  required: false,
  label: name,
  ...more,
});
const fields = [
  field('url', 'url'),
  field('key', 'secret'),
  field('speed', 'number', { default: 1 }),
  field('loop', 'switch'),
  field('tags', 'list'),
];

describe('settings in a form', () => {
  it('shows what is stored, defaults otherwise, and never a secret', () => {
    expect(toForm(fields, { url: 'https://example.org', key: 'leaked', tags: ['a', 'b'] })).toEqual({
      url: 'https://example.org',
      key: '',
      speed: '1',
      loop: false,
      tags: 'a\nb',
    });
  });
  it('sends typed values and leaves out what is empty', () => {
    expect(toSettings(fields, { url: ' https://example.org ', key: '', speed: '60', loop: true, tags: 'a\n\n b ' })).toEqual({
      url: 'https://example.org',
      speed: 60,
      loop: true,
      tags: ['a', 'b'],
    });
  });
});
