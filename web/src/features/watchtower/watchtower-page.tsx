/** Where the risk is now: a sentence on top, figures that open, and what is about to break. */
import type { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { useWatchtower } from '../../api/watchtower.js';
import { useFormat } from '../../components/format.js';
import { Page } from '../../components/page.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';
import { AboutToBreach } from './about-to-breach.js';
import { Escalations } from './escalations.js';
import { Budgets, LouderThanUsual } from './foresight.js';
import { LoadPanel } from './load-panel.js';
import { SourcesPanel } from './sources-panel.js';
import { Tiles } from './tiles.js';

export function WatchtowerPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useWatchtower();
  return (
    <Page
      title={t('room.watchtower')}
      sub={data && <Sentence tower={data} />}
      actions={
        <Link to="/alarms" search={{ kind: 'unusual' }} className="back">
          {t('alarms.title')}
        </Link>
      }
    >
      {data ? (
        <div className="grid grid--top">
          <Tiles tower={data} />
          <LouderThanUsual />
          <AboutToBreach cards={data.aboutToBreach} />
          <div className="c5 stack">
            <Escalations items={data.escalations} />
            <LoadPanel load={data.load} />
            <SourcesPanel sources={data.sources} coverage={data.coverage} />
          </div>
          <Budgets />
        </div>
      ) : error ? (
        <ErrorCard error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="panel">
          <RowsSkeleton rows={8} />
        </div>
      )}
    </Page>
  );
}

/** What a manager would ask first. */
function Sentence({ tower }: { tower: WatchtowerView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { breached, atRisk, aboutToBreach } = tower;
  if (breached === 0 && atRisk === 0) {
    const next = aboutToBreach[0]?.clock;
    return next ? t('tower.calm', { span: format.span(Date.parse(next.dueAt) - now) }) : t('tower.empty');
  }
  const b = { b: <strong /> };
  return (
    <>
      {breached > 0 && <Trans t={t} i18nKey="tower.late" count={breached} components={b} />}{' '}
      {atRisk > 0 && <Trans t={t} i18nKey="tower.risk" count={atRisk} components={b} />}
    </>
  );
}
