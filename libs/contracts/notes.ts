/** What "test connection" and a poll tell a person: stable codes with parameters, which the page has words for in every language. */
import { z } from 'zod';
import { NOTES } from './note-words.js';

export type NoteCode = keyof typeof NOTES;

/** One thing that is said. */
export const Note = z
  .object({
    code: z.enum(Object.keys(NOTES) as [NoteCode, ...NoteCode[]]),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    detail: z
      .string()
      .optional()
      .meta({ description: 'in the words of whoever was asked, or of the program that could not ask; never translated' }),
  })
  .meta({ id: 'Note', description: 'what is said, as a stable code for words in any language' });
export type Note = z.infer<typeof Note>;

/** Beside a message in English. */
export const Notes = z.array(Note).meta({ description: 'the same in stable codes, for words in other languages' });

/** @returns one English sentence without a full stop */
export function noteInEnglish({ code, params = {}, detail }: Note): string {
  const words = NOTES[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  return detail ? `${words}: ${detail}` : words;
}

/** @returns all of it in English sentences */
export function notesInEnglish(notes: readonly Note[]): string {
  return notes.map((note) => noteInEnglish(note).replace(/[^.?!]$/, '$&.')).join(' ');
}

/** @returns the same for who reads messages; null when nothing is said */
export function messageOf(notes: readonly Note[]): string | null {
  return notes.length === 0 ? null : notesInEnglish(notes);
}

/** @param stored by this version or another one @returns those that this version has words for */
export function knownNotes(stored: readonly Note[]): Note[] {
  return stored.filter(({ code }) => Object.hasOwn(NOTES, code));
}
