/** When would it be due? Asks the desk with the calendar as it is on the page, saved or not. */
import type { CalendarRules } from '#libs/contracts/http/calendars.js';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDueTimes } from '../../api/standards.js';
import { useFormat } from '../../components/format.js';
import { useProblemWords } from '../../components/problem-words.js';
import { serverNow } from '../../live/server-clock.js';
import { SpanInput } from './span-input.js';

const localMinute = (ms: number) => new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

export function DueTester({ rules }: { rules: CalendarRules }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useProblemWords();
  const ask = useDueTimes();
  const [from, setFrom] = useState(() => localMinute(serverNow()));
  const [seconds, setSeconds] = useState(7200);
  const found = ask.data?.items[0];
  const run = () => ask.mutate({ calendar: rules, items: [{ from: new Date(from).toISOString(), seconds }] });
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); run(); }}>
      <TextInput type="datetime-local" label={t('calendars.written')} required withAsterisk={false} value={from} onChange={(e) => setFrom(e.currentTarget.value)} />
      <SpanInput label={t('standards.target')} seconds={seconds} onChange={(s) => setSeconds(s ?? 0)} />
      <div className="form__foot">
        <Button type="submit" variant="default" loading={ask.isPending}>
          {t('calendars.ask')}
        </Button>
      </div>
      <p className="say" aria-live="polite">
        {ask.error ? words(ask.error) : found && (found.dueAt ? t('calendars.due', { when: format.full(found.dueAt) }) : t(found.never === 'too-far' ? 'calendars.tooFar' : 'calendars.neverDue'))}
      </p>
    </form>
  );
} // prettier-ignore
