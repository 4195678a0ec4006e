/** What a test or a poll said, in the reader's language; what a network said itself stands beside it as it came. */
import type { Note } from '#libs/contracts/notes.js';
import { useTranslation } from 'react-i18next';

interface Props {
  notes: readonly Note[];
  /** In English: all there is of what was kept before notes were. */
  message?: string | null;
  className?: string;
}

export function NotesSaid({ notes, message = null, className = '' }: Props) {
  if (notes.length > 0)
    return (
      <ul className={`notes-said ${className}`}>
        {notes.map((note) => (
          <Said key={JSON.stringify(note)} note={note} />
        ))}
      </ul>
    );
  if (message === null) return null;
  return (
    <span className={className} lang="en">
      {message}
    </span>
  );
}

function Said({ note: { code, params, detail } }: { note: Note }) {
  const { t } = useTranslation();
  return (
    <li>
      {t(`note.${code}`, { ...params })}
      {detail && <q className="dim">{detail}</q>}
    </li>
  );
}

/** @returns the same as plain text, for a title; undefined when nothing is said */
export function useNotesWords(notes: readonly Note[], message: string | null): string | undefined {
  const { t } = useTranslation();
  const words = notes.map(({ code, params, detail }) => t(`note.${code}`, { ...params }) + (detail ? ` (${detail})` : ''));
  return words.length > 0 ? words.join('. ') : (message ?? undefined);
}
