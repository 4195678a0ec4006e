/** What the tone check says about the words in the box, and the promises it found: each an offer, none a rewrite. */
import type { CheckedReply } from '#libs/contracts/http/composing.js';
import type { ReadCommitment } from '#libs/contracts/http/tone.js';
import { IconBan, IconBulb, IconCalendarCheck, IconCalendarPlus, IconCheck, IconEyeCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { useNow } from '../../live/server-clock.js';

interface Props {
  checked: CheckedReply;
  /** Whether a promise was confirmed. */
  isConfirmed: (promise: ReadCommitment) => boolean;
  onConfirm: (promise: ReadCommitment) => void;
  /** Shows where in the text a hint stands. */
  onShow: (start: number, end: number) => void;
}

export function ReplyHints({ checked, isConfirmed, onConfirm, onShow }: Props) {
  const { t } = useTranslation();
  const clean = checked.hints.length === 0;
  return (
    <ul className="tone" aria-label={t('tone.label')} aria-live="polite">
      {clean && (
        <li className="tone__ok">
          <IconCheck size={14} stroke={2.2} aria-hidden />
          {t('tone.clean')}
        </li>
      )}
      {checked.hints.map((hint) => {
        const Icon = hint.blocks ? IconBan : IconBulb;
        return (
          <li key={`${hint.rule}${hint.start}`} className={hint.blocks ? 'tone__stop' : 'tone__hint'}>
            <Icon size={14} stroke={2} aria-hidden />
            {hint.words === '' ? (
              t(`tone.rule.${hint.rule}`)
            ) : (
              <button
                type="button"
                className="linkish"
                title={t(`tone.why.${hint.rule}`)}
                onClick={() => onShow(hint.start, hint.end)}
              >
                {t(`tone.rule.${hint.rule}`)}: <q>{hint.words.slice(0, 40)}</q>
              </button>
            )}
          </li>
        );
      })}
      {checked.commitments.map((promise) => (
        <Promised key={promise.start} promise={promise} confirmed={isConfirmed(promise)} onConfirm={() => onConfirm(promise)} />
      ))}
      {checked.needsApproval && (
        <li>
          <IconEyeCheck size={14} stroke={2} aria-hidden />
          {t('tone.approval')}
        </li>
      )}
    </ul>
  );
}

function Promised({ promise, confirmed, onConfirm }: { promise: ReadCommitment; confirmed: boolean; onConfirm: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const Icon = confirmed ? IconCalendarCheck : IconCalendarPlus;
  const when = `${format.day(promise.dueAt, now)} ${format.time(promise.dueAt)}`;
  return (
    <li className={confirmed ? 'tone__ok' : undefined}>
      <Icon size={14} stroke={2} aria-hidden />
      <button type="button" className="linkish tone-brand" aria-pressed={confirmed} onClick={onConfirm}>
        {t(confirmed ? 'tone.promised' : 'tone.promise', { when })}
        {!confirmed && <kbd className="tone__key">Alt+Y</kbd>}
      </button>
    </li>
  );
}
