/** How one source was heard: its ledger as a bar, its blind times, and what is expected of it. */
import type { CadenceView } from '#libs/contracts/views/coverage.js';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSourceHealth } from '../../api/coverage.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { BlindTimes } from './blind-times.js';
import { LedgerBar } from './ledger-bar.js';
import { SpanChoice } from './span-choice.js';

export function SourceHealth({ sourceId }: { sourceId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [days, setDays] = useState(7);
  const { data, error, refetch } = useSourceHealth(sourceId, days);
  const blind = data?.lines.filter((line) => line.state === 'blind').reverse() ?? [];
  return (
    <Panel title={t('coverage.ledgerTitle')} aside={<SpanChoice days={days} onChange={setDays} />}>
      {!data ? (
        error ? (
          <ErrorCard error={error} onRetry={() => void refetch()} />
        ) : (
          <RowsSkeleton rows={2} />
        )
      ) : data.lines.length === 0 ? (
        <p className="panel__none panel__none--tight">{t('coverage.ledgerNone')}</p>
      ) : (
        <>
          <LedgerBar {...data} />
          {data.live !== null && data.heard !== null && (
            <p className="form__hint">
              {t('coverage.sub', { live: format.percentDown(data.live), heard: format.percentDown(data.heard) })}
            </p>
          )}
          {blind.length > 0 && <BlindTimes windows={blind} />}
        </>
      )}
      {data && <CadenceWords {...data.cadence} />}
      <p className="form__hint">
        <Link to="/alarms" search={{ source: sourceId }}>
          {t('alarms.ofThis')}
        </Link>
      </p>
    </Panel>
  );
}

function CadenceWords(cadence: CadenceView) {
  return <p className="form__hint">{useCadenceWords(cadence)}</p>;
}

function useCadenceWords({ quietSeconds, learnedQuietSeconds, arrivalsPerDay }: CadenceView): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (quietSeconds === 0) return t('coverage.cadenceNever');
  if (quietSeconds !== null) return t('coverage.cadenceSet', { span: format.span(quietSeconds * 1000) });
  if (learnedQuietSeconds === null || arrivalsPerDay === null) return t('coverage.cadenceUnknown');
  return t('coverage.cadenceLearned', { n: format.decimal(arrivalsPerDay), span: format.span(learnedQuietSeconds * 1000) });
}
