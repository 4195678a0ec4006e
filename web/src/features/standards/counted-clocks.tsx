/** The clocks behind a figure, of one standard or of all in the last 24 hours: every number opens, down to the facts that decided it. */
import { COUNTED_AS, type CountedClocks as Asked, type CountedClockView } from '#libs/contracts/http/standards.js';
import { Button, NativeSelect } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountedClocks } from '../../api/standards.js';
import { useFormat } from '../../components/format.js';
import { NetworkIcon } from '../../components/network.js';
import { Panel } from '../../components/page.js';
import { PostText } from '../../components/post-text.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { Table } from '../../components/table.js';
import { useNow } from '../../live/server-clock.js';

/** Where a figure elsewhere leads to. */
const COUNTED = 'counted';
const STEP = 20;
const MOST = 200;

export function CountedClocks({ id }: { id: string | null }) {
  const { t } = useTranslation();
  const [show, setShow] = useState<Asked['show']>('late');
  const [most, setMost] = useState(STEP);
  const list = useCountedClocks(id, show, most);
  const here = useRef<HTMLDivElement>(null);
  const asked = useRouterState({ select: ({ location }) => location.hash === COUNTED });
  useEffect(() => {
    if (asked && list.data) here.current?.scrollIntoView({ block: 'center' });
  }, [asked, list.data === undefined]); // only once it is there
  const choose = (
    <NativeSelect
      size="xs"
      aria-label={t('standards.counted')}
      value={show}
      data={COUNTED_AS.map((value) => ({ value, label: t(`standards.countedAs.${value}`) }))}
      onChange={(event) => setShow(event.currentTarget.value as Asked['show'])}
    />
  );
  return (
    <div ref={here} id={COUNTED}>
      <Panel title={t('standards.counted')} aside={choose} flush>
        {list.error ? (
          <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <RowsSkeleton rows={3} />
        ) : list.data.items.length === 0 ? (
          <p className="panel__none">{t('standards.countedNone')}</p>
        ) : (
          <ClockTable items={list.data.items} />
        )}
        {list.data?.nextCursor && most < MOST && (
          <div className="panel__more">
            <Button variant="subtle" onClick={() => setMost(most + STEP)}>
              {t('common.more')}
            </Button>
          </div>
        )}
      </Panel>
    </div>
  );
}

function ClockTable({ items }: { items: readonly CountedClockView[] }) {
  const { t } = useTranslation();
  return (
    <Table
      columns={[
        { words: t('tower.case') },
        { words: t('standards.countedWhen') },
        { words: t('standards.countedWhose'), className: 'hide-sm' },
      ]}
    >
      {items.map((one) => (
        <Row key={`${one.caseId} ${one.kind} ${one.episode}`} one={one} />
      ))}
    </Table>
  );
}

function Row({ one }: { one: CountedClockView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const over = Date.parse(one.stoppedAt ?? new Date(now).toISOString()) - Date.parse(one.dueAt);
  return (
    <tr>
      <td>
        <Link to="/queue/$view/$caseId" params={{ view: 'open', caseId: one.caseId }} search={{ recorder: true }} className="cell-link">
          <strong>
            <PostText text={one.who.name ?? t('case.number', { id: one.caseId })} />
          </strong>
        </Link>{' '}
        <NetworkIcon network={one.who.network} size={13} />
        <span className="cell-sub">
          {t('case.number', { id: one.caseId })} · {t(`clockKind.${one.kind}`)}
        </span>
      </td>
      <td className="num">
        {format.when(one.decidedAt, now)}
        {one.late && <span className="cell-sub tone-late">{t(one.stoppedAt ? 'clock.metLate' : 'clock.late', { span: format.span(over) })}</span>}
      </td>
      <td className="hide-sm">{one.late ? t(`standards.whose.${one.late}`) : '–'}</td>
    </tr>
  );
} // prettier-ignore
