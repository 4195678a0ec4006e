/** Whether we hear: the sources, in words, those in trouble first. */
import type { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import type { SourceHealth } from '#libs/contracts/words.js';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { HealthMark } from '../../components/health-mark.js';
import { Panel } from '../../components/page.js';
import { CoverageLine } from './coverage-line.js';

type Source = WatchtowerView['sources'][number];
const ORDER: readonly SourceHealth[] = ['blind', 'degraded', 'new', 'listening', 'off'];

export function SourcesPanel({ sources, coverage }: { sources: Source[]; coverage: WatchtowerView['coverage'] }) {
  const { t } = useTranslation();
  const mayOpen = useMe().data?.roles.some((role) => role === 'manager' || role === 'administrator');
  const sorted = [...sources].sort((a, b) => ORDER.indexOf(a.health) - ORDER.indexOf(b.health) || a.name.localeCompare(b.name));
  return (
    <Panel title={t('tower.sources')} aside={mayOpen && <Link to="/sources">{t('tower.sourcesAll')}</Link>}>
      <CoverageLine coverage={coverage} />
      {sources.length === 0 && <p className="panel__none panel__none--tight">{t('sources.empty')}</p>}
      <ul className="plainlist plainlist--tight">
        {sorted.slice(0, 12).map((source) => (
          <li key={source.id} className="hears">
            <span className="truncate">{source.name}</span>
            <HealthMark {...source} reason={source.healthReason} heardAt={source.lastPolledAt} short />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
