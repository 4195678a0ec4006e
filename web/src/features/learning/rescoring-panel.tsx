/** Scoring old mentions anew: started, watched, left and stopped. */
import type { RescoringView } from '#libs/contracts/http/rescoring.js';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCancelRescoring, useRescoring, useStartRescoring } from '../../api/judgement.js';
import { useFormat } from '../../components/format.js';
import { Panel } from '../../components/page.js';
import { useProblemWords } from '../../components/problem-words.js';
import { ErrorCard, RowsSkeleton } from '../../components/states.js';
import { useNow } from '../../live/server-clock.js';

export function RescoringPanel() {
  const { t } = useTranslation();
  const { data, error, refetch } = useRescoring();
  return (
    <Panel title={t('rescoring.title')}>
      <p className="say">{t('rescoring.words')}</p>
      {data ? (
        data.state === 'running' ? (
          <Running run={data} />
        ) : (
          <Start last={data} />
        )
      ) : error ? (
        <ErrorCard error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsSkeleton />
      )}
    </Panel>
  );
}

function Running({ run }: { run: RescoringView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancelRescoring();
  const share = run.total ? Math.min(1, run.done / run.total) : 0;
  const words = run.total === null ? t('rescoring.counting') : t('rescoring.running', { done: format.number(run.done), total: format.number(run.total) }); // prettier-ignore
  return (
    <div className="form">
      <p className="num" role="status">
        {words}
      </p>
      <div
        className="bar"
        role="progressbar"
        aria-label={t('rescoring.title')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <i className="fill-brand" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="form__hint">{t('rescoring.leave')}</p>
      <div className="form__foot">
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('rescoring.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Start({ last }: { last: RescoringView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const words = useProblemWords();
  const start = useStartRescoring();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const begin = () => start.mutate({ from: toInstant(from), to: toInstant(to) });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      {(last.state === 'done' || last.state === 'cancelled') && last.ended && (
        <p className="form__hint num">
          {t(`rescoring.${last.state}`, {
            day: format.when(last.ended, now),
            done: format.number(last.done),
            changed: format.number(last.changed),
          })}
        </p>
      )}
      <div className="form__row">
        <TextInput
          type="date"
          label={t('rescoring.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput type="date" label={t('rescoring.to')} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </div>
      {start.error && (
        <p className="form__problem" role="alert">
          {words(start.error)}
        </p>
      )}
      <div className="form__foot">
        <Button type="submit" loading={start.isPending}>
          {t('rescoring.start')}
        </Button>
      </div>
    </form>
  );
}

/** The start of a day where the reader is; empty: no bound. */
const toInstant = (day: string) => (day === '' ? undefined : new Date(`${day}T00:00`).toISOString());
