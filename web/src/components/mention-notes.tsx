/** What happened to a post between its author and us, and since: late and whose fault, history, edits, reposts, gone. */
import type { MentionView } from '#libs/contracts/views/mention.js';
import { useTranslation } from 'react-i18next';
import { useFormat } from './format.js';

export function MentionNotes({ mention }: { mention: Pick<MentionView, 'notes' | 'state'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { notes } = mention;
  if (!notes) return null;
  const span = (seconds: number) => format.span(seconds * 1000);
  const words = [
    ...(notes.deletedWhy ? [t(`notes.deleted_${notes.deletedWhy}`)] : []),
    ...(notes.history ? [t('notes.history')] : []),
    ...(notes.late ? [t('notes.late', { span: span(notes.waitedSeconds) })] : []),
    ...(notes.late && notes.blindSeconds > 0 ? [t('notes.blind', { span: span(notes.blindSeconds) })] : []),
    ...(notes.edits > 0 ? [t('notes.edited', { count: notes.edits })] : []),
    ...(notes.reposts > 0 ? [t('copies.reposts', { count: notes.reposts, n: format.number(notes.reposts) })] : []),
  ];
  return words.length === 0 ? null : <span className="notes num">{words.join(' · ')}</span>;
}
