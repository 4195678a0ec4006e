/** Who is on call, from when to when. */
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeDuties, useDuties } from '../../api/escalation.js';
import { usePeople } from '../../api/people.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { useProblemWords } from '../../components/problem-words.js';
import { useNow } from '../../live/server-clock.js';

export function DutyPanel({ maySet }: { maySet: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const duties = useDuties().data?.items ?? [];
  const change = useChangeDuties();
  const words = useProblemWords();
  return (
    <Panel title={t('duty.title')} aside={t('duty.words')}>
      {duties.length === 0 && <p className="panel__none panel__none--tight">{t('duty.none')}</p>}
      <ul className="plainlist">
        {duties.map((duty) => (
          <li key={duty.id} className="duty">
            <div>
              <strong>{duty.person.name}</strong>
              <span className="cell-sub num">
                {format.when(duty.from, now)} – {format.when(duty.to, now)}
              </span>
            </div>
            {maySet && (
              <Button size="compact-sm" variant="default" onClick={() => change.mutate({ id: duty.id })}>
                {t('common.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {maySet && <AddDuty onAdd={(duty) => change.mutate(duty)} busy={change.isPending} />}
      {change.error && (
        <p className="form__problem" role="alert">
          {words(change.error)}
        </p>
      )}
    </Panel>
  );
}

function AddDuty({ onAdd, busy }: { onAdd: (duty: { personId: string; from: string; to: string }) => void; busy: boolean }) {
  const { t } = useTranslation();
  const people = usePeople().data?.items.filter((person) => !person.disabled) ?? [];
  const [personId, setPersonId] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const ready = personId !== null && from !== '' && to !== '' && from < to;
  return (
    <form
      className="duty-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onAdd({ personId, from: new Date(from).toISOString(), to: new Date(to).toISOString() });
      }}
    >
      <Select
        label={t('duty.person')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
      <TextInput
        type="datetime-local"
        label={t('duty.from')}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput type="datetime-local" label={t('duty.to')} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      <Button type="submit" variant="default" disabled={!ready} loading={busy}>
        {t('duty.add')}
      </Button>
    </form>
  );
}
