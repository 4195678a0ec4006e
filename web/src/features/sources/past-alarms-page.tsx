/** Past alarms: every time a source was not heard well, who was told of it, and what it cost. */
import { PAST_ALARM_KINDS } from '#libs/contracts/http/coverage.js';
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconBellCheck } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePastAlarms } from '../../api/coverage.js';
import { useSources } from '../../api/sources.js';
import { BackLink } from '../../components/back-link.js';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { PastAlarms } from './past-alarms.js';

export function PastAlarmsPage() {
  const { t } = useTranslation();
  const { kind, source: sourceId } = useSearch({ from: '/alarms' });
  const list = usePastAlarms({ kind, sourceId });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('alarms.title')} sub={t('alarms.sub')} actions={<BackLink to="/sources" words={t('sources.back')} />}>
      <div className="stack">
        <Filters />
        <section className="panel" aria-label={t('alarms.title')}>
          {list.error ? (
            <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
          ) : !list.data ? (
            <RowsSkeleton />
          ) : items.length === 0 ? (
            <EmptyState
              icon={<IconBellCheck size={26} stroke={1.6} aria-hidden />}
              title={t(kind || sourceId ? 'alarms.emptyFilter' : 'alarms.empty')}
              words={t('alarms.emptyWords')}
            />
          ) : (
            <PastAlarms items={items} />
          )}
          {list.hasNextPage && (
            <div className="panel__form">
              <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('common.more')}
              </Button>
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind, source } = useSearch({ from: '/alarms' });
  const sources = useSources().data?.items ?? [];
  const go = (search: { kind?: (typeof PAST_ALARM_KINDS)[number]; source?: string }) =>
    void navigate({ to: '/alarms', search, replace: true });
  return (
    <div className="toolbar toolbar--wrap" role="search" aria-label={t('alarms.title')}>
      <SegmentedControl
        aria-label={t('alarms.kind')}
        size="xs"
        value={kind ?? ''}
        data={[
          { value: '', label: t('alarms.all') },
          ...PAST_ALARM_KINDS.map((value) => ({ value, label: t(`alarms.${value}`) })),
        ]}
        onChange={(value) => go({ source, kind: PAST_ALARM_KINDS.find((known) => known === value) })}
      />
      <NativeSelect
        aria-label={t('alarms.source')}
        value={source ?? ''}
        data={[{ value: '', label: t('alarms.everySource') }, ...sources.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => go({ kind, source: event.currentTarget.value || undefined })}
      />
    </div>
  );
}
