/** What we listen for: every watch, its query, and how much it finds. */
import type { WatchView } from '#libs/contracts/views/watch.js';
import { Button } from '@mantine/core';
import { IconEyeSearch, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { useWatches } from '../../api/watches.js';
import { useFormat } from '../../components/format.js';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { QueryText } from './query-text.js';

export function WatchesPage() {
  const { t } = useTranslation();
  const list = useWatches();
  const watches = list.data?.items ?? [];
  const mayWrite = useMe().data?.roles.includes('manager');
  const add = (
    <Button
      component={Link}
      to="/watches/$watchId"
      params={{ watchId: 'new' } as never}
      leftSection={<IconPlus size={15} aria-hidden />}
    >
      {t('watches.new')}
    </Button>
  );
  return (
    <Page
      title={t('room.watches')}
      sub={watches.length > 0 && t('watches.sub', { count: watches.filter((watch) => watch.enabled).length })}
      actions={mayWrite && watches.length > 0 && add}
    >
      {list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <section className="panel" aria-label={t('room.watches')}>
          {list.isPending ? (
            <RowsSkeleton />
          ) : watches.length === 0 ? (
            <EmptyState
              icon={<IconEyeSearch size={26} stroke={1.6} aria-hidden />}
              title={t('watches.empty')}
              words={t('watches.emptyWords')}
              action={mayWrite && add}
              hint={t('watches.emptyHint')}
            />
          ) : (
            <WatchTable watches={watches} />
          )}
        </section>
      )}
    </Page>
  );
}

function WatchTable({ watches }: { watches: WatchView[] }) {
  const { t } = useTranslation();
  return (
    <Table
      columns={[
        { words: t('watches.name') },
        { words: t('watches.query'), className: 'hide-sm' },
        { words: t('watches.day'), className: 'r' },
      ]}
    >
      {watches.map((watch) => (
        <WatchRow key={watch.id} watch={watch} />
      ))}
    </Table>
  );
}

function WatchRow({ watch }: { watch: WatchView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr data-off={!watch.enabled || undefined}>
      <td>
        <Link to="/watches/$watchId" params={{ watchId: watch.id }} className="cell-link">
          <strong>{watch.name}</strong>
        </Link>
        <span className="cell-sub">
          {t(`watchKind.${watch.kind}`)}
          {!watch.enabled && ` · ${t('watches.off')}`}
        </span>
      </td>
      <td className="hide-sm">
        <span className="query query--line">
          <QueryText query={watch.query} />
        </span>
      </td>
      <td className="r">
        <Link to="/mentions" search={{ watchId: watch.id, days: 1 }} className="cell-link">
          {format.number(watch.mentionsLast24h)}
        </Link>
      </td>
    </tr>
  );
}
