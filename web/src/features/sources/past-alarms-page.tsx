/** Past alarms: every time a source was not heard well and what it cost; what was louder than usual, and accounts nobody tended. */
import { PAST_ALARM_KINDS } from '#libs/contracts/http/coverage.js';
import { EARLY_ALARM_KINDS } from '#libs/contracts/http/early-alarms.js';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { IconBellCheck } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { usePastAlarms } from '../../api/coverage.js';
import { useEarlyAlarms } from '../../api/foresight.js';
import { useMe } from '../../api/session.js';
import { useSources } from '../../api/sources.js';
import { BackLink } from '../../components/back-link.js';
import { MoreButton } from '../../components/more-button.js';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { EarlyAlarms } from './early-alarms.js';
import { PastAlarms } from './past-alarms.js';

type Early = (typeof EARLY_ALARM_KINDS)[number];
type OfSources = (typeof PAST_ALARM_KINDS)[number];

export function PastAlarmsPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const mayLook = me?.roles.some((role) => role === 'manager' || role === 'administrator') ?? false;
  const { kind } = useSearch({ from: '/alarms' });
  const early = EARLY_ALARM_KINDS.find((one) => one === kind) ?? (me && !mayLook ? 'unusual' : undefined);
  return (
    <Page
      title={t('alarms.title')}
      sub={t(early ? `alarms.subOf.${early}` : 'alarms.sub')}
      actions={<BackLink to={early ? '/watchtower' : '/sources'} words={t(early ? 'coverage.back' : 'sources.back')} />}
    >
      <div className="stack">
        <Filters early={early} mayLook={mayLook} />
        {early ? <OfEarly kind={early} /> : me && <OfSources kind={PAST_ALARM_KINDS.find((one) => one === kind)} />}
      </div>
    </Page>
  );
}

function OfEarly({ kind }: { kind: Early }) {
  const { t } = useTranslation();
  const list = useEarlyAlarms(kind);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const nothing = [t(`alarms.none.${kind}`), t(`alarms.noneWords.${kind}`)] as const;
  return <List list={list} nothing={nothing} rows={items.length > 0 && <EarlyAlarms items={items} />} />;
}

function OfSources({ kind }: { kind: OfSources | undefined }) {
  const { t } = useTranslation();
  const { source: sourceId } = useSearch({ from: '/alarms' });
  const list = usePastAlarms({ kind, sourceId });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const nothing = [t(kind || sourceId ? 'alarms.emptyFilter' : 'alarms.empty'), t('alarms.emptyWords')] as const;
  return <List list={list} nothing={nothing} rows={items.length > 0 && <PastAlarms items={items} />} />;
}

interface Listed {
  list: ComponentProps<typeof MoreButton>['list'] & { error: Error | null; data: unknown; refetch(): unknown };
  nothing: readonly [title: string, words: string];
  rows: React.ReactNode;
}

function List({ list, nothing: [title, words], rows }: Listed) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('alarms.title')}>
      {list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <RowsSkeleton />
      ) : (
        rows || <EmptyState icon={<IconBellCheck size={26} stroke={1.6} aria-hidden />} title={title} words={words} />
      )}
      <MoreButton list={list} />
    </section>
  );
}

function Filters({ early, mayLook }: { early: Early | undefined; mayLook: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind, source } = useSearch({ from: '/alarms' });
  const sources = useSources().data?.items ?? [];
  const go = (search: { kind?: Early | OfSources; source?: string }) => void navigate({ to: '/alarms', search, replace: true });
  return (
    <div className="toolbar toolbar--wrap" role="search" aria-label={t('alarms.title')}>
      <SegmentedControl
        aria-label={t('alarms.about')}
        size="xs"
        withItemsBorders={false}
        value={early ?? ''}
        data={[
          ...(mayLook ? [{ value: '', label: t('alarms.sources') }] : []),
          ...EARLY_ALARM_KINDS.map((value) => ({ value, label: t(`alarms.${value}`) })),
        ]}
        onChange={(value) => go({ kind: EARLY_ALARM_KINDS.find((known) => known === value) })}
      />
      {!early && mayLook && (
        <>
          <NativeSelect
            aria-label={t('alarms.kind')}
            value={kind ?? ''}
            data={[
              { value: '', label: t('alarms.all') },
              ...PAST_ALARM_KINDS.map((value) => ({ value, label: t(`alarms.${value}`) })),
            ]}
            onChange={(event) => go({ source, kind: PAST_ALARM_KINDS.find((known) => known === event.currentTarget.value) })}
          />
          <NativeSelect
            aria-label={t('alarms.source')}
            value={source ?? ''}
            data={[{ value: '', label: t('alarms.everySource') }, ...sources.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(event) =>
              go({ kind: PAST_ALARM_KINDS.find((known) => known === kind), source: event.currentTarget.value || undefined })
            }
          />
        </>
      )}
    </div>
  );
}
