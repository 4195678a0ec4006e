/** Eight weeks drawn from the promised line: up is kept, down is broken. */
import type { AttainmentView } from '#libs/contracts/http/standards.js';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';

const BASE = 28;
const STEP = 16;

export function WeekBars({ weeks, promised }: { weeks: AttainmentView['weeks']; promised: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shares = weeks.map(({ met, late }) => (met + late === 0 ? null : (met / (met + late)) * 100));
  const words = shares.map((share, i) => {
    const live = weeks[i]?.coverage.live;
    const kept = share === null ? t('standards.noneShort') : format.percent(share / 100);
    return typeof live === 'number' && live < 1 ? t('standards.weekSaid', { share: kept, heard: format.percentDown(live) }) : kept;
  });
  const said = words.join(', ');
  return (
    <svg width={STEP * weeks.length} height="46" role="img" aria-label={t('standards.weeksLabel', { said })}>
      {shares.map((share, i) => (share === null ? null : <Bar key={i} share={share} promised={promised} i={i} last={i === weeks.length - 1} />))}
      <line x1="0" x2={STEP * weeks.length} y1={BASE + 0.5} y2={BASE + 0.5} stroke="var(--es-text-3)" />
    </svg>
  );
} // prettier-ignore

function Bar({ share, promised, i, last }: { share: number; promised: number; i: number; last: boolean }) {
  const height = Math.max(2, Math.min(24, Math.abs(share - promised) * (share < promised ? 0.6 : 3)));
  const fill = share < promised ? 'var(--es-late-bar)' : last ? 'var(--es-brand)' : 'var(--es-ok-bar)';
  return <rect x={i * STEP + 3} y={share < promised ? BASE + 1 : BASE - height} width="10" height={share < promised ? Math.min(height, 17) : height} rx="1.5" fill={fill} />; // prettier-ignore
}
