/** The days off of a calendar: filled in from a country's public holidays, and editable. */
import type { CalendarRules } from '#libs/contracts/http/calendars.js';
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCountries, useFetchHolidays } from '../../api/standards.js';
import { useFormat } from '../../components/format.js';
import { useSayProblem } from '../../components/problem-words.js';
import { useNow } from '../../live/server-clock.js';

/** So far ahead holidays are filled in. */
const YEARS = 10;
const SHOWN = 12;

interface Props {
  rules: CalendarRules;
  readOnly: boolean;
  onChange: (change: Partial<CalendarRules>) => void;
}

export function HolidayFiller({ rules, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="form">
      {!readOnly && <Fill rules={rules} onChange={onChange} />}
      {rules.holidays.length === 0 ? <p className="form__hint">{t('calendars.noHolidays')}</p> : <Days rules={rules} readOnly={readOnly} onChange={onChange} />}
    </div>
  );
} // prettier-ignore

function Fill({ rules, onChange }: Omit<Props, 'readOnly'>) {
  const { t } = useTranslation();
  const countries = useCountries().data?.items ?? [];
  const fetchHolidays = useFetchHolidays();
  const sayProblem = useSayProblem();
  const year = new Date(useNow()).getUTCFullYear();
  const [country, setCountry] = useState(rules.country ?? '');
  const [region, setRegion] = useState(rules.region ?? '');
  const regions = countries.find((c) => c.code === country)?.regions ?? [];
  const fill = () =>
    fetchHolidays.mutate(
      { country, ...(region && { region }), from: year, years: YEARS },
      { onSuccess: ({ items }) => onChange({ country, region: region || null, holidays: items }), onError: sayProblem },
    );
  return (
    <>
      <NativeSelect label={t('calendars.country')} value={country} onChange={(e) => { setCountry(e.currentTarget.value); setRegion(''); }}
        data={[{ value: '', label: t('calendars.choose') }, ...countries.map((c) => ({ value: c.code, label: c.name }))]} />
      {regions.length > 0 && (
        <NativeSelect label={t('calendars.region')} value={region} onChange={(e) => setRegion(e.currentTarget.value)}
          data={[{ value: '', label: t('calendars.wholeCountry') }, ...regions.map((r) => ({ value: r.code, label: r.name }))]} />
      )}
      <div>
        <Button variant="default" disabled={country === ''} loading={fetchHolidays.isPending} onClick={fill}>
          {t('calendars.fill', { years: YEARS })}
        </Button>
      </div>
      <p className="form__hint">{t('calendars.source')}</p>
    </>
  );
} // prettier-ignore

function Days({ rules, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const [all, setAll] = useState(false);
  const from = new Date(now).toISOString().slice(0, 10);
  const ahead = rules.holidays.filter((h) => h.date >= from);
  const shown = all ? rules.holidays : ahead.slice(0, SHOWN);
  return (
    <>
      <ul className="plainlist plainlist--tight">
        {shown.map((h) => (
          <li key={h.date} className="dayline">
            <span className="num">{format.day(`${h.date}T12:00:00Z`, now)}</span>
            <span>{h.name}</span>
            {!readOnly && (
              <ActionIcon size={24} aria-label={`${t('common.remove')}: ${format.day(`${h.date}T12:00:00Z`, now)}, ${h.name}`} onClick={() => onChange({ holidays: rules.holidays.filter((x) => x !== h) })}>
                <IconX size={13} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!all && rules.holidays.length > shown.length && (
        <button type="button" className="linkish tone-brand dayline__all" onClick={() => setAll(true)}>
          {t('calendars.showAll', { count: rules.holidays.length })}
        </button>
      )}
    </>
  );
} // prettier-ignore
