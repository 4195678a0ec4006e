/** What we promise: every standard as a sentence, in the order in which they hold, with how it has been kept. */
import type { AttainmentView, StandardsView, StandardView } from '#libs/contracts/http/standards.js';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowUp, IconCalendarTime, IconCheck, IconDownload, IconEar, IconEyeOff, IconHistory, IconPencil, IconPlus, IconRosetteDiscountCheck, IconUsersGroup } from '@tabler/icons-react'; // prettier-ignore
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { useAttainment, useStandards, useStandardStep } from '../../api/standards.js';
import { useFormat } from '../../components/format.js';
import { Page } from '../../components/page.js';
import { useSayProblem } from '../../components/problem-words.js';
import { EmptyState, ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';
import { Changes } from './changes.js';
import { Notes } from './notes.js';
import { Said } from './said.js';
import { WeekBars } from './week-bars.js';

export function StandardsPage() {
  const { t } = useTranslation();
  const list = useStandards();
  const mayWrite = useMe().data?.roles.includes('manager') ?? false;
  const [history, setHistory] = useState(false);
  const add = mayWrite && (
    <Button component={Link} to="/standards/$standardId" params={{ standardId: 'new' } as never} leftSection={<IconPlus size={15} aria-hidden />}>
      {t('standards.new')}
    </Button>
  ); // prettier-ignore
  return (
    <Page
      title={t('room.standards')}
      sub={t('standards.sub')}
      actions={
        <>
          <Button variant="default" leftSection={<IconHistory size={15} aria-hidden />} onClick={() => setHistory(true)}>
            {t('standards.history')}
          </Button>
          <Button component={Link} to="/calendars" variant="default" leftSection={<IconCalendarTime size={15} aria-hidden />}>
            {t('standards.calendars')}
          </Button>
          <Button component={Link} to="/customers" variant="default" leftSection={<IconUsersGroup size={15} aria-hidden />}>
            {t('standards.customers')}
          </Button>
          {mayWrite && (
            <Button
              component="a"
              href="/api/v1/standards/attainment/export"
              download
              variant="default"
              leftSection={<IconDownload size={15} aria-hidden />}
            >
              {t('standards.take')}
            </Button>
          )}
          {add}
        </>
      }
    >
      {list.error ? (
        <ErrorCard error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <RowsSkeleton />
      ) : list.data.items.length === 0 ? (
        <section className="panel">
          <EmptyState
            icon={<IconRosetteDiscountCheck size={26} stroke={1.6} aria-hidden />}
            title={t('standards.empty')}
            words={t('standards.emptyWords')}
            action={add}
          />
        </section>
      ) : (
        <List view={list.data} mayWrite={mayWrite} />
      )}
      {history && <Changes onClose={() => setHistory(false)} />}
    </Page>
  );
}

function List({ view, mayWrite }: { view: StandardsView; mayWrite: boolean }) {
  const { t } = useTranslation();
  const step = useStandardStep();
  const sayProblem = useSayProblem();
  const attained = useAttainment().data?.items ?? [];
  const ids = view.items.map((item) => item.id);
  const raise = (i: number) => {
    const moved = [...ids];
    [moved[i - 1], moved[i]] = [ids[i]!, ids[i - 1]!];
    step.mutate({ do: 'order', ids: moved, reason: t('standards.movedUp') }, { onError: sayProblem });
  };
  return (
    <>
      <Notes view={view} />
      <ol className="promises">
        {view.items.map((item, i) => (
          <li key={item.id} className="promise panel">
            <Words item={item} onRaise={mayWrite && i > 0 ? () => raise(i) : undefined} />
            {item.inForce && <Kept item={item} kept={attained.find((a) => a.standardId === item.id)} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function Words({ item, onRaise }: { item: StandardView; onRaise?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const shown = item.inForce ?? item.draft;
  if (!shown) return null;
  return (
    <div className="promise__words">
      <h2>
        <Link to="/standards/$standardId" params={{ standardId: item.id }} className="cell-link">
          <Said said={shown.said} />
        </Link>
      </h2>
      <p>{shown.said.detail}</p>
      <div className="promise__meta">
        {item.inForce && (
          <span className="plain">
            <IconHistory size={14} aria-hidden />
            {t('standards.version', { n: item.inForce.version, day: format.day(item.inForce.at, now) })}
          </span>
        )}
        {item.draft && (
          <span className="plain tone-brand">
            <IconPencil size={14} aria-hidden />
            {t(item.inForce ? 'standards.hasDraft' : 'standards.onlyDraft')}
          </span>
        )}
        {onRaise && (
          <Tooltip label={t('standards.raise')}>
            <ActionIcon size={24} aria-label={t('standards.raise')} onClick={onRaise}>
              <IconArrowUp size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </div>
  );
}

/** What is not in the share, and why: it is never left out silently. */
function SetAside({ kept }: { kept: AttainmentView | undefined }) {
  const { t } = useTranslation();
  const { excluded = 0, withdrawn = 0 } = kept?.window ?? {};
  const parts = [excluded > 0 && t('standards.setAside_excluded', { count: excluded }), withdrawn > 0 && t('standards.setAside_withdrawn', { count: withdrawn })];
  const said = parts.filter(Boolean).join(' · ');
  return said === '' ? null : <span className="dim num">{said}</span>;
} // prettier-ignore

/** How much was heard in the window: opens the blind times behind it. */
function HeardShare({ window: { coverage, blindTimes }, days }: { window: AttainmentView['window']; days: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { live, heard } = coverage;
  if (live === null || heard === null) return <span className="dim">{t('standards.heardNone')}</span>;
  const Icon = blindTimes > 0 ? IconEyeOff : IconEar;
  return (
    <Link
      to="/coverage"
      search={{ days }}
      className={`plain num ${live < 0.99 ? 'tone-late' : 'dim'}`}
      title={t('standards.heardTitle', { count: blindTimes, later: format.percentDown(heard) })}
    >
      <Icon size={14} stroke={1.8} aria-hidden /> {t('standards.heard', { share: format.percentDown(live) })}
    </Link>
  );
}

function Kept({ item, kept }: { item: StandardView; kept: AttainmentView | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const promised = item.inForce!.terms.percent;
  const { percent, budgetLeft } = kept?.window ?? { percent: null, budgetLeft: null };
  const broken = budgetLeft !== null && budgetLeft < 0;
  return (
    <>
      <div className="promise__weeks">
        {kept && <WeekBars weeks={kept.weeks} promised={promised} />}
        <span className="dim">{t('standards.weeks', { share: format.percent(promised / 100) })}</span>
      </div>
      <div className="promise__now">
        {percent === null ? (
          <span className="big num">–</span>
        ) : (
          <Link
            to="/standards/$standardId"
            params={{ standardId: item.id }}
            hash="counted"
            className="big num cell-link"
            aria-label={t('standards.openFigure', { share: format.percent(percent / 100) })}
          >
            {format.percent(percent / 100)}
          </Link>
        )}
        {percent === null ? (
          <span className="dim">{t('standards.none')}</span>
        ) : (
          <span className={`clock tone-${broken ? 'late' : 'ok'}`}>
            {broken ? <IconAlertTriangle size={14} stroke={2} aria-hidden /> : <IconCheck size={14} stroke={2} aria-hidden />}
            {broken ? t('standards.over', { count: -budgetLeft }) : t('standards.left', { count: budgetLeft ?? 0 })}
          </span>
        )}
        <SetAside kept={kept} />
        {kept && <HeardShare window={kept.window} days={item.inForce!.terms.windowDays} />}
      </div>
    </>
  );
}
