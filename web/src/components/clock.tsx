/** A promise's clock in words, ticking with the server's time. */
import type { ClockView } from '#libs/contracts/views/case.js';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconClockHour4,
  IconClockPause,
  IconHourglassLow,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../live/server-clock.js';
import { useFormat } from './format.js';

type Face = 'ok' | 'soon' | 'late' | 'paused' | 'met' | 'met-late' | 'cancelled';
const ICON = {
  ok: IconClockHour4,
  soon: IconHourglassLow,
  late: IconAlertTriangle,
  paused: IconClockPause,
  met: IconCircleCheck,
  'met-late': IconCircleCheck,
  cancelled: IconCircleMinus,
};
const TONE = { ok: 'ok', soon: 'soon', late: 'late', paused: 'ok', met: 'ok', 'met-late': 'late', cancelled: 'ok' } as const;

/** What a clock shows at `now`: how it stands, the ms to its due time, and the share of its time that is spent. */
export function readClock(clock: ClockView, now: number): { face: Face; left: number; spent: number } {
  const [start, warn, due] = [Date.parse(clock.startedAt), Date.parse(clock.warnAt), Date.parse(clock.dueAt)];
  const stands = clock.stoppedAt ?? clock.pausedAt;
  const at = stands ? Date.parse(stands) : now;
  const spent = due > start ? Math.min(1, Math.max(0, (at - start) / (due - start))) : 1;
  const face = isStopped(clock.state) ? clock.state : now >= due ? 'late' : now >= warn ? 'soon' : 'ok';
  return { face, left: due - at, spent };
}

const isStopped = (state: ClockView['state']): state is 'paused' | 'met' | 'met-late' | 'cancelled' =>
  ['paused', 'met', 'met-late', 'cancelled'].includes(state);

export function useClockWords(clock: ClockView): { face: Face; words: string; spent: number } {
  const { t } = useTranslation();
  const format = useFormat();
  const { face, left, spent } = readClock(clock, useNow());
  if (face === 'late') return { face, spent, words: t('clock.late', { span: format.span(-left) }) };
  if (face === 'soon' || face === 'ok') return { face, spent, words: t('clock.left', { span: format.span(left + 999) }) };
  if (face === 'met-late') return { face, spent, words: t('clock.metLate', { span: format.span(-left) }) };
  return { face, spent, words: t(`clock.${face}`) };
}

export function Clock({ clock, showKind }: { clock: ClockView; showKind?: boolean }) {
  const { t } = useTranslation();
  const { face, words } = useClockWords(clock);
  const Icon = ICON[face];
  return (
    <span className={`clock tone-${TONE[face]}`} data-face={face}>
      <Icon size={14} stroke={2} aria-hidden />
      {showKind && <span className="clock__kind">{t(`clockKind.${clock.kind}`)}</span>}
      <span className="num">{words}</span>
    </span>
  );
}

/** The thin line of time spent. */
export function ClockBar({ clock }: { clock: ClockView }) {
  const { face, spent } = readClock(clock, useNow());
  return (
    <div className="bar" aria-hidden>
      <i className={`fill-${TONE[face]}`} style={{ width: `${spent * 100}%` }} />
    </div>
  );
}
