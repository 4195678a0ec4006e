/** Days with hours of their own, and times in which somebody is on call. */
import type { CalendarRules } from '#libs/contracts/http/calendars.js';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../live/server-clock.js';
import { HoursOfDay } from './hours-editor.js';

interface Props {
  rules: CalendarRules;
  readOnly: boolean;
  onChange: (change: Partial<CalendarRules>) => void;
}

const today = () => new Date(serverNow()).toISOString().slice(0, 10);

export function DaysEditor({ rules, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const { exceptions, cover } = rules;
  const setDay = (i: number, change: Partial<(typeof exceptions)[number]>) => onChange({ exceptions: exceptions.map((e, at) => (at === i ? { ...e, ...change } : e)) });
  const setCover = (i: number, change: Partial<(typeof cover)[number]>) => onChange({ cover: cover.map((c, at) => (at === i ? { ...c, ...change } : c)) });
  return (
    <fieldset className="form plainset" disabled={readOnly}>
      <p className="form__hint">{t('calendars.exceptionsWords')}</p>
      {exceptions.map((day, i) => (
        <div key={i} className="dayrow">
          <TextInput type="date" aria-label={t('calendars.date')} value={day.date} onChange={(e) => setDay(i, { date: e.currentTarget.value })} />
          <div className="dayrow__hours">
            <HoursOfDay name={day.date} hours={day.hours} onChange={(hours) => setDay(i, { hours })} />
          </div>
          <TextInput aria-label={`${day.date}: ${t('calendars.note')}`} placeholder={t('calendars.note')} maxLength={200} value={day.note} onChange={(e) => setDay(i, { note: e.currentTarget.value })} />
          <Gone label={`${t('common.remove')} ${day.date}`} onClick={() => onChange({ exceptions: exceptions.filter((_, at) => at !== i) })} />
        </div>
      ))}
      <Add words={t('calendars.addDay')} onClick={() => onChange({ exceptions: [...exceptions, { date: today(), hours: [], note: '' }] })} />
      <p className="form__hint">{t('calendars.coverWords')}</p>
      {cover.map((c, i) => (
        <div key={i} className="dayrow">
          <TextInput type="datetime-local" aria-label={t('calendars.from')} value={c.from} onChange={(e) => setCover(i, { from: e.currentTarget.value })} />
          <TextInput type="datetime-local" aria-label={t('calendars.to')} value={c.to} onChange={(e) => setCover(i, { to: e.currentTarget.value })} />
          <TextInput aria-label={`${c.from}: ${t('calendars.note')}`} placeholder={t('calendars.who')} maxLength={200} value={c.note} onChange={(e) => setCover(i, { note: e.currentTarget.value })} />
          <Gone label={`${t('common.remove')} ${c.from}`} onClick={() => onChange({ cover: cover.filter((_, at) => at !== i) })} />
        </div>
      ))}
      <Add words={t('calendars.addCover')} onClick={() => onChange({ cover: [...cover, { from: `${today()}T18:00`, to: `${today()}T22:00`, note: '' }] })} />
    </fieldset>
  );
} // prettier-ignore

function Add({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <div>
      <Button variant="default" size="xs" leftSection={<IconPlus size={13} aria-hidden />} onClick={onClick}>
        {words}
      </Button>
    </div>
  );
}

function Gone({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon size={28} aria-label={label} onClick={onClick}>
      <IconX size={14} aria-hidden />
    </ActionIcon>
  );
}
