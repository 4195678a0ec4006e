/** Where posts come from: every source, how it fares, and what it brought. */
import type { SourceView } from '#libs/contracts/views/source.js';
import { Button } from '@mantine/core';
import { IconBroadcast, IconPlus, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { usePollNow, useSources } from '../../api/sources.js';
import { useSourceUse } from '../../api/retention.js';
import { useFormat } from '../../components/format.js';
import { NetworkIcon } from '../../components/network.js';
import { say } from '../../components/news.js';
import { Page } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';
import { SourceMark } from './source-mark.js';
import { UseShare } from './source-use.js';

export function SourcesPage() {
  const { t } = useTranslation();
  const list = useSources();
  const sources = list.data?.items ?? [];
  const maySet = useMe().data?.roles.includes('administrator') ?? false;
  const unwell = sources.filter((source) => source.health === 'blind' || source.health === 'degraded').length;
  const bad = unwell === 0 ? t('sources.allHeard') : t('sources.notHeard', { count: unwell });
  const connect = (
    <Button
      component={Link}
      to="/sources/$sourceId"
      params={{ sourceId: 'new' } as never}
      leftSection={<IconPlus size={15} aria-hidden />}
    >
      {t('sources.connect')}
    </Button>
  );
  return (
    <Page
      title={t('room.sources')}
      sub={sources.length > 0 && t('sources.sub', { count: sources.length, bad })}
      actions={
        sources.length > 0 && (
          <>
            <Link to="/coverage" className="back">
              {t('coverage.title')}
            </Link>
            <Link to="/alarms" className="back">
              {t('alarms.title')}
            </Link>
            {maySet && connect}
          </>
        )
      }
    >
      {list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <section className="panel" aria-label={t('room.sources')}>
          {list.isPending ? (
            <RowsSkeleton />
          ) : sources.length === 0 ? (
            <EmptyState
              icon={<IconBroadcast size={26} stroke={1.6} aria-hidden />}
              title={t('sources.empty')}
              words={t('sources.emptyWords')}
              action={maySet && connect}
            />
          ) : (
            <SourceTable sources={sources} maySet={maySet} />
          )}
        </section>
      )}
    </Page>
  );
}

function SourceTable({ sources, maySet }: { sources: SourceView[]; maySet: boolean }) {
  const { t } = useTranslation();
  return (
    <Table
      className="src-table"
      columns={[
        { words: t('sources.source') },
        { words: t('sources.now') },
        { words: t('sources.cadence'), className: 'hide-sm' },
        { words: t('sources.lastPost'), className: 'hide-sm' },
        { words: t('sources.use'), className: 'hide-sm' },
        { words: t('sources.taken'), className: 'r hide-sm' },
        { words: t('sources.matched'), className: 'r hide-sm' },
        { words: t('sources.refused'), className: 'r' },
        { words: t('common.actions'), className: 'hide-sm', silent: true },
      ]}
    >
      {sources.map((source) => (
        <SourceRow key={source.id} source={source} maySet={maySet} />
      ))}
    </Table>
  );
}

function SourceRow({ source, maySet }: { source: SourceView; maySet: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <tr>
      <td>
        <span className="src">
          <span className="src__icon">
            <NetworkIcon network={source.kind} size={16} />
          </span>
          <span>
            <Link to="/sources/$sourceId" params={{ sourceId: source.id }} className="cell-link">
              <strong>{source.name}</strong>
            </Link>
            <br />
            <span className="dim">{t(`sourceKind.${source.kind}`)}</span>
          </span>
        </span>
      </td>
      <td>
        <SourceMark source={source} />
        {source.waitsFor && (
          <span className="cell-sub">
            {t('sources.waitsFor', { host: source.waitsFor.host, time: format.when(source.waitsFor.until, now) })}
          </span>
        )}
      </td>
      <td className="dim num nowrap hide-sm">
        {!source.polls ? t('sources.called') : t('sources.every', { span: format.span(source.intervalSeconds * 1000) })}
      </td>
      <td className="dim num hide-sm">{source.lastPostAt ? format.when(source.lastPostAt, now) : t('common.never')}</td>
      <td className="hide-sm">
        <UseShare use={useSourceUse().data?.items.find((item) => item.sourceId === source.id)} />
      </td>
      <td className="r hide-sm">{format.number(source.counts.accepted)}</td>
      <td className="r hide-sm">{format.number(source.counts.matched)}</td>
      <td className={source.counts.refused > 0 ? 'r tone-soon' : 'r dim'}>{format.number(source.counts.refused)}</td>
      <td className="r hide-sm">{maySet && source.enabled && source.polls && <PollNow source={source} />}</td>
    </tr>
  );
}

function PollNow({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const poll = usePollNow();
  const sayProblem = useSayProblem();
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={14} aria-hidden />}
      aria-label={`${t('sources.poll')}: ${source.name}`}
      loading={poll.isPending}
      onClick={() =>
        poll.mutate(source.id, { onSuccess: () => say(t('sources.polled', { name: source.name })), onError: sayProblem })
      }
    >
      {t('sources.poll')}
    </Button>
  );
}
