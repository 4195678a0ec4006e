/** Who was told of an alarm, by which way, and who has seen it. */
import type { PastAlarmView, ToldView } from '#libs/contracts/views/coverage.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { NoticeProblem } from '../../components/notice-problem.js';
import { useNow } from '../../live/server-clock.js';

/** Of those who were told, so many are named at once. */
const NAMED = 2;

interface Props {
  told: readonly ToldView[];
  /** What is said when nobody was. */
  nobody: string;
  seen?: Pick<PastAlarmView, 'acknowledgedBy' | 'acknowledgedAt'>;
  children?: ReactNode;
}

export function Told({ told, nobody, seen, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const line = (one: ToldView, i: number) => (
    <li key={i}>
      {one.to} <span className="dim">{t(`channel.${one.channel}`)}</span>{' '}
      <span className={one.state === 'failed' ? 'tone-late' : 'dim num'}>
        {one.state === 'sent' ? format.when(one.at, now) : t(`noticeState.${one.state}`)}
      </span>
      {one.problem && one.state !== 'sent' && <NoticeProblem problem={one.problem} />}
    </li>
  );
  return (
    <td>
      {told.length === 0 && <span className="dim">{nobody}</span>}
      {told.length > 0 && <ul className="plainlist plainlist--tight">{told.slice(0, NAMED).map(line)}</ul>}
      {told.length > NAMED && (
        <details>
          <summary>{t('alarms.toldMore', { count: told.length - NAMED })}</summary>
          <ul className="plainlist plainlist--tight">{told.slice(NAMED).map(line)}</ul>
        </details>
      )}
      {seen?.acknowledgedBy && seen.acknowledgedAt && (
        <span className="cell-sub">
          {t('coverage.alarmSeen', { name: seen.acknowledgedBy.name })}, {format.when(seen.acknowledgedAt, now)}
        </span>
      )}
      {children}
    </td>
  );
}
