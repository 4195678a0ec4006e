/** Authors who said stop, and those marked as press, VIP or bot: with their words, who noted it, and the way back. */
import type { WishesOfAuthor, WishesQuery } from '#libs/contracts/http/permissions.js';
import { AUTHOR_MARKS } from '#libs/contracts/http/permissions.js';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconHandStop, IconSearch, IconUserHeart } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMarkAuthor, useWishes } from '../../api/messages.js';
import { useMe } from '../../api/session.js';
import { AskFirst } from '../../components/ask-first.js';
import { useFormat } from '../../components/format.js';
import { NetworkIcon } from '../../components/network.js';
import { Page } from '../../components/page.js';
import { atHandle, authorName } from '../../components/person.js';
import { useSayProblem } from '../../components/problem-words.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';
import { AckTabs } from './ack-tabs.js';

type Filter = Partial<Pick<WishesQuery, 'what' | 'q'>>;
const KINDS = ['stop', ...AUTHOR_MARKS] as const;

export function AuthorsPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>({});
  return (
    <Page title={t('wishes.title')} sub={t('wishes.sub')}>
      <AckTabs />
      <Filters filter={filter} onChange={setFilter} />
      <List filter={filter} />
    </Page>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const later = useDebouncedCallback((q: string) => onChange({ ...filter, q: q.trim() || undefined }), 250);
  return (
    <div className="toolbar" role="search" aria-label={t('wishes.filters')}>
      <TextInput
        type="search"
        className="toolbar__search"
        aria-label={t('wishes.search')}
        placeholder={t('wishes.search')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          later(event.currentTarget.value);
        }}
      />
      <NativeSelect
        aria-label={t('wishes.what')}
        data-set={filter.what !== undefined || undefined}
        value={filter.what ?? ''}
        data={[{ value: '', label: t('wishes.any') }, ...KINDS.map((value) => ({ value, label: t(`wishes.kind.${value}`) }))]}
        onChange={(event) => onChange({ ...filter, what: (event.currentTarget.value || undefined) as Filter['what'] })}
      />
    </div>
  );
}

function List({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const wishes = useWishes(filter);
  const items = wishes.data?.pages.flatMap((page) => page.items) ?? [];
  if (wishes.error) return <ErrorCard error={wishes.error} onRetry={() => void wishes.refetch()} />;
  return (
    <section className="panel" aria-label={t('wishes.title')}>
      {wishes.isPending ? (
        <RowsSkeleton />
      ) : items.length === 0 ? (
        <EmptyState
          icon={<IconUserHeart size={26} stroke={1.6} aria-hidden />}
          title={t('wishes.empty')}
          words={t('wishes.emptyWords')}
        />
      ) : (
        <ul className="messages">
          {items.map((item) => (
            <Author key={item.author.id} item={item} />
          ))}
        </ul>
      )}
      {wishes.hasNextPage && (
        <div className="ledger__more">
          <Button variant="default" loading={wishes.isFetchingNextPage} onClick={() => void wishes.fetchNextPage()}>
            {t('acks.older')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Author({ item }: { item: WishesOfAuthor }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { author, marks, stop } = item;
  const mark = useMarkAuthor();
  const sayProblem = useSayProblem();
  const may = useMe().data?.roles.some((role) => role === 'manager' || role === 'responder') ?? false;
  const on = marks.map((one) => one.mark);
  const name = authorName(author);
  return (
    <li className="message">
      <div className="message__head">
        <span className="who">
          <NetworkIcon network={author.network} />
          <strong>{name}</strong>
        </span>
        <span className="dim">
          {author.handle && author.handle !== name && atHandle(author.handle)}
          {author.followers !== null &&
            ` · ${t('rail.followers', { count: author.followers, n: format.number(author.followers) })}`}
        </span>
      </div>
      {stop && <Stop item={item} may={may} />}
      <div className="marks-row" role="group" aria-label={t('wishes.marksOf', { name })}>
        {AUTHOR_MARKS.map((one) => (
          <Checkbox
            key={one}
            size="xs"
            label={t(`wishes.kind.${one}`)}
            checked={on.includes(one)}
            disabled={!may || mark.isPending}
            onChange={(event) =>
              mark.mutate(
                { authorId: author.id, marks: event.currentTarget.checked ? [...on, one] : on.filter((other) => other !== one) },
                { onError: sayProblem },
              )
            }
          />
        ))}
        {marks.length > 0 && <MarkedBy marks={marks} />}
      </div>
    </li>
  );
}

function MarkedBy({ marks }: { marks: WishesOfAuthor['marks'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const latest = marks.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  if (!latest?.by) return null;
  return <span className="dim">{t('wishes.markedBy', { name: latest.by.name, when: format.when(latest.at, now) })}</span>;
}

function Stop({ item: { author, stop }, may }: { item: WishesOfAuthor; may: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const lift = useMarkAuthor();
  const [asking, setAsking] = useState(false);
  if (!stop) return null;
  const when = format.when(stop.at, now);
  return (
    <div className="wish-stop">
      <IconHandStop size={16} className="tone-late" aria-hidden />
      <div>
        <strong>{stop.by ? t('wishes.stopNoted', { name: stop.by.name, when }) : t('wishes.stopSaid', { when })}</strong>
        {stop.words && <q>{stop.words}</q>}
        {stop.caseId && (
          <Link to="/cases/$caseId" params={{ caseId: stop.caseId }} className="tone-brand">
            {t('wishes.openCase')}
          </Link>
        )}
      </div>
      {may && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('wishes.lift')}
        </Button>
      )}
      {asking && (
        <AskFirst
          title={t('wishes.lift')}
          words={t('wishes.liftWords', { name: authorName(author) })}
          action={t('wishes.lift')}
          pending={lift.isPending}
          error={lift.error}
          onCancel={() => setAsking(false)}
          onDo={() => lift.mutate({ authorId: author.id, stop: false }, { onSuccess: () => setAsking(false) })}
        />
      )}
    </div>
  );
}
