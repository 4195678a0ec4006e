/** Everything heard: searched, filtered, explained, and sorted into cases, not ours and spam. */
import type { MentionView } from '#libs/contracts/views/mention.js';
import { Button } from '@mantine/core';
import { IconArrowUp, IconEar } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, type MentionFilter } from '../../api/keys.js';
import { useMentionList, useMentionsLooked } from '../../api/mentions.js';
import { useFormat } from '../../components/format.js';
import type { MentionSearch } from '../../components/mention-search.js';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { VirtualList } from '../../components/virtual-list.js';
import { forgetArrivals, listName, useArrivals } from '../../api/arrivals.js';
import { serverNow } from '../../live/server-clock.js';
import { MentionFilters } from './mention-filters.js';
import { MentionRow } from './mention-row.js';
import { VolumeChart } from './volume-chart.js';

const HOUR = 3_600_000;

export function MentionsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/mentions' });
  const filter = useMemo(() => toFilter(search), [search]);
  const list = useMentionList(filter);
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const name = listName(keys.mentionList(filter));
  const { arrivals, take, taken } = useTake(name, filter, items, list.isSuccess && items.length === 0);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(
    () => void (hasNextPage && !isFetchingNextPage && fetchNextPage()),
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  const change = (next: MentionSearch) => void navigate({ to: '/mentions', search: next, replace: true });
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <div className="room">
      <Page title={t('room.mentions')} sub={t('mentions.sub')}>
        <MentionFilters search={search} onChange={change} filtered={filtered} />
        {chartFits(search) && <VolumeChart search={search} onDay={(day) => change({ ...search, days: undefined, day })} />}
        {arrivals > 0 && (
          <button type="button" className="new-pill new-pill--center" onClick={take}>
            <IconArrowUp size={14} stroke={2.2} aria-hidden />
            <span className="num">{t('queue.new', { count: arrivals })}</span>
          </button>
        )}
        {list.error && items.length === 0 ? (
          <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <div className="panel">
            <LookingBack filter={filter} />
            <RowsSkeleton rows={8} />
          </div>
        ) : items.length === 0 ? (
          <div className="panel">
            <Nothing filtered={filtered} />
          </div>
        ) : (
          <>
            <LookingBack filter={filter} />
            <VirtualList
              className="mentions"
              label={t('mentions.list')}
              items={items}
              keyOf={(mention) => mention.id}
              rowHeight={66}
              measured
              topKey={`${name}${taken}`}
              onEnd={more}
              render={(mention) => <MentionRow mention={mention} />}
            />
          </>
        )}
      </Page>
    </div>
  );
}

/** How far back it has looked, while it looks further than the eye can wait for. Not read aloud: it changes many times a second. */
function LookingBack({ filter }: { filter: MentionFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const to = useMentionsLooked(filter);
  return <p className="looking num">{to !== null && t('mentions.looking', { when: format.when(to, serverNow()) })}</p>;
}

/** The period becomes a whole hour, so that the list keeps its name while one reads it. */
function toFilter({ days, day, ...rest }: MentionSearch): MentionFilter {
  if (day !== undefined) return { ...rest, from: midnight(day, 0), to: midnight(day, 1) };
  return days === undefined
    ? rest
    : { ...rest, from: new Date(Math.floor((serverNow() - days * 24 * HOUR) / HOUR) * HOUR).toISOString() };
}

/** The chart counts what a watch heard; it knows nothing of the other filters. */
function chartFits({ watchId: _, days: __, day: ___, ...others }: MentionSearch): boolean {
  return Object.values(others).every((value) => value === undefined);
}

/** @returns the midnight with which a day of the reader's calendar begins, or one so many days later */
function midnight(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

function useTake(name: string, filter: MentionFilter, items: MentionView[], empty: boolean) {
  const client = useQueryClient();
  const waiting = useArrivals(name);
  const arrivals = useMemo(() => [...waiting].filter((id) => !items.some((item) => item.id === id)).length, [waiting, items]);
  const [taken, setTaken] = useState(0);
  const take = useCallback(() => {
    forgetArrivals(name);
    void client.resetQueries({ queryKey: keys.mentionList(filter) });
    setTaken((n) => n + 1);
  }, [client, filter, name]);
  useEffect(() => {
    if (empty && arrivals > 0) take();
  }, [empty, arrivals, take]);
  return { arrivals: empty ? 0 : arrivals, take, taken };
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  const icon = <IconEar size={26} stroke={1.6} aria-hidden />;
  if (filtered) return <EmptyState icon={icon} title={t('mentions.nothing')} words={t('mentions.nothingWords')} />;
  return (
    <EmptyState
      icon={icon}
      title={t('mentions.empty')}
      words={t('mentions.emptyWords')}
      action={
        <Button size="sm" component={Link} to="/watches">
          {t('mentions.emptyAction')}
        </Button>
      }
    />
  );
}
