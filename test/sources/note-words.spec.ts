/** Everything that "test connection" and a poll can say has a code, and its words in every language: nobody meets English in a Turkish form. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { NOTES } from '#libs/contracts/note-words.js';
import { knownNotes, messageOf, noteInEnglish, notesInEnglish, type Note, type NoteCode } from '#libs/contracts/notes.js';
import { LOCALES } from '#libs/contracts/words.js';

const CODES = Object.keys(NOTES) as NoteCode[];
const wordsIn = (locale: string) =>
  (JSON.parse(readFileSync(`web/src/locales/${locale}.json`, 'utf8')) as { note: Record<string, string> }).note;
const parametersOf = (words = '') => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the words of notes', () => {
  it.each(LOCALES)('in %s: one for each code, with its parameters, and no more', (locale) => {
    const words = wordsIn(locale);
    expect(Object.keys(words).sort()).toEqual([...CODES].sort());
    for (const code of CODES) expect([code, parametersOf(words[code])]).toEqual([code, parametersOf(NOTES[code])]);
  });

  it('in English are those of the API', () => {
    expect(wordsIn('en')).toEqual(NOTES);
  });

  it('are in another language than English elsewhere', () => {
    const same = CODES.filter((code) => /[a-z]{4}/.test(NOTES[code].replace(/\{\{\w+\}\}/g, '')));
    for (const locale of LOCALES.filter((one) => one !== 'en'))
      expect(same.filter((code) => wordsIn(locale)[code] === NOTES[code])).toEqual([]);
  });

  it('are all said by some connector, or by the desk', () => {
    const sources = ['src/connectors', 'src/ingest', 'src/sources'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );
    expect(CODES.filter((code) => !sources.some((text) => text.includes(`'${code}'`)))).toEqual([]);
  });
});

describe('a note in English', () => {
  it('has its parameters filled in and ends with what the network said', () => {
    const note = { code: 'not-allowed', params: { network: 'X' }, detail: 'Not on your plan' } as const;
    expect(noteInEnglish(note)).toBe('X does not allow this: Not on your plan');
    expect(notesInEnglish([note, { code: 'stream-works' }])).toBe(
      'X does not allow this: Not on your plan. The stream brings posts.',
    );
  });

  it('is a message only when something is said, and one of another version is left out', () => {
    expect([messageOf([]), messageOf([{ code: 'stopped' }])]).toEqual([null, 'Stopped on request; goes on where it stopped.']);
    const stored = [{ code: 'said-by-a-later-version' }, { code: 'stopped' }] as unknown as Note[];
    expect(knownNotes(stored)).toEqual([{ code: 'stopped' }]);
  });
});
