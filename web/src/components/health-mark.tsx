/** How a source fares, in words: never just "degraded". */
import type { Note } from '#libs/contracts/notes.js';
import type { HealthReason, SourceHealth } from '#libs/contracts/words.js';
import { IconCircleCheck, IconEyeOff, IconHourglassLow, IconPlayerPause, IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../live/server-clock.js';
import { useFormat } from './format.js';
import { useNotesWords } from './notes-said.js';

const MARK: Record<SourceHealth, readonly [typeof IconEyeOff, string]> = {
  new: [IconSparkles, ''],
  listening: [IconCircleCheck, ''],
  degraded: [IconHourglassLow, 'tone-soon heavy'],
  blind: [IconEyeOff, 'tone-late heavy'],
  off: [IconPlayerPause, ''],
};

interface Props {
  health: SourceHealth;
  /** As the ledger of the source judged it. */
  reason: HealthReason | null;
  heardAt: string | null;
  /** What the last poll said. */
  notes: readonly Note[];
  message: string | null;
  /** On one line, cut where it is too long. */
  short?: boolean;
}

export function HealthMark({ health, reason, heardAt, notes, message, short = false }: Props) {
  const words = useHealthWords(health, reason, heardAt);
  const [Icon, tone] = MARK[health];
  return (
    <span className={`plain num ${short ? '' : 'plain--wraps '}${tone}`} title={useNotesWords(notes, message)}>
      <Icon size={15} aria-hidden />
      {short ? <span className="truncate">{words}</span> : words}
    </span>
  );
}

function useHealthWords(health: SourceHealth, reason: HealthReason | null, heardAt: string | null): string {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  switch (health) {
    case 'listening':
      return heardAt === null
        ? t('health.listeningWaits')
        : t('health.listening', { span: format.span(now - Date.parse(heardAt)) });
    case 'degraded':
    case 'blind':
      return t(`health.${health}`, { why: reason === null ? t('common.noReason') : t(`healthReason.${reason}`) });
    default:
      return t(`health.${health}`);
  }
}
