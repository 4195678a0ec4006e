/** Why a score is what it is: each reason with the words that led to it and its share. */
import type { Reason } from '#libs/contracts/values.js';
import { useTranslation } from 'react-i18next';
import { useFormat } from './format.js';
import { PostText } from './post-text.js';

/** A share that would be shown as 0 is no reason. */
const LEAST = 0.005;

export function Reasons({ reasons: all }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReasonWords();
  const reasons = all.filter((reason) => Math.abs(reason.weight) >= LEAST);
  const most = Math.max(0.01, ...reasons.map((reason) => Math.abs(reason.weight)));
  if (reasons.length === 0) return <p className="reasons__none">{t('scores.noReasons')}</p>;
  return (
    <ul className="reasons">
      {reasons.map((reason, i) => (
        <li key={i} className="reasons__row">
          <span>
            {reason.words && (
              <mark>
                <PostText text={reason.words} />
              </mark>
            )}{' '}
            <span className="dim">{words(reason.code)}</span>
          </span>
          <span className="num">{signed(reason.weight, format.score)}</span>
          <div className="bar" aria-hidden>
            <i className="fill-neu" style={{ width: `${(Math.abs(reason.weight) / most) * 100}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const signed = (weight: number, score: (n: number) => string) => `${weight < 0 ? '−' : '+'}${score(Math.abs(weight))}`;

/** A reason's code in words; a code nobody has translated yet is shown readable. */
export function useReasonWords(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) => {
    const key = `reason.${code.replaceAll(/[._:]/g, '-')}`;
    return i18n.exists(key) ? t(key as 'reason.base') : code.replaceAll(/[-_.:]/g, ' ');
  };
}
