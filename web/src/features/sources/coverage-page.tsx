/** How much was heard: over all, by source, and every blind time with what it cost. */
import type { CoverageView } from '#libs/contracts/views/coverage.js';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCoverage } from '../../api/coverage.js';
import { useMe } from '../../api/session.js';
import { BackLink } from '../../components/back-link.js';
import { useFormat } from '../../components/format.js';
import { NetworkIcon } from '../../components/network.js';
import { Page, Panel } from '../../components/page.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { BlindTimes } from './blind-times.js';
import { LedgerBar } from './ledger-bar.js';
import { SpanChoice } from './span-choice.js';

export function CoveragePage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { days = 1 } = useSearch({ from: '/coverage' });
  const { data, error, refetch } = useCoverage(days);
  const mayOpen = useMe().data?.roles.some((role) => role === 'manager' || role === 'administrator') ?? false;
  const shares = data && data.live !== null && data.heard !== null ? { live: format.percentDown(data.live), heard: format.percentDown(data.heard) } : null; // prettier-ignore
  return (
    <Page
      title={t('coverage.title')}
      sub={data && (shares ? t('coverage.sub', shares) : t('coverage.subNone'))}
      actions={
        <>
          <BackLink to="/watchtower" words={t('coverage.back')} />
          {mayOpen && (
            <Link to="/alarms" className="back">
              {t('alarms.title')}
            </Link>
          )}
          <SpanChoice
            days={days}
            onChange={(next) => void navigate({ to: '/coverage', search: { days: next }, replace: true })}
          />
        </>
      }
    >
      {data ? (
        <div className="stack">
          <BySource coverage={data} mayOpen={mayOpen} />
          <Panel title={t('coverage.windows')} aside={t('coverage.windowsWords')} flush>
            {data.windows.length === 0 ? (
              <p className="panel__none">{t('coverage.windowsNone')}</p>
            ) : (
              <BlindTimes windows={data.windows} mayOpen={mayOpen} />
            )}
          </Panel>
        </div>
      ) : error ? (
        <ErrorCard error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="panel">
          <RowsSkeleton />
        </div>
      )}
    </Page>
  );
}

function BySource({ coverage, mayOpen }: { coverage: CoverageView; mayOpen: boolean }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('coverage.bySource')} aside={t('coverage.bySourceWords')} flush>
      {coverage.sources.length === 0 ? (
        <p className="panel__none">{t('coverage.none')}</p>
      ) : (
        <Table
          label={t('coverage.bySource')}
          columns={[
            { words: t('coverage.source') },
            { words: t('coverage.span'), className: 'col-bar hide-sm' },
            { words: t('coverage.live'), className: 'r' },
            { words: t('coverage.heard'), className: 'r' },
            { words: t('coverage.blind'), className: 'r' },
          ]}
        >
          {coverage.sources.map((row) => (
            <SourceRow key={row.source.id} row={row} coverage={coverage} mayOpen={mayOpen} />
          ))}
        </Table>
      )}
    </Panel>
  );
}

function SourceRow({
  row,
  coverage,
  mayOpen,
}: {
  row: CoverageView['sources'][number];
  coverage: CoverageView;
  mayOpen: boolean;
}) {
  const format = useFormat();
  const { source, live, heard, blindSeconds } = row;
  const share = (value: number | null) => (value === null ? '–' : format.percentDown(value));
  const windows = coverage.windows.filter((window) => window.source.id === source.id);
  const whole = { id: '0', state: 'listening', from: coverage.from, to: coverage.to, reason: null } as const;
  return (
    <tr>
      <td>
        <span className="src">
          <span className="src__icon">
            <NetworkIcon network={source.kind} size={16} />
          </span>
          {mayOpen ? (
            <Link to="/sources/$sourceId" params={{ sourceId: source.id }} className="cell-link">
              <strong>{source.name}</strong>
            </Link>
          ) : (
            <strong>{source.name}</strong>
          )}
        </span>
      </td>
      <td className="col-bar hide-sm">
        <LedgerBar from={coverage.from} to={coverage.to} live={live} lines={[whole, ...windows]} />
      </td>
      <td className="r num">{share(live)}</td>
      <td className="r num">{share(heard)}</td>
      <td className={blindSeconds > 0 ? 'r num tone-late' : 'r num dim'}>{format.span(blindSeconds * 1000)}</td>
    </tr>
  );
}
