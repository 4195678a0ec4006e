/** The open hours of each weekday; several a day. */
import type { CalendarRules } from '#libs/contracts/http/calendars.js';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TimeBox } from './time-box.js';

type Week = CalendarRules['week'];
export type Hours = Week['mon'];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export function HoursEditor({ week, onChange }: { week: Week; onChange: (week: Week) => void }) {
  const { t } = useTranslation();
  return (
    <dl className="hours">
      {DAYS.map((day) => (
        <div key={day}>
          <dt>{t(`calendars.day.${day}`)}</dt>
          <dd>
            <HoursOfDay name={t(`calendars.day.${day}`)} hours={week[day]} onChange={(hours) => onChange({ ...week, [day]: hours })} />
          </dd>
        </div>
      ))}
    </dl>
  );
} // prettier-ignore

export function HoursOfDay({ name, hours, onChange }: { name: string; hours: Hours; onChange: (hours: Hours) => void }) {
  const { t } = useTranslation();
  const set = (i: number, change: Partial<Hours[number]>) => onChange(hours.map((h, at) => (at === i ? { ...h, ...change } : h)));
  const last = hours.at(-1)?.to;
  const add = () => onChange([...hours, last ? { from: last, to: '24:00' } : { from: '09:00', to: '17:00' }]);
  return (
    <>
      {hours.length === 0 && <span className="dim">{t('calendars.closed')}</span>}
      {hours.map((h, i) => (
        <span key={i} className="hours__span">
          <TimeBox label={`${name}, ${t('calendars.from')}`} value={h.from} onChange={(from) => set(i, { from })} />–
          <TimeBox label={`${name}, ${t('calendars.to')}`} value={h.to} onChange={(to) => set(i, { to })} />
          <ActionIcon size={24} aria-label={`${name}: ${t('common.remove')} ${h.from}`} onClick={() => onChange(hours.filter((_, at) => at !== i))}>
            <IconX size={13} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      {last !== '24:00' && (
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={12} aria-hidden />} aria-label={`${name}: ${t('calendars.addHours')}`} onClick={add}>
          {t('calendars.addHours')}
        </Button>
      )}
    </>
  );
} // prettier-ignore
