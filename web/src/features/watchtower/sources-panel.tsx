/** Whether we hear: the sources, in words, those in trouble first. */
import type { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import type { SourceHealth } from '#libs/contracts/words.js';
import { IconCircleCheck, IconEyeOff, IconHourglassLow, IconPlayerPause, IconSparkles } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { useNow } from '../../live/server-clock.js';
import { CoverageLine } from './coverage-line.js';

type Source = WatchtowerView['sources'][number];
const ORDER: readonly SourceHealth[] = ['blind', 'degraded', 'new', 'listening', 'off'];
const MARK: Record<SourceHealth, readonly [typeof IconEyeOff, string]> = {
  blind: [IconEyeOff, 'tone-late heavy'],
  degraded: [IconHourglassLow, 'tone-soon heavy'],
  new: [IconSparkles, ''],
  listening: [IconCircleCheck, ''],
  off: [IconPlayerPause, ''],
};

export function SourcesPanel({ sources, coverage }: { sources: Source[]; coverage: WatchtowerView['coverage'] }) {
  const { t } = useTranslation();
  const mayOpen = useMe().data?.roles.some((role) => role === 'manager' || role === 'administrator');
  const sorted = [...sources].sort((a, b) => ORDER.indexOf(a.health) - ORDER.indexOf(b.health) || a.name.localeCompare(b.name));
  return (
    <Panel title={t('tower.sources')} aside={mayOpen && <Link to="/sources">{t('tower.sourcesAll')}</Link>}>
      <CoverageLine coverage={coverage} />
      <ul className="plainlist plainlist--tight">
        {sorted.slice(0, 12).map((source) => (
          <li key={source.id} className="hears">
            <span className="truncate">{source.name}</span>
            <Words source={source} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Words({ source }: { source: Source }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [Icon, tone] = MARK[source.health];
  const words =
    source.health === 'listening'
      ? source.lastPolledAt
        ? t('health.listening', { span: format.span(now - Date.parse(source.lastPolledAt)) })
        : t('health.listeningWaits')
      : source.health === 'blind' || source.health === 'degraded'
        ? t(`health.${source.health}`, { why: source.message ?? t('common.noReason') })
        : t(`health.${source.health}`);
  return (
    <span className={`plain num ${tone}`} title={source.message ?? undefined}>
      <Icon size={14} aria-hidden />
      <span className="truncate">{words}</span>
    </span>
  );
}
