/** The calendars on which promises run. */
import { Button } from '@mantine/core';
import { IconCalendarTime, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { useCalendars } from '../../api/standards.js';
import { BackLink } from '../../components/back-link.js';
import { useFormat } from '../../components/format.js';
import { Page } from '../../components/page.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';

export function CalendarsPage() {
  const { t } = useTranslation();
  const list = useCalendars();
  const mayWrite = useMe().data?.roles.includes('manager');
  const add = mayWrite && (
    <Button component={Link} to="/calendars/$calendarId" params={{ calendarId: 'new' } as never} leftSection={<IconPlus size={15} aria-hidden />}>
      {t('calendars.new')}
    </Button>
  ); // prettier-ignore
  return (
    <Page
      title={t('standards.calendars')}
      sub={t('calendars.sub')}
      actions={
        <>
          <BackLink to="/standards" words={t('standards.back')} />
          {(list.data?.items.length ?? 0) > 0 && add}
        </>
      }
    >
      {list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <section className="panel" aria-label={t('standards.calendars')}>
          {list.isPending ? (
            <RowsSkeleton />
          ) : list.data.items.length === 0 ? (
            <EmptyState icon={<IconCalendarTime size={26} stroke={1.6} aria-hidden />} title={t('calendars.empty')} words={t('calendars.emptyWords')} action={add} />
          ) : (
            <CalendarTable items={list.data.items} />
          )}
        </section>
      )}
    </Page>
  );
} // prettier-ignore

function CalendarTable({ items }: { items: NonNullable<ReturnType<typeof useCalendars>['data']>['items'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <Table columns={[{ words: t('calendars.name') }, { words: t('calendars.nowTitle') }, { words: t('calendars.daysOff'), className: 'r hide-sm' }]}>
      {items.map((c) => (
        <tr key={c.id}>
          <td>
            <Link to="/calendars/$calendarId" params={{ calendarId: c.id }} className="cell-link">
              <strong>{c.name}</strong>
            </Link>
            <span className="cell-sub">
              {c.rules.zone} · {t('calendars.version', { n: c.version })}
            </span>
          </td>
          <td>{c.openNow ? t('calendars.open') : c.nextOpening ? t('calendars.opens', { when: format.when(c.nextOpening, now) }) : t('calendars.never')}</td>
          <td className="r num hide-sm">{format.number(c.rules.holidays.length)}</td>
        </tr>
      ))}
    </Table>
  );
} // prettier-ignore
