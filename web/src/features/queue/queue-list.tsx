/** One view of the queue: a virtual list that nothing moves in until asked, with what is new gathered on top. */
import type { CaseCard } from '#libs/contracts/views/case.js';
import { IconArrowUp, IconInbox, IconSearch, IconX } from '@tabler/icons-react';
import { ActionIcon, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseList } from '../../api/cases.js';
import { keys } from '../../api/keys.js';
import { useKey } from '../../components/keyboard.js';
import type { QueueView } from '../../components/rooms.js';
import { CaseRowSkeleton, EmptyState, ErrorCard, Late } from '../../components/states.js';
import { VirtualList } from '../../components/virtual-list.js';
import { forgetArrivals, listName, useArrivals } from '../../api/arrivals.js';
import { CaseRow } from './case-row.js';
import { ViewChips } from './view-chips.js';

export interface QueueListProps {
  view: QueueView;
  q?: string;
  watchId?: string;
  selectedId?: string;
  onOpen: (caseId: string) => void;
  onSearch: (words: string) => void;
}
const ROW = 112;

export function QueueList({ view, q, watchId, selectedId, onOpen, onSearch }: QueueListProps) {
  const { t } = useTranslation();
  const filter = useMemo(() => ({ view, q, watchId }), [view, q, watchId]);
  const list = useCaseList(filter);
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const selected = items.findIndex((item) => item.id === selectedId);
  const name = listName(keys.caseList(filter));
  const { arrivals, takeNew, taken } = useTakeNew(name, filter, items, items.length === 0 && list.isSuccess);
  useMoveKeys(
    items.map((item) => item.id),
    selected,
    onOpen,
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(
    () => void (hasNextPage && !isFetchingNextPage && fetchNextPage()),
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  return (
    <section className="case-list" aria-label={t(`view.${view}`)}>
      <div className="case-list__head">
        <h2 className="case-list__title">{t(`view.${view}`)}</h2>
        {arrivals > 0 && (
          <button type="button" className="new-pill" onClick={takeNew}>
            <IconArrowUp size={14} stroke={2.2} aria-hidden />
            <span className="num">{t('queue.new', { count: arrivals })}</span>
          </button>
        )}
        <span className="visually-hidden" role="status">
          {arrivals > 0 && t('queue.newSpoken', { count: arrivals })}
        </span>
      </div>
      <SearchBox q={q} onSearch={onSearch} />
      <ViewChips view={view} />
      {list.error && items.length === 0 ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Late>
          {[0, 1, 2, 3, 4].map((i) => (
            <CaseRowSkeleton key={i} />
          ))}
        </Late>
      ) : items.length === 0 ? (
        <Nothing view={view} searching={q !== undefined} />
      ) : (
        <VirtualList
          className="case-list__scroll"
          label={t('queue.listLabel')}
          items={items}
          keyOf={(card) => card.id}
          rowHeight={ROW}
          activeIndex={selected}
          topKey={`${name}${taken}`}
          onEnd={more}
          render={(card) => <CaseRow card={card} view={view} selected={card.id === selectedId} onOpen={onOpen} />}
        />
      )}
    </section>
  );
}

/** Counts what is new for this list and takes it in when asked; an empty list takes it at once, as nothing can move there. */
function useTakeNew(name: string, filter: object, items: CaseCard[], empty: boolean) {
  const client = useQueryClient();
  const waiting = useArrivals(name);
  const arrivals = useMemo(() => [...waiting].filter((id) => !items.some((item) => item.id === id)).length, [waiting, items]);
  const [taken, setTaken] = useState(0);
  const take = useCallback(() => {
    forgetArrivals(name);
    void client.resetQueries({ queryKey: ['cases', filter] });
    setTaken((n) => n + 1);
  }, [client, filter, name]);
  useEffect(() => {
    if (empty && arrivals > 0) take();
  }, [empty, arrivals, take]);
  return { arrivals: empty ? 0 : arrivals, takeNew: take, taken };
}

function useMoveKeys(ids: string[], selected: number, onOpen: (id: string) => void): void {
  const move = (step: number) => {
    const next = ids[Math.max(0, Math.min(ids.length - 1, selected + step))];
    if (next !== undefined) onOpen(next);
  };
  useKey('j', () => move(1));
  useKey('k', () => move(selected < 0 ? 1 : -1));
}

function SearchBox({ q, onSearch }: Pick<QueueListProps, 'q' | 'onSearch'>) {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(q ?? '');
  const later = useDebouncedCallback(onSearch, 250);
  const change = (value: string) => {
    setWords(value);
    later(value.trim());
  };
  useKey('/', () => box.current?.focus());
  useEffect(() => setWords((now) => (now.trim() === (q ?? '') ? now : (q ?? ''))), [q]);
  return (
    <div className="case-list__search">
      <TextInput
        ref={box}
        type="search"
        aria-label={t('queue.search')}
        placeholder={t('queue.search')}
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={words && <ActionIcon size={24} aria-label={t('common.clear')} onClick={() => change('')}><IconX size={14} aria-hidden /></ActionIcon>} // prettier-ignore
        value={words}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
    </div>
  );
}

function Nothing({ view, searching }: { view: QueueView; searching: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="case-list__scroll">
      <EmptyState
        icon={<IconInbox size={24} stroke={1.6} aria-hidden />}
        title={t(searching ? 'queue.nothingFound' : `queue.empty.${view}`)}
        words={t(searching ? 'queue.nothingFoundWords' : 'queue.emptyWords')}
      />
    </div>
  );
}
