/** How a source fares, in words: never just "degraded". */
import type { SourceView } from '#libs/contracts/views/source.js';
import type { SourceHealth } from '#libs/contracts/words.js';
import { IconCircleCheck, IconEyeOff, IconHourglassLow, IconPlayerPause, IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { useNow } from '../../live/server-clock.js';

const MARK: Record<SourceHealth, readonly [typeof IconEyeOff, string]> = {
  new: [IconSparkles, ''],
  listening: [IconCircleCheck, ''],
  degraded: [IconHourglassLow, 'tone-soon heavy'],
  blind: [IconEyeOff, 'tone-late heavy'],
  off: [IconPlayerPause, ''],
};

export function HealthMark({ source }: { source: Pick<SourceView, 'health' | 'lastOutcome' | 'lastMessage' | 'lastPolledAt'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { health, lastOutcome, lastMessage, lastPolledAt } = source;
  const [Icon, tone] = MARK[health];
  const why = lastOutcome ? t(`pollOutcome.${lastOutcome}`) : (lastMessage ?? t('common.noReason'));
  const words =
    health === 'listening'
      ? lastPolledAt
        ? t('health.listening', { span: format.span(now - Date.parse(lastPolledAt)) })
        : t('health.listeningWaits')
      : health === 'degraded' || health === 'blind'
        ? t(`health.${health}`, { why })
        : t(`health.${health}`);
  return (
    <span className={`plain plain--wraps num ${tone}`} title={lastMessage ?? undefined}>
      <Icon size={15} aria-hidden />
      {words}
    </span>
  );
}
