/** How much of the network's room a text takes. */
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';

const AROUND = 2 * Math.PI * 6.5;

export function LengthRing({ length, limit }: { length: number; limit: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (limit === null) return <span className="composer__len num">{length > 0 && format.number(length)}</span>;
  const over = length > limit;
  const color = over ? 'var(--es-late-bar)' : length > limit * 0.9 ? 'var(--es-soon-bar)' : 'var(--es-brand)';
  return (
    <span className="composer__len" data-over={over || undefined}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="var(--es-track)" strokeWidth="2.5" />
        <circle
          cx="8"
          cy="8"
          r="6.5"
          fill="none"
          stroke={color}
          strokeWidth="2.5"
          strokeDasharray={`${AROUND * Math.min(1, length / limit)} ${AROUND}`}
          transform="rotate(-90 8 8)"
        />
      </svg>
      <span className="num">
        {over ? t('composer.over', { count: length - limit }) : `${format.number(length)} / ${format.number(limit)}`}
      </span>
    </span>
  );
}
