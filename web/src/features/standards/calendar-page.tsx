/** One calendar: hours of the week, holidays, exceptions and cover; and a place to ask when something would be due. */
import type { CalendarRules, CalendarView } from '#libs/contracts/http/calendars.js';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { GONE } from '../../api/client.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { useCalendars, useRemoveCalendar, useSaveCalendar } from '../../api/standards.js';
import { AskFirst } from '../../components/ask-first.js';
import { BackLink } from '../../components/back-link.js';
import { say } from '../../components/news.js';
import { Page, Panel } from '../../components/page.js';
import { useProblemWords } from '../../components/problem-words.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { DaysEditor } from './days-editor.js';
import { DueTester } from './due-tester.js';
import { HolidayFiller } from './holiday-filler.js';
import { HoursEditor } from './hours-editor.js';

const NINE = [{ from: '09:00', to: '17:00' }];
const ZONES = Intl.supportedValuesOf('timeZone');

function fresh(): CalendarRules {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const week = { mon: NINE, tue: NINE, wed: NINE, thu: NINE, fri: NINE, sat: [], sun: [] };
  return { zone, week, country: null, region: null, holidays: [], exceptions: [], cover: [] };
}

export function CalendarPage() {
  const { t } = useTranslation();
  const { calendarId } = useParams({ from: '/calendars/$calendarId' });
  const list = useCalendars();
  const found = list.data?.items.find((c) => c.id === calendarId);
  if (calendarId === 'new') return <Editor key="new" />;
  if (found) return <Editor key={`${found.id} ${found.version}`} calendar={found} />;
  return (
    <Page title={t('standards.calendars')} actions={<BackLink to="/calendars" words={t('standards.calendars')} />}>
      {list.isPending ? <RowsSkeleton /> : <ErrorCard error={list.error ?? GONE} onRetry={() => void list.refetch()} />}
    </Page>
  );
}

function Editor({ calendar }: { calendar?: CalendarView }) {
  const { t } = useTranslation();
  const [name, setName] = useState(calendar?.name ?? '');
  const [rules, setRules] = useState<CalendarRules>(calendar?.rules ?? fresh());
  const mayWrite = useMe().data?.roles.includes('manager') ?? false;
  const zones = ZONES.includes(rules.zone) ? ZONES : [rules.zone, ...ZONES];
  const set = (change: Partial<CalendarRules>) => setRules({ ...rules, ...change });
  return (
    <Page
      title={calendar?.name ?? t('calendars.new')}
      sub={t('calendars.oneSub')}
      actions={
        <BackLink to="/calendars" words={t('standards.calendars')} />
      }
    >
      <div className="grid grid--top">
        <div className="c7 stack">
          <Panel title={t('calendars.hours')}>
            <fieldset className="form plainset" disabled={!mayWrite}>
              <div className="form__row">
                <TextInput label={t('calendars.name')} maxLength={120} value={name} onChange={(e) => setName(e.currentTarget.value)} />
                <NativeSelect label={t('calendars.zone')} value={rules.zone} data={zones} onChange={(e) => set({ zone: e.currentTarget.value })} />
              </div>
              <HoursEditor week={rules.week} onChange={(week) => set({ week })} />
            </fieldset>
          </Panel>
          <Panel title={t('calendars.exceptions')}>
            <DaysEditor rules={rules} readOnly={!mayWrite} onChange={set} />
          </Panel>
        </div>
        <div className="c5 stack">
          <Panel title={t('calendars.holidays')}>
            <HolidayFiller rules={rules} readOnly={!mayWrite} onChange={set} />
          </Panel>
          <Panel title={t('calendars.tester')}>
            <DueTester rules={rules} />
          </Panel>
          {mayWrite && <Save calendar={calendar} name={name} rules={rules} />}
        </div>
      </div>
    </Page>
  );
} // prettier-ignore

function Save({ calendar, name, rules }: { calendar?: CalendarView; name: string; rules: CalendarRules }) {
  const { t } = useTranslation();
  const save = useSaveCalendar();
  const words = useProblemWords();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const done = () => {
    say(t('calendars.saved'));
    void navigate({ to: '/calendars' });
  };
  return (
    <Panel title={t('calendars.save')}>
      <div className="form">
        <TextInput label={t('standards.reason')} maxLength={500} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
        {save.error && (
          <p className="form__problem" role="alert">
            {words(save.error)}
          </p>
        )}
        <p className="form__hint">{t('calendars.saveWords')}</p>
        <div className="form__foot">
          {calendar && <Remove calendar={calendar} />}
          <Button loading={save.isPending} disabled={name.trim() === ''} onClick={() => save.mutate({ id: calendar?.id, name: name.trim(), rules, ...(reason.trim() && { reason }) }, { onSuccess: done })}>
            {t('calendars.save')}
          </Button>
        </div>
      </div>
    </Panel>
  );
} // prettier-ignore

function Remove({ calendar }: { calendar: CalendarView }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const remove = useRemoveCalendar();
  const navigate = useNavigate();
  const run = () => remove.mutate(calendar.id, { onSuccess: () => void navigate({ to: '/calendars' }) });
  return (
    <>
      <Button className="form__left" variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('calendars.remove')}
      </Button>
      {asking && <AskFirst title={t('calendars.removeTitle', { name: calendar.name })} words={t('calendars.removeWords')} action={t('calendars.remove')} pending={remove.isPending} error={remove.error} onDo={run} onCancel={() => setAsking(false)} />}
    </>
  );
} // prettier-ignore
