/** What is kept of a note: no secret, whole or cut, nothing that a database cannot hold, and no more than a reader can take in. */
import { describe, expect, it } from '@jest/globals';
import { note } from './explained.js';
import { storableNotes } from './storable-notes.js';

const SECRETS = { token: 'geheim-şifre-42', key: 'k3y', list: ['not a text'], empty: '' };

describe('notes that are kept', () => {
  it('carry no secret, wherever a server put it', () => {
    const said = [
      note('not-allowed', { network: 'geheim-şifre-42', status: 403 }, 'You sent geheim-şifre-42 and k3y, geheim-şifre-42'),
      note('feed-moved', { address: 'https://a.example/?token=geheim-şifre-42' }),
    ];
    expect(storableNotes(said, SECRETS)).toEqual([
      { code: 'not-allowed', params: { network: '•••', status: 403 }, detail: 'You sent ••• and •••, •••' },
      { code: 'feed-moved', params: { address: 'https://a.example/?token=•••' } },
    ]);
  });

  it('carry no beginning of one where the words were cut', () => {
    expect(storableNotes([note('not-taken', undefined, 'Bearer geheim-şifre')], SECRETS)).toEqual([
      { code: 'not-taken', detail: 'Bearer •••' },
    ]);
    expect(storableNotes([note('not-taken', undefined, 'long ge')], SECRETS)).toEqual([{ code: 'not-taken', detail: 'long ge' }]);
  });

  it('are few and short, and can be stored', () => {
    const many = Array.from({ length: 20 }, (_, i) =>
      note('feed-unclosed', { name: 'x'.repeat(9000) }, `${i}\u0000${'y'.repeat(9000)}`),
    );
    const kept = storableNotes(many, {});
    expect(kept).toHaveLength(8);
    expect(JSON.stringify(kept).length).toBeLessThan(8000);
    expect(kept[0]?.detail).toMatch(/^0\ufffdy{498}…$/);
  });
});
