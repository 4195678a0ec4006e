/** Other people than were there, for a what-if: shifts of so many people, and how long an answer takes. */
import type { Shift, Staffing } from '#libs/contracts/http/what-if.js';
import { ActionIcon, Button, Checkbox, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.js';
import { SpanInput } from './span-input.js';
import { TimeBox } from './time-box.js';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const WEEKDAYS = DAYS.slice(0, 5);
const MOST_SHIFTS = 50;

/** @returns three people on weekdays, in the zone of whoever looks */
export function usualStaffing(): Staffing {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { zone: timeZone, shifts: [{ days: [...WEEKDAYS], from: '09:00', to: '17:00', people: 3 }], handlingSeconds: null };
}

export function StaffingEditor({ staffing, onChange }: { staffing: Staffing; onChange: (staffing: Staffing) => void }) {
  const { t } = useTranslation();
  const { shifts, zone } = staffing;
  const set = (i: number, shift: Shift) => onChange({ ...staffing, shifts: shifts.map((s, at) => (at === i ? shift : s)) });
  const add = () => onChange({ ...staffing, shifts: [...shifts, { days: [...WEEKDAYS], from: '17:00', to: '22:00', people: 1 }] });
  return (
    <div className="staffing">
      {shifts.map((shift, i) => (
        <ShiftRow key={i} n={i + 1} shift={shift} onChange={(s) => set(i, s)} onRemove={shifts.length > 1 ? () => onChange({ ...staffing, shifts: shifts.filter((_, at) => at !== i) }) : undefined} />
      ))}
      <div className="staffing__more">
        {shifts.length < MOST_SHIFTS && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('whatIf.addShift')}
          </Button>
        )}
        <span className="dim">{t('whatIf.zone', { zone: zone.replaceAll('_', ' ') })}</span>
      </div>
      <SpanInput label={t('whatIf.handling')} placeholder={t('whatIf.handlingThen')} seconds={staffing.handlingSeconds} optional onChange={(s) => onChange({ ...staffing, handlingSeconds: s === null || s < 1 ? null : Math.min(s, 86_400) })} />
    </div>
  );
} // prettier-ignore

interface RowProps {
  n: number;
  shift: Shift;
  onChange: (shift: Shift) => void;
  onRemove: (() => void) | undefined;
}

function ShiftRow({ n, shift, onChange, onRemove }: RowProps) {
  const { t, i18n } = useTranslation();
  const name = t('whatIf.shift', { n });
  const days = (list: string[]) => list.length > 0 && onChange({ ...shift, days: DAYS.filter((day) => list.includes(day)) });
  return (
    <fieldset className="plainset staffing__shift" aria-label={name}>
      <Checkbox.Group value={shift.days} onChange={days}>
        <div className="staffing__days">
          {DAYS.map((day, i) => (
            <Checkbox key={day} value={day} label={shortDay(i, i18n.language)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="staffing__who">
        <span className="hours__span">
          <TimeBox label={`${name}, ${t('calendars.from')}`} value={shift.from} onChange={(from) => from < shift.to && onChange({ ...shift, from })} />–
          <TimeBox label={`${name}, ${t('calendars.to')}`} value={shift.to} onChange={(to) => to > shift.from && onChange({ ...shift, to })} />
        </span>
        <NumberInput className="staffing__people" aria-label={`${name}, ${t('whatIf.peopleThere')}`} min={1} max={10_000} allowDecimal={false} hideControls value={shift.people}
          onChange={(value) => typeof value === 'number' && value >= 1 && onChange({ ...shift, people: Math.min(10_000, Math.round(value)) })} />
        <span className="dim">{t('whatIf.peopleThere')}</span>
        {onRemove && (
          <ActionIcon size={24} aria-label={`${name}: ${t('common.remove')}`} onClick={onRemove}>
            <IconX size={13} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </fieldset>
  );
} // prettier-ignore

/** @param day 0 for Monday; 1 January 2024 was one */
function shortDay(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + day));
}

/** How long people waited then and would have waited, and how busy the others would have been. */
export function StaffedResult({ staffed }: { staffed: import('#libs/contracts/http/what-if.js').Staffed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const span = (seconds: number | null) => (seconds === null ? '–' : format.span(seconds * 1000));
  const rows = [
    ['median', span(staffed.actual.medianSeconds), span(staffed.forecast.medianSeconds)],
    ['p90', span(staffed.actual.p90Seconds), span(staffed.forecast.p90Seconds)],
    ['answered', format.number(staffed.actual.answered), format.number(staffed.forecast.answered)],
  ] as const;
  const hours = format.number(Math.round(staffed.presentSeconds / 3600));
  return (
    <>
      <table className="table whatif__table">
        <thead>
          <tr>
            <th>{t('whatIf.waited')}</th>
            <th className="r">{t('whatIf.asItWas')}</th>
            <th className="r">{t('whatIf.staffed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([row, then, would]) => (
            <tr key={row}>
              <td>{t(`whatIf.${row}`)}</td>
              <td className="r num">{then}</td>
              <td className="r num">
                <strong>{would}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="say">
        {staffed.busyShare === null ? t('whatIf.nobody') : t('whatIf.busy', { share: format.percent(staffed.busyShare), hours, span: span(staffed.handlingSeconds) })}
        {staffed.unanswered > 0 && ` ${t('whatIf.unanswered', { n: format.number(staffed.unanswered) })}`}
      </p>
    </>
  );
} // prettier-ignore
